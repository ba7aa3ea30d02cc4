import type { Ajv } from 'ajv';
import { ContractError, encodePart, isObject, lookUp, type Schema } from '../../src/contract/openapi.js';
import { accept, decideBy, type Kinds, type Texts } from './unions.js';

/** A schema without references, with the texts of its parts by their paths in it. */
export interface SelfContained {
  readonly schema: Schema;
  readonly variants: Readonly<Record<string, string>>;
  readonly unions: Readonly<Record<string, Kinds>>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const annotations = words('title description default example examples deprecated readOnly writeOnly discriminator');
const assertions = words(`type format enum required minLength maxLength pattern minimum maximum exclusiveMinimum
  exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties`);
const maxDepth = 100;

/**
 * Prepares a schema for Ajv. The target of a reference applies together with the keywords beside the reference.
 *
 * @throws {ContractError} for a keyword that no validator knows, and for a discriminator that does not decide.
 */
export function selfContained(ajv: Ajv, document: object, root: Schema): SelfContained {
  const texts: Texts = { variants: new Map(), unions: new Map() };

  function convert(value: unknown, at: string, depth: number): Schema {
    // A boolean schema accepts everything or nothing.
    if (typeof value === 'boolean') return value ? {} : { not: {} };
    if (!isObject(value)) throw new ContractError(`${at} is not a schema`);
    if (depth > maxDepth) throw new ContractError(`${at} contains itself, and a recursive schema has no validator`);
    const own: Record<string, unknown> = {};
    const all: Schema[] = [];
    for (const [keyword, part] of Object.entries(value)) {
      const place = `${at}/${keyword}`;
      const next = (child: unknown, key: string) => convert(child, `${place}/${encodePart(key)}`, depth + 1);
      const list = () => Object.entries(part as object).map(([key, child]) => next(child, key));
      if (assertions.has(keyword) || (keyword === 'additionalProperties' && part === false)) own[keyword] = part;
      else if (['items', 'not', 'additionalProperties'].includes(keyword))
        own[keyword] = convert(part, place, depth + 1);
      else if (keyword === 'properties')
        own[keyword] = Object.fromEntries(
          Object.entries(part as object).map(([key, child]) => [key, next(child, key)]),
        );
      else if (keyword === '$ref') all.push(convert(lookUp(document, `${part}`), `${part}`, depth + 1));
      else if (keyword === 'allOf') all.push(...list());
      else if (keyword === 'anyOf' || keyword === 'oneOf') all.push(union(keyword, list(), value, place));
      else if (!annotations.has(keyword) && !keyword.startsWith('x-'))
        throw new ContractError(`${place}: no validator knows this keyword`);
    }
    const [only, ...others] = all;
    if (only === undefined) return own;
    return others.length === 0 && Object.keys(own).length === 0 ? only : { ...own, allOf: all };
  }

  function union(keyword: string, schemas: readonly Schema[], { discriminator }: Schema, at: string): Schema {
    const names = discriminator ? [discriminator.propertyName] : Object.keys(schemas[0]?.properties ?? {});
    for (const name of names) {
      const decided = decideBy(ajv, name, schemas, texts);
      if (decided) return decided;
    }
    if (discriminator)
      throw new ContractError(`${at}: ${discriminator.propertyName} does not decide between these schemas`);
    return accept(keyword, schemas, texts);
  }

  const schema = convert(root, '#', 0);
  return { schema, variants: byPath(schema, texts.variants), unions: byPath(schema, texts.unions) };
}

/** The texts of a schema's parts by their paths, as Ajv reports them. */
function byPath<Text>(part: unknown, texts: ReadonlyMap<unknown, Text>, path = '#'): Record<string, Text> {
  if (typeof part !== 'object' || part === null) return {};
  const text = texts.get(part);
  const below = Object.entries(part).map(([key, child]) =>
    byPath(child, texts, `${path}/${encodeURIComponent(encodePart(key))}`),
  );
  return Object.assign(text === undefined ? {} : { [path]: text }, ...below);
}
