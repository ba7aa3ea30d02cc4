import { isDeepStrictEqual } from 'node:util';
import type { Decision, Fact, Source } from '../../scripts/generate/source.js';
import { readContract } from '../../src/contract/contract.js';
import { errorCodes } from '../../src/contract/error-codes.js';
import { type Document, decodePart, encodePart, isObject } from '../../src/contract/openapi.js';

type Value = Readonly<Record<string, unknown>>;

/** Every way in which the bundle and its source disagree, each as a sentence that names the place. */
export const checkSource = (document: Document, source: Source): string[] => [
  ...source.facts.flatMap((fact) => checkFact(document, source, fact)),
  ...source.decisions.flatMap((decision) => checkDecision(document, source, decision)),
  ...strayMarks(document, source),
  ...unaccounted(document, source),
  ...unsupportedCodes(document),
];

/** The decisions that may settle where the spec differs from a row of a page. */
const settles = { required: 'D5', type: 'D1', length: 'D3' };

function checkFact(document: Document, source: Source, fact: Fact): string[] {
  const name = `${fact.page}, ${fact.place}`;
  const decided = (what: keyof typeof settles) => fact.decisions?.includes(settles[what]) ?? false;
  const unknown = (fact.decisions ?? []).filter((id) => !source.decisions.some((decision) => decision.id === id));
  const problems = [
    ...(fact.page in source.pages ? [] : ['there is no such page']),
    ...unknown.map((id) => `there is no decision ${id}`),
    ...fact.at.flatMap((pointer) => {
      const value = valueAt(document, pointer);
      return value === undefined ? [`${pointer} leads nowhere`] : compare(document, fact, pointer, value, decided);
    }),
  ];
  return problems.map((problem) => `${name}: ${problem}`);
}

/** What the value at a pointer says otherwise than the page. */
function compare(
  document: Document,
  fact: Fact,
  pointer: string,
  value: Value,
  decided: (what: keyof typeof settles) => boolean,
): string[] {
  const keys = pointer.split('/').map(decodePart);
  const key = keys.at(-1) ?? '';
  const parent = () => valueAt(document, pointer.slice(0, pointer.lastIndexOf('/properties/'))) ?? {};
  switch (fact.kind) {
    case 'operation': {
      const uri = `${key.toUpperCase()} ${keys.at(-2)}`;
      return !fact.says?.includes(' /') || fact.says === uri ? [] : [`the spec has ${uri}`];
    }
    case 'header':
      return [...flag(fact, value['required'] === true, decided), ...type(fact, value['schema'], decided)];
    case 'property': {
      const { required } = parent();
      return [...flag(fact, Array.isArray(required) && required.includes(key), decided), ...type(fact, value, decided)];
    }
    case 'length': {
      const { minLength, maxLength } = value;
      if (!decided('length')) return ['a length in bits needs a decision'];
      return minLength === fact.length && maxLength === fact.length
        ? []
        : [`the spec allows ${minLength} to ${maxLength}`];
    }
    case 'enum':
      return isDeepStrictEqual(value['enum'], fact.values) ? [] : ['the spec lists other values'];
    case 'example':
      return isDeepStrictEqual(value['value'], fact.value) ? [] : ['the example has other values'];
    case 'status':
      return key === fact.says ? [] : [`the spec has ${key}`];
  }
}

function flag({ mandatory }: Fact, required: boolean, decided: (what: 'required') => boolean): string[] {
  if (mandatory === undefined || mandatory === required || decided('required')) return [];
  return [`the page says ${mandatory ? 'mandatory' : 'optional'}, the spec does not, and no decision says why`];
}

function type({ type: said = '' }: Fact, schema: unknown, decided: (what: 'type') => boolean): string[] {
  const { type: found, format } = isObject(schema) ? schema : {};
  const wanted = said.endsWith('object') ? 'object' : said.toLowerCase();
  const same = said === 'Long' ? found === 'integer' && format === 'int64' : found === wanted;
  if (same || decided('type')) return [];
  return [`the page says ${said}, the spec ${found ?? 'something else'}, and no decision says why`];
}

