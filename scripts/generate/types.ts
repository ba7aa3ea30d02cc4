import { createRequire } from 'node:module';
import type { Contract } from './contract.js';
import { type Document, type Reference, resolve, type Schema } from './openapi.js';

// Its CommonJS build: as a module, all of TypeScript would be searched for its exports first, which takes half a second.
const openapiTypescript: typeof import('openapi-typescript') = createRequire(import.meta.url)('openapi-typescript');
const { default: openapiTS, astToString } = openapiTypescript;

/** `paths`, `components` and `operations`, as openapi-typescript writes them. */
export async function emitTypes({ document }: Contract): Promise<string> {
  const ast = await openapiTS(JSON.stringify(forEditors(document)), {
    defaultNonNullable: false,
    alphabetize: false,
    silent: true,
  });
  return astToString(ast).replaceAll(' (enum property replaced by openapi-typescript)', '');
}

/**
 * A copy in which a property that refers to a scalar schema holds that schema, so that an editor shows its description on the
 * property, and in which objects carry no example, which would fill the editor's window.
 */
function forEditors(document: Document): Document {
  const copy = structuredClone(document);
  for (const schema of Object.values(copy.components?.schemas ?? {})) {
    if (schema.type === 'object') delete schema['examples'];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const target = resolve<Schema>(document, property as Schema | Reference);
      if (!property.$ref || target.type === 'object' || !schema.properties) continue;
      const { $ref: _, ...siblings } = property;
      schema.properties[name] = { ...target, ...siblings };
    }
  }
  return copy;
}
