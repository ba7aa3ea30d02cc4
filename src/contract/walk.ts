import { isObject, resolve, type Schema, type TimeFormat } from './openapi.js';

/** A key of an object, or an index of an array. */
export type Key = string | number;

/** A part of a spec, with its reference followed. The rules of the spec use a cursor that has file and line too. */
export interface Cursor<Self> {
  /** The part itself. It has the type of a schema, but may be any other part. */
  readonly value: Schema;
  /** Returns the part below some keys. Its value is an empty object if there is none. */
  child(...keys: readonly Key[]): Self;
}

/** A cursor in a bundle. */
export class BundleCursor implements Cursor<BundleCursor> {
  readonly value: Schema;
  readonly #document: object;

  constructor(document: object, part: unknown = document) {
    this.#document = document;
    const target = resolve<Schema>(document, part) ?? {};
    const { $ref, description }: Schema = Object(part);
    // A description beside a reference replaces that of the target.
    this.value = $ref && description ? { ...target, description } : target;
  }

  child(...keys: readonly Key[]): BundleCursor {
    return keys.reduce<BundleCursor>(
      ({ value }, key) => new BundleCursor(this.#document, Reflect.get(Object(value), key) ?? {}),
      this,
    );
  }
}

/** Returns the parts directly below a part, with their keys. */
export const entries = <C extends Cursor<C>>(part: C): [key: string, part: C][] =>
  Object.keys(part.value).map((key) => [key, part.child(key)]);

/** Returns a text of a part, or the empty string. */
export const text = (part: Cursor<unknown>, key: string): string => String(part.value[key] ?? '');

/** The depth at which a search ends. Only a recursive schema is deeper, and the rules reject it. */
const maxDepth = 16;

/** Returns the alternatives of a schema (`oneOf` or `anyOf`), also nested ones. Without alternatives, returns the schema itself. */
export function variants<C extends Cursor<C>>(schema: C, depth = 0): C[] {
  const keyword = schema.value.oneOf ? 'oneOf' : 'anyOf';
  const parts = depth < maxDepth ? schema.value[keyword] : undefined;
  return parts?.flatMap((_, index) => variants(schema.child(keyword, index), depth + 1)) ?? [schema];
}

/** A property in a body. */
export interface Field<C> {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  readonly schema: C;
  /** Whether every variant of its object requires it. */
  readonly required: boolean;
}

/** Returns every property of a body, at any depth: those of all variants, but none inside an array or a map. */
export function fieldsOf<C extends Cursor<C>>(body: C, path: readonly string[] = []): Field<C>[] {
  if (path.length >= maxDepth) return [];
  const all = variants(body);
  return all.flatMap((variant) =>
    Object.keys(variant.value.properties ?? {}).flatMap((name) => {
      const field = { path: [...path, name], schema: variant.child('properties', name) };
      const required = all.every(({ value }) => value.required?.includes(name));
      return [{ ...field, required }, ...fieldsOf(field.schema, field.path)];
    }),
  );
}

/** Returns the paths of the secret properties of a body: those with `format: password`. */
export const secretPaths = <C extends Cursor<C>>(body: C): (readonly string[])[] =>
  withoutRepeats(
    fieldsOf(body).filter(({ schema }) => variants(schema).some(({ value }) => value.format === 'password')),
  ).map(({ path }) => path);

/** A time in the body of a response that depends on when the response is sent. */
export interface CurrentTime {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  readonly format: TimeFormat;
  /** Seconds that are added to the time of sending: above 0 for an expiry. */
  readonly offsetSeconds: number;
}

/** Returns the times in a body that depend on when it is sent: those with `x-current-time`. */
export const currentTimes = <C extends Cursor<C>>(body: C): CurrentTime[] =>
  withoutRepeats(
    fieldsOf(body).flatMap(({ path, schema }) =>
      variants(schema).flatMap(({ value: { 'x-current-time': time } }) => {
        if (time === undefined) return [];
        return [{ path, offsetSeconds: 0, ...(typeof time === 'string' ? { format: time } : time) }];
      }),
    ),
  );

/** Returns each path once: several variants of a body may have the same field. */
export const withoutRepeats = <T extends { readonly path: readonly string[] }>(fields: readonly T[]): T[] => [
  ...new Map(fields.map((field) => [JSON.stringify(field.path), field])).values(),
];

/** Returns a copy of a schema in which each schema directly inside it is replaced. `keys` lead from the schema to the part. */
export function mapSubschemas(schema: Schema, change: (part: Schema, keys: readonly Key[]) => unknown): Schema {
  const changed = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'properties' && isObject(value))
      return [
        keyword,
        Object.fromEntries(
          Object.entries(value).map(([name, part]) => [name, change(part as Schema, [keyword, name])]),
        ),
      ];
    if (['oneOf', 'anyOf', 'allOf'].includes(keyword) && Array.isArray(value))
      return [keyword, value.map((part, index) => change(part, [keyword, index]))];
    if (['items', 'not'].includes(keyword) || (keyword === 'additionalProperties' && isObject(value)))
      return [keyword, change(value as Schema, [keyword])];
    return [keyword, value];
  });
  return Object.fromEntries(changed);
}

/** Returns the schemas directly inside a schema, with the keys that lead to them. */
export function subschemas(schema: Schema): [part: Schema, keys: readonly Key[]][] {
  const found: [Schema, readonly Key[]][] = [];
  mapSubschemas(schema, (part, keys) => found.push([part, keys]));
  return found;
}
