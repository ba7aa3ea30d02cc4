import { isDeepStrictEqual } from 'node:util';
import { type Document, type Example, type Parameter, refName, type Schema } from '../generate/openapi.js';
import type { Fact, Source } from './source.js';

/** What a decision may settle where the spec differs from a row of a page. */
const settles: Record<string, string[]> = {
  required: ['D5'],
  type: ['D1'],
  length: ['D3'],
};

/** Every way in which the spec and openapi/source.yaml disagree, each as a sentence that names the place. */
export function checkSource(document: Document, source: Source): string[] {
  const problems: string[] = [];
  const covered = new Set<string>();
  const known = new Set(source.deviations.map(({ id }) => id));
  for (const fact of source.facts) {
    const name = `${fact.page}, ${fact.place}`;
    for (const id of fact.decisions ?? []) if (!known.has(id)) problems.push(`${name}: there is no decision ${id}`);
    for (const pointer of fact.at) {
      const value = lookUp(document, pointer);
      covered.add(pointer);
      if (value === undefined) problems.push(`${name}: ${pointer} leads nowhere`);
      else problems.push(...checkFact(document, fact, pointer, value).map((problem) => `${name}: ${problem}`));
    }
  }
  for (const { id, at } of source.deviations) {
    for (const pointer of at) {
      const value = lookUp(document, pointer) as { description?: string } | undefined;
      covered.add(pointer);
      if (value === undefined) problems.push(`${id}: ${pointer} leads nowhere`);
      else if (!value.description?.includes(`**Inferred (${id}).**`))
        problems.push(`${id}: the description at ${pointer} has no paragraph that starts with **Inferred (${id}).**`);
    }
  }
  return [...problems, ...uncovered(document, covered), ...unknownMarks(document, known)];
}

function checkFact(document: Document, fact: Fact, pointer: string, value: unknown): string[] {
  const decided = (what: string) => fact.decisions?.some((id) => settles[what]?.includes(id)) ?? false;
  switch (fact.kind) {
    case 'operation': {
      const [, path = '', method = ''] = pointer.split('/').slice(1).map(decodeKey);
      const uri = `${method.toUpperCase()} ${path}`;
      return fact.says?.startsWith('POST ') && fact.says !== uri ? [`the spec has ${uri}`] : [];
    }
    case 'header': {
      const { required = false, schema = {} } = value as Parameter;
      return [...sameFlag(fact, required, decided), ...sameType(fact, schema, decided)];
    }
    case 'property': {
      const name = refName(pointer);
      const parent = lookUp(document, pointer.slice(0, pointer.lastIndexOf('/properties/'))) as Schema;
      const required = parent.required?.includes(name) ?? false;
      return [...sameFlag(fact, required, decided), ...sameType(fact, value as Schema, decided)];
    }
    case 'length': {
      const { minLength, maxLength } = value as Schema;
      if (!decided('length')) return ['a length in bits needs a decision'];
      return minLength === fact.length && maxLength === fact.length
        ? []
        : [`the spec allows ${minLength} to ${maxLength}`];
    }
    case 'enum':
      return isDeepStrictEqual((value as Schema).enum, fact.values) ? [] : ['the spec lists other values'];
    case 'example':
      return isDeepStrictEqual((value as Example).value, fact.value) ? [] : ['the example has other values'];
    case 'status':
      return refName(pointer) === fact.says ? [] : [`the spec has ${refName(pointer)}`];
  }
}

function sameFlag(fact: Fact, required: boolean, decided: (what: string) => boolean): string[] {
  if (fact.mandatory === undefined || fact.mandatory === required || decided('required')) return [];
  return [`the page says ${fact.mandatory ? 'mandatory' : 'optional'}, the spec does not, and no decision says why`];
}

function sameType({ type = '' }: Fact, schema: Schema, decided: (what: string) => boolean): string[] {
  const same =
    type === 'Long'
      ? schema.type === 'integer' && schema.format === 'int64'
      : schema.type === (type.endsWith('object') ? 'object' : type.toLowerCase());
  if (same || decided('type')) return [];
  return [`the page says ${type}, the spec ${schema.type ?? 'something else'}, and no decision says why`];
}

/** Operations, statuses, headers and properties of the spec that no fact and no deviation points at. */
function uncovered(document: Document, covered: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const at = `#/paths/${encodeKey(path)}/${method}`;
      parts.push(at);
      const { responses } = operation as { responses: Record<string, { $ref?: string }> };
      for (const [status, { $ref }] of Object.entries(responses)) {
        const place = `${at}/responses/${status}`;
        if (!$ref || !covered.has($ref)) parts.push(place);
      }
    }
  }
  for (const name of Object.keys(document.components?.['parameters'] ?? {}))
    parts.push(`#/components/parameters/${name}`);
  for (const [name, { properties = {} }] of Object.entries(document.components?.schemas ?? {}))
    for (const property of Object.keys(properties)) parts.push(`#/components/schemas/${name}/properties/${property}`);
  return parts
    .filter((part) => !covered.has(part))
    .map((part) => `${part}: no row of openapi/source.yaml accounts for it`);
}

/** Marks in the spec that name a decision which does not exist. */
function unknownMarks(document: Document, known: ReadonlySet<string>): string[] {
  const marks = JSON.stringify(document).matchAll(/\*\*Inferred \((D\d+)\)\.\*\*/g);
  return [...new Set([...marks].map(([, id = '']) => id))]
    .filter((id) => !known.has(id))
    .map((id) => `${id}: the spec names this decision, openapi/source.yaml does not`);
}

const encodeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const decodeKey = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** What a pointer leads to, with every reference on the way followed. Siblings of a reference win over its target. */
function lookUp(document: Document, pointer: string): unknown {
  let value: unknown = document;
  for (const key of pointer.split('/').slice(1).map(decodeKey)) {
    value = follow(document, value);
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return follow(document, value);
}

function follow(document: Document, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  const { $ref, ...siblings } = value as { $ref: string };
  return { ...(lookUp(document, $ref) as object), ...siblings };
}
