import { createRequire } from 'node:module';
import { createConfig } from '@redocly/openapi-core';
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript';
import type { Contract } from './contract.js';
import { type Document, type Reference, resolve, type Schema } from './openapi.js';

// Its CommonJS build: as a module, all of TypeScript would be searched for its exports first, which takes half a second.
const openapiTypescript: typeof import('openapi-typescript') = createRequire(import.meta.url)('openapi-typescript');
const { astToString, resolveRef, scanDiscriminators, transformSchema } = openapiTypescript;

/**
 * `paths`, `components` and `operations`, as openapi-typescript writes them. Its main function would lint and bundle the document
 * once more, which takes twice as long as all else that it does.
 */
export async function emitTypes({ document }: Contract): Promise<string> {
  // Types say nothing of servers, whose declaration there wants variables of each.
  const { servers: _, ...rest } = forEditors(document);
  const source = rest as OpenAPI3;
  const context = {
    ...withoutOptions,
    injectFooter: [],
    discriminators: scanDiscriminators(source, {}),
    redoc: await createConfig({}),
    resolve: <T>($ref: string) => resolveRef<T>(source, $ref, { silent: true }),
  };
  return astToString(transformSchema(source, context)).replaceAll(
    ' (enum property replaced by openapi-typescript)',
    '',
  );
}

/** What its main function takes when no option is given, but that a default makes no property of a request required. */
const withoutOptions: Omit<GlobalContext, 'discriminators' | 'injectFooter' | 'redoc' | 'resolve'> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
};

/**
 * A copy in which a property that refers to a scalar schema holds that schema, so that an editor shows its description on the
 * property, and in which objects carry no example, which would fill the editor's window.
 */
export function forEditors(document: Document): Document {
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
