import type { Ajv } from 'ajv';
import { encodePart, isObject, lookUp, type Schema } from '../../src/contract/openapi.js';
import { mapSubschemas } from '../../src/contract/walk.js';
import { type Texts, toIfThenElse, toSingleIssue, type UnionMessage } from './unions.js';

/** A schema without references, with texts for the messages of issues by path. */
export interface PreparedSchema {
  readonly schema: Schema;
  readonly variants: Readonly<Record<string, string>>;
  readonly unions: Readonly<Record<string, UnionMessage>>;
}

/** Keywords that do not validate anything. Ajv throws for every other keyword that it does not know. */
const annotations = /^(title|summary|description|default|examples?|deprecated|readOnly|writeOnly|discriminator|x-.*)$/;

/** Replaces each reference by its target, and each union by a schema that reports the issues of one variant. */
export function prepareForAjv(ajv: Ajv, document: object, root: Schema): PreparedSchema {
  const texts: Texts = { variants: new Map(), unions: new Map() };

  function prepare(schema: Schema): Schema {
    // Ajv knows boolean schemas, and throws for anything else.
    if (!isObject(schema)) return schema;
    const { $ref, allOf = [], anyOf, oneOf, ...rest } = mapSubschemas(schema, prepare);
    // Lint allows only one of them.
    const conjuncts = [...(allOf as Schema[])];
    if ($ref) conjuncts.push(prepare(lookUp(document, $ref) as Schema));
    if (anyOf) conjuncts.push(union('anyOf', anyOf));
    if (oneOf) conjuncts.push(union('oneOf', oneOf));
    const own = Object.fromEntries(Object.entries(rest).filter(([keyword]) => !annotations.test(keyword)));
    const [only, ...others] = conjuncts;
    if (only === undefined) return own;
    return others.length === 0 && Object.keys(own).length === 0 ? only : { ...own, allOf: conjuncts };
  }

  function union(keyword: string, schemas: readonly Schema[]): Schema {
    for (const name of Object.keys(schemas[0]?.properties ?? {})) {
      const conditional = toIfThenElse(ajv, name, schemas, texts);
      if (conditional) return conditional;
    }
    return toSingleIssue(keyword, schemas, texts);
  }

  const schema = prepare(root);
  return { schema, variants: byPath(schema, texts.variants), unions: byPath(schema, texts.unions) };
}

/** Returns the texts of a schema's parts by their paths, as Ajv reports them. */
function byPath<Text>(part: unknown, texts: ReadonlyMap<unknown, Text>, path = '#'): Record<string, Text> {
  if (typeof part !== 'object' || part === null) return {};
  const text = texts.get(part);
  const below = Object.entries(part).map(([key, child]) =>
    byPath(child, texts, `${path}/${encodeURIComponent(encodePart(key))}`),
  );
  return Object.assign(text === undefined ? {} : { [path]: text }, ...below);
}
