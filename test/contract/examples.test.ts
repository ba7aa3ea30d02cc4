import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { examples } from '../../generated/examples.js';
import { type Body, type OperationObject, resolve, type Schema } from '../../scripts/generate/openapi.js';
import { readSpec } from '../support/spec.js';

const spec = readSpec();
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }));
for (const format of ['int64', 'password']) ajv.addFormat(format, true);
for (const keyword of ['example', 'discriminator', 'x-enum-varnames', 'x-current-time']) ajv.addKeyword(keyword);
ajv.addKeyword('components');
ajv.addSchema({ $id: 'spec', components: { schemas: spec.components?.schemas } });

/** A validator for a schema of the bundle, with its references as they stand. */
const compile = (schema: Schema) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"spec#/')));

const operations = Object.values(spec.paths).map((item) => item['post'] as OperationObject);
const schemaOf = (body: Body | { $ref: string } | undefined) =>
  resolve<Body>(spec, body ?? {}).content?.['application/json']?.schema ?? {};

describe('every schema of the spec', () => {
  it.each(Object.entries(spec.components?.schemas ?? {}))('compiles, and takes its own examples: %s', (_, schema) => {
    const validate = compile(schema);
    for (const example of (schema['examples'] as unknown[] | undefined) ?? []) {
      expect({ example, valid: validate(example), errors: validate.errors }).toMatchObject({ valid: true });
    }
  });
});

describe.each(operations)('the examples of $operationId', ({ operationId, requestBody, responses }) => {
  const { requests, responses: answers } = examples[operationId as keyof typeof examples];

  it.each(Object.entries(requests))('fit the schema of the request: %s', (_, value) => {
    const validate = compile(schemaOf(requestBody));
    validate(value);
    expect(validate.errors).toBeNull();
  });

  it.each(Object.entries(answers))('fit the schema of their response: %s', (_, { status, body }) => {
    const validate = compile(schemaOf(responses[String(status)] ?? responses['default']));
    validate(body);
    expect(validate.errors).toBeNull();
  });

  it('are there for each declared status', () => {
    const statuses = new Set(Object.values(answers).map(({ status }) => String(status)));
    for (const status of Object.keys(responses)) {
      if (status !== 'default') expect(statuses).toContain(status);
    }
    expect([...statuses].some((status) => !(status in responses))).toBe(true);
  });

  it('say illustrative where the code is not published, and only there', () => {
    const codes = { illustrative: /^(99\d{6}|APIGW\.99\d{6})$/, published: /^(0|130\d{5}|APIGW\.0\d{3})$/ };
    for (const [key, { illustrative, body }] of Object.entries(answers)) {
      if (key === 'withCode') continue;
      const code = 'error_code' in body ? body.error_code : body.code;
      expect(String(code), key).toMatch(illustrative ? codes.illustrative : codes.published);
    }
  });
});
