import type { Ajv } from 'ajv';
import { ContractError, encodePart, isObject, lookUp, type Schema } from '../../src/contract/openapi.js';
import { mapSubschemas } from '../../src/contract/walk.js';
import { accept, decideBy, type Kinds, type Texts } from './unions.js';

/** A schema without references, with the texts of its parts by their paths in it. */
export interface SelfContained {
  readonly schema: Schema;
  readonly variants: Readonly<Record<string, string>>;
  readonly unions: Readonly<Record<string, Kinds>>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const annotations = words('title description default example examples deprecated readOnly writeOnly');
const combinations = words('$ref allOf anyOf oneOf discriminator');
const assertions = words(`type format enum required minLength maxLength pattern minimum maximum exclusiveMinimum
  exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties
  properties additionalProperties items not`);

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
    for (const keyword of Object.keys(value))
      if (![annotations, combinations, assertions].some((set) => set.has(keyword)) && !keyword.startsWith('x-'))
        throw new ContractError(`${at}/${keyword}: no validator knows this keyword`);
    const converted = mapSubschemas(value, (part, keys) =>
      convert(part, [at, ...keys.map((key) => encodePart(`${key}`))].join('/'), depth + 1),
    );
    const { $ref, discriminator, allOf = [], anyOf, oneOf } = converted;
    const all = [...(allOf as Schema[])];
    if ($ref) all.push(convert(lookUp(document, $ref), $ref, depth + 1));
    if (anyOf) all.push(union('anyOf', anyOf, discriminator?.propertyName, at));
    if (oneOf) all.push(union('oneOf', oneOf, discriminator?.propertyName, at));
    const own = Object.fromEntries(Object.entries(converted).filter(([keyword]) => assertions.has(keyword)));
    const [only, ...others] = all;
    if (!only) return own;
    return others.length === 0 && Object.keys(own).length === 0 ? only : { ...own, allOf: all };
  }

  function union(keyword: string, schemas: readonly Schema[], discriminator: string | undefined, at: string): Schema {
    for (const name of discriminator ? [discriminator] : Object.keys(schemas[0]?.properties ?? {})) {
      const decided = decideBy(ajv, name, schemas, texts);
      if (decided) return decided;
    }
    if (discriminator) throw new ContractError(`${at}: ${discriminator} does not decide between the variants`);
    return accept(keyword, schemas, texts);
  }

  const schema = convert(root, '#', 0);
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
