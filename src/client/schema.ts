import type { OperationId } from '../../generated/client.js';

/** One departure from a schema. */
export interface Issue {
  /** A sentence for a person, with every secret cut out. */
  readonly message: string;
  /** Where, from the outside in; absent or empty for the value as a whole. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema answers: `issues` only if the value is not valid. */
export interface Findings {
  readonly issues?: readonly Issue[] | undefined;
  /** A promise has it, a finding has not. */
  readonly then?: unknown;
}

/** Any Standard Schema v1: one from `./schemas`, or your own from Zod, Valibot, ArkType and others. Only its verdict is used. */
export interface Schema {
  readonly '~standard': { readonly validate: (value: unknown) => Findings | (Promise<Findings> & Findings) };
}

/** Schemas by what they check. All four come from `./schemas`: `import * as validate from 'koodrive-auth-contract/schemas'`. */
export type Schemas = { readonly [Name in `${OperationId}${'Request' | 'Response'}`]?: Schema | undefined };

/** What the issues say, one after the other. */
export const messagesOf = (issues: readonly Issue[]): string[] => issues.map(({ message }) => message);
