import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { compact } from './compact.js';
import { type Document, type Reference, refName, resolve, type Schema } from './openapi.js';
import { simplify } from './simplify.js';
import type { ToValidate } from './validated.js';

/** Keywords that say nothing about validity. Any other unknown keyword fails in Ajv's strict mode. */
const annotations = new Set([
  'title',
  'description',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'xml',
  'externalDocs',
]);

/** Formats that say how to show or store a value, not which values are valid. */
const annotationFormats = ['password', 'int32', 'int64', 'float', 'double'];

/**
 * A validator for each of the schemas, compiled by Ajv: no eval at run time. Ajv's base class is smaller and
 * faster than the one of draft 2020-12, and all that the spec uses means the same in both; a keyword of 2020-12 alone fails.
 */
export function emitValidators({ document, schemas }: ToValidate): string {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    // A `oneOf` in a typed object repeats neither the type nor the properties.
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true, optimize: 1 },
  });
  for (const format of annotationFormats) ajv.addFormat(format, true);
  for (const [name, format] of Object.entries(fullFormats)) {
    // Only patterns can stand in the compiled source; a schema with any other format fails as unknown.
    if (format instanceof RegExp) ajv.addFormat(name, format);
  }
  const names: Record<string, string> = {};
  for (const { name, schema } of schemas) {
    ajv.addSchema({ $id: name, ...selfContained(document, schema) }, name);
    names[name] = name;
  }
  return compact(inlineHelpers(standaloneCode(ajv, names)));
}

/** The schema with every reference put in its place, since each schema stands alone; a recursive one cannot. */
function selfContained(document: Document, schema: Schema, path: readonly string[] = []): Schema {
  const { $ref, ...siblings } = schema;
  if ($ref) {
    if (path.includes($ref)) throw new Error(`${refName($ref)} refers to itself: recursive schemas have no validator`);
    const target = resolve<Schema>(document, schema as Reference);
    return selfContained(document, { ...target, ...siblings }, [...path, $ref]);
  }
  const walk = (part: Schema) => selfContained(document, part, path);
  const result: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (annotations.has(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === 'properties')
      result.properties = Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, walk(part)]));
    else if (['oneOf', 'anyOf', 'allOf'].includes(keyword)) result[keyword] = (value as Schema[]).map(walk);
    else if (keyword === 'items' || keyword === 'not' || isSchema(keyword, value))
      result[keyword] = walk(value as Schema);
    else if (keyword === 'discriminator') result['discriminator'] = readDiscriminator(document, schema);
    else result[keyword] = value;
  }
  return simplify(result);
}

const isSchema = (keyword: string, value: unknown): boolean =>
  keyword === 'additionalProperties' && typeof value === 'object';

/** Ajv reads the variants from their enums and takes no mapping: make sure that both say the same. */
function readDiscriminator(document: Document, schema: Schema): { propertyName: string } {
  const { propertyName = '', mapping = {} } = schema.discriminator ?? {};
  if (schema.type !== 'object') throw new Error(`the discriminator ${propertyName} needs \`type: object\` beside it`);
  for (const variant of schema.oneOf ?? []) {
    const property = resolve<Schema>(document, variant as Schema | Reference).properties?.[propertyName];
    for (const value of property?.enum ?? [undefined]) {
      if (mapping[String(value)] !== variant.$ref)
        throw new Error(`the mapping of ${propertyName} and the enums of its variants differ at ${String(value)}`);
    }
  }
  return { propertyName };
}

const require = createRequire(import.meta.url);

/** Ajv requires its helpers as CommonJS even in a module. Each is one function that needs nothing else: put it in their place. */
function inlineHelpers(code: string): string {
  return code
    .replace('"use strict";', '')
    .replaceAll(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_, path: string) => {
      const helper = require(path).default as (...args: unknown[]) => unknown;
      return `(${helper})`;
    });
}
