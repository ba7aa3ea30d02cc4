import { refName, resolve, type Schema } from '../../src/contract/openapi.js';
import { code } from './markdown.js';

/** One field of a body. */
export interface Field {
  /** Path from the top of the body, such as `data.sessionInfo.accessToken`. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** One form of a body: its own table of fields. */
export interface Variant {
  /** Name of its schema, if the contract names it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly schema: Schema;
}

/** How many levels of fields are listed: a recursive schema has no end. */
const maxDepth = 8;

/** Returns every field of an object, and the fields inside them, in the order of the schema. */
export function fieldsOf(document: object, schema: Schema | undefined, prefix = '', depth = 0): Field[] {
  if (depth > maxDepth) return [];
  const rows = variantsOf(document, schema).flatMap(({ schema: { properties = {}, required = [] } }) =>
    Object.entries(properties).flatMap(([name, property]) => {
      const own = resolve<Schema>(document, property) ?? {};
      const path = prefix + name;
      const row = {
        path,
        type: typeText(document, own),
        required: required.includes(name),
        // A description beside a reference replaces that of the target.
        description: [property.description ?? own.description, ...patterns(document, own)].join('\n'),
      };
      const items = own.items && fieldsOf(document, own.items, `${path}[].`, depth + 1);
      return [row, ...fieldsOf(document, own, `${path}.`, depth + 1), ...(items ?? [])];
    }),
  );
  return [...new Map(rows.map((row) => [row.path, row])).values()];
}

/** Returns the forms that a body may have. */
export function variantsOf(document: object, schema: Schema | undefined): Variant[] {
  const own = resolve<Schema>(document, schema);
  if (!schema || !own) return [];
  const parts = own.oneOf ?? own.anyOf;
  if (parts) return parts.flatMap((part) => variantsOf(document, part));
  const name = schema.$ref ? refName(schema.$ref) : '';
  return [{ name, title: own.title ?? name, description: own.description ?? '', schema: own }];
}

/** Describes a type in a few words: `string, 58 characters`. */
export function typeText(document: object, schema: Schema | undefined): string {
  const own = resolve<Schema>(document, schema) ?? {};
  const parts = own.oneOf ?? own.anyOf;
  if (parts && !own.properties) return parts.map((part) => typeText(document, part)).join(' or ');
  const { format, minLength, maxLength, pattern } = own;
  const excluded = (own['not'] as Schema | undefined)?.enum;
  return [
    [own.type].flat().filter(Boolean).join(' or '),
    format === 'password' ? 'secret' : format,
    own.enum && list(own.enum),
    minLength !== undefined && minLength === maxLength
      ? count(minLength)
      : [range('at least', minLength), range('at most', maxLength)],
    pattern !== undefined && 'with a pattern',
    excluded && `not ${list(excluded)}`,
  ]
    .flat()
    .filter(Boolean)
    .join(', ');
}

const count = (characters: unknown): string => `${characters} ${characters === 1 ? 'character' : 'characters'}`;
const range = (words: string, limit: unknown): string => (limit === undefined ? '' : `${words} ${count(limit)}`);
const list = (values: readonly unknown[]): string => values.map((value) => code(JSON.stringify(value))).join(' or ');

const patterns = (document: object, schema: Schema): string[] =>
  variantsOf(document, schema).flatMap(({ schema: { pattern } }) =>
    pattern ? [`Pattern: ${code(String(pattern))}.`] : [],
  );
