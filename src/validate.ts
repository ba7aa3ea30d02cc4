import type { OperationId } from '../generated/client.js';

/** One departure from a schema. */
export interface Issue {
  /** A sentence for a person, with every secret cut out. */
  readonly message: string;
  /** Where, from the outside in; absent or empty for the value as a whole. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema answers: `issues` only if the value is not valid. */
interface Findings {
  readonly issues?: readonly Issue[] | undefined;
}

/** Any Standard Schema v1: one from `./schemas`, or your own from Zod, Valibot, ArkType and others. Only its verdict is used. */
export interface Schema {
  readonly '~standard': { readonly validate: (value: unknown) => Findings | Promise<Findings> };
}

/** Schemas by what they check. All four come from `./schemas`: `import * as validate from 'koodrive-auth-contract/schemas'`. */
export type Schemas = { readonly [Name in `${OperationId}${'Request' | 'Response'}`]?: Schema | undefined };

/** What the schema of that name says of a value. */
export const judge = ({ validate }: { validate?: Schemas | undefined }, name: keyof Schemas, value: unknown) =>
  validate?.[name]?.['~standard'].validate(value) ?? {};

/** Issues in one line. */
export const summarize = (issues: readonly Issue[]): string => `${issues.map((issue) => issue.message)}`;
