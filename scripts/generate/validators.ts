import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { build } from 'esbuild';
import type { Contract } from '../../src/contract/contract.js';
import { successOf } from '../../src/contract/conventions.js';
import type { Schema } from '../../src/contract/openapi.js';
import { type PreparedSchema, prepareForAjv } from './prepare-schema.js';
import { annotationFormats } from './unions.js';

/** A schema that gets a validator, with the name of the validator. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
}

/** Returns the schemas that get a validator: the request and the success response of each operation. */
export const validatedSchemas = (contract: Contract): NamedSchema[] =>
  contract.operations.flatMap((operation) => [
    { name: `${operation.id}Request`, schema: operation.request?.schema ?? {} },
    { name: `${operation.id}Response`, schema: successOf(operation).schema },
  ]);

/** The code of the validators, and the schema that each of them was compiled from. */
export interface Compiled {
  readonly code: string;
  readonly schemas: Readonly<Record<string, PreparedSchema>>;
}

/**
 * Compiles a validator for each of the schemas to code with Ajv, so that nothing is compiled at run time. Ajv's base class is smaller and faster than the one of
 * draft 2020-12. All keywords that are accepted here mean the same in both.
 */
export async function compileValidators(document: object, named: readonly NamedSchema[]): Promise<Compiled> {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    // A variant repeats neither the type nor the properties of the schema that it belongs to.
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const format of annotationFormats) ajv.addFormat(format, true);
  ajv.addFormat('email', formats.get('email'));
  const schemas = Object.fromEntries(named.map(({ name, schema }) => [name, prepareForAjv(ajv, document, schema)]));
  for (const [name, { schema }] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const contents = standaloneCode(ajv, Object.fromEntries(named.map(({ name }) => [name, name])));
  // Ajv's code imports its helpers, such as the one that counts characters.
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  // The paths in the code stay the same where node_modules is a link.
  const options = { bundle: true, preserveSymlinks: true, format: 'esm', charset: 'utf8', write: false } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir }, absWorkingDir: resolveDir });
  return { code: outputFiles.map(({ text }) => text).join(''), schemas };
}

/** Emits the declarations of the validators. */
export const emitValidatorTypes = (contract: Contract): string => `
/** One error of a value, as Ajv reports it. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns whether a value is valid. \`errors\` holds the errors of the last value. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

${validatedSchemas(contract)
  .map(({ name }) => `export declare const ${name}: Validator;`)
  .join('\n')}
`;
