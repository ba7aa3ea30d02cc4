import type { Contract } from './contract.js';
import type { Document, Schema } from './openapi.js';

/** The schemas that get a validator each, and the document that their references lead into. */
export interface ToValidate {
  document: Document;
  schemas: { name: string; schema: Schema }[];
}

/** What gets a validator: the request and the success response of each operation. */
export function validated({ document, operations }: Contract): ToValidate {
  const schemas = operations.flatMap(({ id, request, success }) => [
    { name: `${id}Request`, schema: request.schema },
    { name: `${id}Response`, schema: success.schema },
  ]);
  return { document, schemas };
}

/** The declarations of the validators. */
export function emitValidatorTypes(contract: Contract): string {
  const declarations = validated(contract).schemas.map(({ name }) => `export declare const ${name}: Validator;`);
  return `
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

${declarations.join('\n')}
`;
}
