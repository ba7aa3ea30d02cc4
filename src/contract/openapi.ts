/** The parts of an OpenAPI 3.1 document that are read here. A document may hold anything, so each part may be missing. */
export interface Document {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    readonly 'x-pages'?: Readonly<Record<string, Page>>;
  };
  readonly servers?: readonly ServerObject[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> } & Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
}

/** A page of the publisher that a decision or a code rests on. */
export interface Page {
  readonly title: string;
  /** The edition of the manual that it is a part of. */
  readonly edition: string;
  /** Its URL, where it is known. */
  readonly address?: string;
  /** The date that it bears, such as `2026-04-16`. */
  readonly updated?: string;
}

export interface ServerObject {
  readonly url: string;
  readonly description?: string;
  readonly 'x-name'?: string;
}

export interface PathItem extends Partial<Readonly<Record<Method, OperationObject>>> {
  readonly $ref?: string;
  readonly parameters?: readonly (Parameter | Reference)[];
}

export interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
  readonly responses?: Readonly<Record<string, Body | Reference>>;
  readonly security?: readonly unknown[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

/** A request body or a response. */
export interface Body {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface Example {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly 'x-status'?: number;
  readonly 'x-test-numbers'?: readonly string[];
  /** Key in `x-pages` of the page that publishes its code. */
  readonly 'x-page'?: string;
  /** What to do about its code. */
  readonly 'x-advice'?: string;
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
  readonly allOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
  readonly 'x-current-time'?: TimeFormat | { readonly format: TimeFormat; readonly offsetSeconds?: number };
  readonly [keyword: string]: unknown;
}

/** How a time is written: milliseconds since 1970, or ISO text without a zone, such as `2026-02-25T08:26:31.514`. */
export type TimeFormat = 'unix-milliseconds' | 'local-date-time';

export interface Reference {
  readonly $ref: string;
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof methods)[number];

/** Says that a document cannot be read as a contract, and why. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** How many references may lead to one another: a longer chain is a circle. */
const maxReferences = 50;

/**
 * The value itself, or what its `$ref` leads to in the document.
 *
 * @throws {ContractError} when the reference leads out of the document, in a circle or nowhere.
 */
export function resolve<T extends object>(document: object, value: T | Reference | undefined): T | undefined {
  let found: unknown = value;
  for (let step = 0; isReference(found); step += 1) {
    if (step === maxReferences) throw new ContractError(`${found.$ref} leads in a circle`);
    found = lookUp(document, found.$ref);
  }
  return found as T | undefined;
}

/**
 * What a JSON pointer such as `#/components/schemas/UserId` leads to.
 *
 * @throws {ContractError} when it leads out of the document or nowhere.
 */
export function lookUp(document: object, pointer: string): unknown {
  if (pointer !== '#' && !pointer.startsWith('#/'))
    throw new ContractError(`${pointer} leads out of the document: bundle it first`);
  const found = pointer
    .split('/')
    .slice(1)
    .map(decodePart)
    .reduce<unknown>(
      (parent, key) => (isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined),
      document,
    );
  if (found === undefined) throw new ContractError(`${pointer} leads nowhere`);
  return found;
}

/** A key as a part of a JSON pointer. */
export const encodePart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The key that a part of a JSON pointer stands for, whether or not the pointer is percent-encoded as in a URL. */
export function decodePart(part: string): string {
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** The name of a component: the last part of a reference to it. */
export const refName = (ref: string): string => decodePart(ref.slice(ref.lastIndexOf('/') + 1));

/** Whether a value is an OpenAPI 3 document, by its version alone: parts of it may still be missing. */
export const isDocument = (value: unknown): value is Document =>
  isObject(value) && String(value['openapi']).startsWith('3.');

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReference = (value: unknown): value is Reference => isObject(value) && typeof value['$ref'] === 'string';
