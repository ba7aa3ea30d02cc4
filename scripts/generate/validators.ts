import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { build } from 'esbuild';
import type { Contract } from '../../src/contract/contract.js';
import { successOf } from '../../src/contract/conventions.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';

/** A schema that gets a validator, and the name of that. */
export interface Named {
  name: string;
  schema: Schema;
}

/** What gets a validator: the request and the success response of each operation. */
export const validated = (contract: Contract): Named[] =>
  contract.operations.flatMap((operation) => [
    { name: `${operation.id}Request`, schema: operation.request?.schema ?? {} },
    { name: `${operation.id}Response`, schema: successOf(contract, operation).schema },
  ]);

/** Keywords that say nothing about validity. Any other unknown keyword fails in Ajv's strict mode. */
const annotations = new Set(['title', 'description', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly']);

/** Formats that say how to show or store a value, not which values are valid. */
const annotationFormats = ['password', 'int32', 'int64', 'float', 'double'];

/**
 * A validator for each of the schemas, compiled by Ajv: no eval at run time. Ajv's base class is smaller and
 * faster than the one of draft 2020-12, and all that the spec uses means the same in both; a keyword of 2020-12 alone fails.
 */
export async function emitValidators(document: object, schemas: readonly Named[]): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    messages: false,
    allowUnionTypes: true,
    // A `oneOf` in a typed object repeats neither the type nor the properties.
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const format of annotationFormats) ajv.addFormat(format, true);
  ajv.addFormat('email', formats.get('email'));
  for (const { name, schema } of schemas) ajv.addSchema(selfContained(document, schema), name);
  const contents = standaloneCode(ajv, Object.fromEntries(schemas.map(({ name }) => [name, name])));
  // Ajv's code asks for its helpers, such as the one that counts characters.
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const options = { bundle: true, format: 'esm', charset: 'utf8', write: false } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir }, absWorkingDir: resolveDir });
  return outputFiles.map(({ text }) => text).join('');
}

/** The schema with every reference put in its place and without annotations: each schema stands alone. */
function selfContained(document: object, schema: Schema): Schema {
  const whole = { ...resolve<Schema>(document, schema), ...schema };
  const walk = (part: unknown) => selfContained(document, part as Schema);
  const known = Object.entries(whole).filter(
    ([keyword]) => keyword !== '$ref' && !annotations.has(keyword) && !keyword.startsWith('x-'),
  );
  return Object.fromEntries(
    known.map(([keyword, value]) => {
      if (keyword === 'properties') {
        return [keyword, Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, walk(part)]))];
      }
      if (['oneOf', 'anyOf', 'allOf'].includes(keyword)) return [keyword, (value as unknown[]).map(walk)];
      if (['items', 'not'].includes(keyword) || (keyword === 'additionalProperties' && typeof value === 'object'))
        return [keyword, walk(value)];
      // What each variant asks for as well would be reported twice.
      if (keyword === 'required')
        return [keyword, whole.required?.filter((name) => !inEachVariant(document, whole, name))];
      // Ajv reads the variants from their enums and takes no mapping.
      if (keyword === 'discriminator') return [keyword, { propertyName: whole.discriminator?.propertyName }];
      return [keyword, value];
    }),
  );
}

const inEachVariant = (document: object, { oneOf }: Schema, name: string): boolean =>
  oneOf?.every((variant) => resolve<Schema>(document, variant)?.required?.includes(name)) ?? false;

/** The declarations of the validators. */
export const emitValidatorTypes = (contract: Contract): string => `
/** One thing that is wrong with a value, as Ajv reports it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Tells whether a value is valid; \`errors\` holds what was wrong with the last one. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

${validated(contract)
  .map(({ name }) => `export declare const ${name}: Validator;`)
  .join('\n')}
`;
