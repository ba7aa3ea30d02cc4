import { basename, extname } from 'node:path';
import { isObject, type Schema } from '../../src/contract/openapi.js';
import type { Cursor, Key } from '../../src/contract/walk.js';

/** The parts of Redocly's context of a visitor that the rules use. */
export interface Context {
  report(problem: { message: string; location: Location }): void;
  resolve(reference: object, from: string): { node?: unknown; location?: Location };
  readonly location: Location;
  readonly type: { readonly name: string };
}

/** A place in a file of the spec. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  readonly absolutePointer: string;
  child(key: Key | readonly Key[]): Location;
  key(): Location;
}

/** A cursor in the files of a split spec. */
export class LintCursor implements Cursor<LintCursor> {
  readonly value: Schema;
  readonly location: Location;
  readonly #context: Context;

  constructor(value: unknown, context: Context, at = context.location) {
    const target = isObject(value) && '$ref' in value ? context.resolve(value, at.source.absoluteRef) : { node: value };
    this.value = (target.node ?? {}) as Schema;
    this.location = target.location ?? at;
    this.#context = context;
  }

  child(...keys: readonly Key[]): LintCursor {
    return keys.reduce<LintCursor>(
      ({ value, location }, key) => new LintCursor(Reflect.get(Object(value), key), this.#context, location.child(key)),
      this,
    );
  }
}

/** Returns the name that a part has in the bundle: that of its file, or its key. */
export const nameOf = ({ source, pointer }: Location): string =>
  pointer === '#/' ? basename(source.absoluteRef, extname(source.absoluteRef)) : pointer.replace(/.*\//, '');
