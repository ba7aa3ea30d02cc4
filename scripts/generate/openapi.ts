/** The parts of an OpenAPI 3.1 document that the generator reads. */
export interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers?: ({ url: string; description?: string } & Record<`x-${string}`, unknown>)[];
  paths: Record<string, Record<string, unknown>>;
  components?: { schemas?: Record<string, Schema> } & Record<string, Record<string, unknown> | undefined>;
}

export interface Schema {
  $ref?: string;
  type?: unknown;
  format?: string;
  description?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  [keyword: string]: unknown;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example | Reference>;
}

export interface Reference {
  $ref: string;
}

export interface Example {
  summary?: string;
  description?: string;
  value: unknown;
  'x-status'?: number;
  'x-test-numbers'?: string[];
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

export interface Body {
  content?: Record<string, MediaType>;
}

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: Body | Reference;
  responses: Record<string, Body | Reference>;
}

/** What a local JSON pointer (`#/components/…`) leads to. */
export function resolvePointer(document: Document, pointer: string): unknown {
  let value: unknown = document;
  for (const part of pointer.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (value === undefined) throw new Error(`${pointer} leads nowhere`);
  return value;
}

/** The object itself, or the one that its `$ref` leads to. */
export function resolve<T extends object>(document: Document, value: T | Reference): T {
  return '$ref' in value && typeof value.$ref === 'string'
    ? resolve(document, resolvePointer(document, value.$ref) as T | Reference)
    : (value as T);
}

/** The name of a component, as the last part of a reference to it. */
export const refName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
