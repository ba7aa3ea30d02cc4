import type { Schema } from './openapi.js';

/**
 * A schema that accepts the same values and compiles to less code. Alternatives cost most: each one that does not match builds
 * error objects that are thrown away when another does.
 */
export function simplify(schema: Schema): Schema {
  const { oneOf, anyOf, discriminator, ...rest } = schema;
  if (discriminator) return schema;
  const merged = mergeByType(oneOf ?? anyOf ?? []);
  if (merged && !('type' in rest) && !('enum' in rest) && !('not' in rest)) return { ...rest, ...merged };
  return anyOf ? { ...schema, anyOf: cheapestFirst(anyOf) } : schema;
}

/** Alternatives that differ in type, with no more than an `enum` each or a `not: enum` each, as one schema without alternatives. */
function mergeByType(alternatives: Schema[]): Schema | undefined {
  const types = alternatives.map(({ type }) => type);
  if (alternatives.length < 2 || types.includes(undefined) || new Set(types).size < types.length) return;
  // An integer is a number as well, so these two do not exclude each other.
  if (types.includes('integer') && types.includes('number')) return;

  if (alternatives.every((schema) => keys(schema) === 'enum,type'))
    return { enum: alternatives.flatMap(({ enum: values = [] }) => values) };
  if (alternatives.every((schema) => keys(schema) === 'not,type' && keys(schema['not'] as Schema) === 'enum')) {
    const values = alternatives.flatMap((schema) => (schema['not'] as Schema).enum ?? []);
    return { type: types, not: { enum: values } };
  }
  if (alternatives.every((schema) => keys(schema) === 'type')) return { type: types };
  return;
}

/** The order of an `anyOf` does not matter to what it accepts: try a comparison before a pattern. */
const cheapestFirst = (alternatives: Schema[]): Schema[] =>
  [...alternatives].sort((a, b) => Number('enum' in b) - Number('enum' in a));

const keys = (schema: Schema): string => Object.keys(schema).sort().join();
