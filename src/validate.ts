import type { OperationId } from '../generated/client.js';

/** One thing that a schema found. */
export interface FoundIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema answers: `issues` only if the value is not valid. */
export interface Findings {
  readonly issues?: readonly FoundIssue[] | undefined;
}

/** Any Standard Schema v1: one from `./schemas`, or one of your own from Zod, Valibot, ArkType and others. Only its verdict is used. */
export interface AnySchema {
  readonly '~standard': { readonly validate: (value: unknown) => Findings | Promise<Findings> };
}

/** Schemas by what they check. All four come from `./schemas`: `import * as validate from 'koodrive-auth-contract/schemas'`. */
export type Schemas = { readonly [Name in `${OperationId}${'Request' | 'Response'}`]?: AnySchema | undefined };

/** One departure from a schema. */
export interface Issue {
  /** A sentence for a person, with every secret cut out. */
  readonly message: string;
  /** Where, from the outside in; empty for the value as a whole. */
  readonly path: readonly PropertyKey[];
}

/** The issues in the client's own form. What a schema writes may quote the value, so each text passes through `clean`. */
export const toIssues = (found: readonly FoundIssue[], clean: (text: string) => string): Issue[] =>
  found.map(({ message, path = [] }) => ({
    message: clean(message),
    path: path.map((step) => {
      const key = typeof step === 'object' ? step.key : step;
      return typeof key === 'string' ? clean(key) : key;
    }),
  }));
