/** The parts of an OpenAPI 3.1 document that are read by name. */
export interface Document {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    readonly 'x-pages'?: Readonly<Record<string, Page>>;
  };
  readonly servers?: readonly { readonly url: string; readonly description?: string; readonly 'x-name'?: string }[];
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> } & Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
}

/** A page of the publisher that supports a decision or a code. */
export interface Page {
  readonly title: string;
  /** The manual that it is a part of. */
  readonly edition: string;
  /** Its URL, if known. */
  readonly address?: string;
  /** The date on the page, such as `2026-04-16`. */
  readonly updated?: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
  readonly 'x-current-time'?: TimeFormat | { readonly format: TimeFormat; readonly offsetSeconds?: number };
  readonly [keyword: string]: unknown;
}

/** Milliseconds since 1970, and ISO text without a time zone, such as `2026-02-25T08:26:31.514`. */
export const timeFormats = ['unix-milliseconds', 'local-date-time'] as const;
export type TimeFormat = (typeof timeFormats)[number];

/** A document cannot be read as a contract. The message says why. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/**
 * Returns the value itself, or what its `$ref` leads to in the document.
 *
 * @throws {ContractError} if the reference leads out of the document or nowhere.
 */
export const resolve = <T>(document: object, value: unknown): T | undefined =>
  isObject(value) && typeof value['$ref'] === 'string'
    ? resolve(document, lookUp(document, value['$ref']))
    : (value as T | undefined);

/**
 * Returns what a JSON pointer such as `#/components/schemas/UserId` leads to.
 *
 * @throws {ContractError} if it leads out of the document or nowhere.
 */
export function lookUp(document: object, pointer: string): unknown {
  if (!/^#(\/|$)/.test(pointer)) throw new ContractError(`${pointer} leads out of the document: bundle it first`);
  const keys = pointer.split('/').slice(1).map(decodePart);
  const found = keys.reduce<unknown>(
    (parent, key) => (isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined),
    document,
  );
  if (found === undefined) throw new ContractError(`${pointer} leads nowhere`);
  return found;
}

/** Encodes a key as a part of a JSON pointer. */
export const encodePart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Decodes a part of a JSON pointer. */
export const decodePart = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Returns the name of a component: the last part of a reference to it. */
export const refName = (ref: string): string => decodePart(ref.slice(ref.lastIndexOf('/') + 1));

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
