import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { contract } from './cases.js';

/** Compiles a schema with the settings of Prism, which validates nothing with a schema that does not compile. */
function compile(schema: object, bundled: unknown) {
  const ajv = addFormats(
    new Ajv({ allErrors: true, allowUnionTypes: true, allowMatchingProperties: true, strict: false }),
  );
  for (const format of ['int64', 'password']) ajv.addFormat(format, true);
  return ajv.compile({ ...schema, __bundled__: bundled });
}

it('every schema of each operation compiles in Prism', async () => {
  const resources = await getHttpOperationsFromSpec(structuredClone(contract.document));
  expect(resources).toHaveLength(contract.operations.length);
  for (const { request, responses, path, ...resource } of resources) {
    const bundled = Reflect.get(resource, '__bundled__');
    const contents = [request?.body?.contents, ...responses.map((response) => response.contents)].flat();
    const parts = [...contents, ...(request?.headers ?? [])].map((part) => part?.schema);
    const operation = contract.operations.find((one) => one.path === path);
    expect(parts).toHaveLength(1 + (operation?.responses.length ?? 0) + (operation?.parameters.length ?? 0));
    for (const schema of parts)
      expect(compile(schema ?? {}, bundled)({ code: [] }), JSON.stringify(schema)).toBe(false);
  }
});