function checkDecision(
  document: Document,
  source: Source,
  { id, settled, why, pages = [], at, covers = [] }: Decision,
) {
  const mark = settled ? `(${id})` : `> **Inferred (${id}).**`;
  return [
    ...(why.trim() ? [] : [`${id}: no reason is given`]),
    ...(settled && pages.length === 0 ? [`${id}: no page settles it`] : []),
    ...pages.filter((page) => !(page in source.pages)).map((page) => `${id}: there is no page ${page}`),
    ...[...at, ...covers].flatMap((pointer) => (valueAt(document, pointer) ? [] : [`${id}: ${pointer} leads nowhere`])),
    ...at.flatMap((pointer) => {
      const { description = '' } = valueAt(document, pointer) ?? {};
      return `${description}`.includes(mark) ? [] : [`${id}: the description at ${pointer} does not say ${mark}`];
    }),
  ];
}

/** Marks in the spec at places that their decision does not list. */
function strayMarks(document: Document, { decisions }: Source): string[] {
  const listed = new Set(decisions.flatMap(({ id, at }) => at.map((pointer) => `${id} ${pointer}`)));
  const walk = (value: unknown, pointer: string): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { description } = value as Value;
    const marks = typeof description === 'string' ? [...description.matchAll(/\*\*Inferred \((D\d+)\)\.\*\*/g)] : [];
    const stray = marks.map(([, id]) => `${id} ${pointer}`).filter((mark) => !listed.has(mark));
    return [
      ...stray.map((mark) => `${mark} is marked in the spec, and openapi/source.yaml does not list it`),
      ...Object.entries(value).flatMap(([key, item]) => walk(item, `${pointer}/${encodePart(key)}`)),
    ];
  };
  return walk(document, '#');
}

/** Operations, statuses, headers and properties of the spec that no fact and no decision points at. */
function unaccounted(document: Document, { facts, decisions }: Source): string[] {
  const covered = new Set(
    [...facts, ...decisions].flatMap((entry) => [...entry.at, ...('covers' in entry ? (entry.covers ?? []) : [])]),
  );
  const { parameters = {}, schemas = {} } = document.components ?? {};
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ at: `#/paths/${encodePart(path)}/${method}`, operation })),
  );
  const statuses = operations.flatMap(({ at, operation }) =>
    Object.entries((operation as { responses?: object }).responses ?? {}).flatMap(([status, response]) =>
      covered.has(response.$ref) ? [] : [`${at}/responses/${status}`],
    ),
  );
  const headers = Object.keys(parameters).map((name) => `#/components/parameters/${name}`);
  const properties = Object.entries(schemas).flatMap(([name, schema]) =>
    Object.keys(schema.properties ?? {}).map((property) => `#/components/schemas/${name}/properties/${property}`),
  );
  return [...operations.map(({ at }) => at), ...statuses, ...headers, ...properties]
    .filter((place) => !covered.has(place))
    .map((place) => `${place}: no row of openapi/source.yaml accounts for it`);
}

/** Codes that are said to be published, without a page that says so. */
const unsupportedCodes = (document: Document): string[] =>
  errorCodes(readContract(document))
    .filter(({ illustrative, page }) => !illustrative && !page)
    .map(({ code }) => `${code}: the code is not illustrative, and its example names no page of openapi/source.yaml`);

/** What a pointer leads to, with every reference on the way followed. What stands beside a reference wins over its target. */
function valueAt(document: Document, pointer: string): Value | undefined {
  const keys = pointer.split('/').slice(1).map(decodePart);
  return follow(
    document,
    keys.reduce<unknown>((parent, key) => follow(document, parent)?.[key], document),
  );
}

function follow(document: Document, value: unknown): Value | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { $ref, ...siblings } = value as Value;
  return typeof $ref === 'string' ? { ...valueAt(document, $ref), ...siblings } : (value as Value);
}
