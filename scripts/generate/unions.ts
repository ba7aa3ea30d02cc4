import type { Ajv } from 'ajv';
import { withArticle } from '../../src/client/schema.js';
import type { Schema } from '../../src/contract/openapi.js';

/** What the single issue of a union reports: a keyword, and a text such as `an integer or a string`. */
export type UnionMessage = readonly [code: string, accepts: string];

/** Texts for the messages of issues, by schema. */
export interface Texts {
  /** The condition of each variant, such as `authType is 1`. */
  readonly variants: Map<unknown, string>;
  /** What each union without a condition accepts. */
  readonly unions: Map<unknown, UnionMessage>;
}

/** Formats that say how to show or store a value, not which values are valid. */
export const annotationFormats = ['password', 'int32', 'int64', 'float', 'double'];

/**
 * Makes `if`, `then` and `else` of the variants of an object, so that an invalid value gets the issues of one variant.
 *
 * @returns `undefined` if the value of the property does not decide which variant a value can be.
 */
export function toIfThenElse(ajv: Ajv, name: string, schemas: readonly Schema[], texts: Texts): Schema | undefined {
  const variants = schemas.map((schema) => ({
    schema,
    property: schema.type === 'object' ? schema.properties?.[name] : undefined,
    values: schema.required?.includes(name) ? valuesOf(schema.properties?.[name] ?? {}) : undefined,
  }));
  const fixed = variants.flatMap((variant) => (variant.values ? [{ ...variant, values: variant.values }] : []));
  const others = variants.filter(({ values }) => !values);
  if (fixed.length === 0 || others.length > 1 || variants.some(({ property }) => !property)) return undefined;
  const overlaps = fixed.some(({ schema, values }) =>
    variants.some(
      (other) => other.schema !== schema && values.some((value) => ajv.validate(other.property ?? {}, value)),
    ),
  );
  if (overlaps) return undefined;
  const has = (values: readonly unknown[]) => ({ required: [name], properties: { [name]: { enum: values } } });
  return fixed.reduceRight<Schema>(
    (otherwise, { schema, values }) => {
      texts.variants.set(schema, `${name} is ${[...new Set(values.map(String))].join(' or ')}`);
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      return { if: has(values), then: schema, else: otherwise };
    },
    others[0]?.schema ?? has(fixed.flatMap(({ values }) => values)),
  );
}

/** Makes a union without a condition, which has one issue if nothing matches. */
export function toSingleIssue(keyword: string, schemas: readonly Schema[], texts: Texts): Schema {
  // A double negation accepts the same values. Ajv reports one error for it, at the inner `not`, instead of one for each alternative.
  const negation = { not: { [keyword]: schemas } };
  texts.unions.set(negation, messageOf(schemas));
  return { not: negation };
}

/** Returns the values that a prepared schema accepts, if it lists them. */
function valuesOf(schema: Schema): readonly unknown[] | undefined {
  if (schema.enum) return schema.enum;
  // A union inside it already has the form of toSingleIssue.
  const { anyOf, oneOf } = (schema as { not?: { not?: Schema } }).not?.not ?? {};
  const lists = (anyOf ?? oneOf)?.map(valuesOf);
  return lists?.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** Describes the scalars that a union accepts. Patterns are left out, since few people can read them. */
function messageOf(schemas: readonly Schema[]): UnionMessage {
  const parts = schemas
    .filter(({ pattern, format }) => pattern === undefined || format !== undefined)
    .flatMap(({ type, enum: values, format = '' }): UnionMessage[] => {
      if (values) return values.map((value) => ['enum', value === '' ? 'an empty string' : JSON.stringify(value)]);
      if (format && !annotationFormats.includes(format)) return [['format', `a valid ${format}`]];
      return typeof type === 'string' ? [['type', withArticle(type)]] : [];
    });
  const isScalar = ({ type }: Schema) => typeof type === 'string' && type !== 'object' && type !== 'array';
  const [first] = parts;
  if (!first || !schemas.every(isScalar)) return ['anyOf', 'of one of the documented kinds'];
  return [first[0], new Intl.ListFormat('en', { type: 'disjunction' }).format(parts.map(([, text]) => text))];
}
