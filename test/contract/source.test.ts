import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { cite, readSource } from '../../scripts/generate/source.js';
import { decodePart, encodePart } from '../../src/contract/openapi.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { contract } from './cases.js';

type Value = Readonly<Record<string, unknown>>;

/** What a reference page states, and where the spec states it. */
interface Fact {
  page: string;
  place: string;
  kind: 'operation' | 'header' | 'length' | 'property' | 'enum' | 'example' | 'status';
  says?: string;
  mandatory?: boolean;
  type?: string;
  length?: number;
  values?: unknown[];
  value?: unknown;
  at: string[];
  decisions?: string[];
}

const { document } = contract;
const { pages, decisions } = readSource();
const text = readFileSync('openapi/source.yaml', 'utf8');
const { facts }: { facts: Fact[] } = parse(text);

/** Returns what a pointer leads to. References are followed. What stands beside a reference replaces that part of its target. */
function valueAt(pointer: string): Value | undefined {
  const keys = pointer.split('/').slice(1).map(decodePart);
  return follow(keys.reduce<unknown>((parent, key) => follow(parent)?.[key], document));
}

function follow(value: unknown): Value | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { $ref, ...siblings }: Value = { ...value };
  return typeof $ref === 'string' ? { ...valueAt($ref), ...siblings } : (value as Value);
}

/** Expects the spec to state at a pointer what a row of a page states, unless a decision gives a reason for the difference. */
function expectStated(
  { kind, says, mandatory, type, length, values, value: example, decisions: ids = [] }: Fact,
  at: string,
) {
  const found = valueAt(at) ?? {};
  const [parent = '', key = ''] = at.split('/').slice(-2).map(decodePart);
  const isRequired = (required: boolean) => {
    if (mandatory !== undefined && !ids.includes('D5')) expect(required).toBe(mandatory);
  };
  const hasType = ({ type: found, format }: Value) => {
    const documented =
      type === 'Long' ? ['integer', 'int64'] : [type?.endsWith('object') ? 'object' : type?.toLowerCase()];
    if (!ids.includes('D1')) expect([found, format]).toEqual(expect.arrayContaining(documented));
  };
  if (kind === 'operation' && says?.includes(' /')) expect(`${key.toUpperCase()} ${parent}`).toBe(says);
  if (kind === 'status') expect(key).toBe(says);
  if (kind === 'enum') expect(found['enum']).toEqual(values);
  if (kind === 'example') expect(found['value']).toEqual(example);
  if (kind === 'length') {
    expect(found).toMatchObject({ minLength: length, maxLength: length });
    expect(ids, 'a length in bits needs a decision').toContain('D3');
  }
  if (kind === 'header') {
    isRequired(found['required'] === true);
    hasType(follow(found['schema']) ?? {});
  }
  if (kind === 'property') {
    const { required = [] } = valueAt(at.slice(0, at.lastIndexOf('/properties/'))) ?? {};
    isRequired(Array.isArray(required) && required.includes(key));
    hasType(found);
  }
}

describe('openapi/source.yaml', () => {
  it.each(facts)('has the fact of $page, $place, and the spec states it', (fact) => {
    expect(Object.keys(pages)).toContain(fact.page);
    expect(decisions.map(({ id }) => id)).toEqual(expect.arrayContaining(fact.decisions ?? []));
    for (const pointer of fact.at) {
      expect(valueAt(pointer), pointer).toBeDefined();
      expectStated(fact, pointer);
    }
  });

  it.each(decisions)(
    'has a reason for the decision $id, and the spec marks each place where it applies',
    (decision) => {
      const { id, settled, why, pages: keys = [], at, covers = [] } = decision;
      expect(why.trim()).not.toBe('');
      if (settled) expect(keys).not.toEqual([]);
      expect(Object.keys(pages)).toEqual(expect.arrayContaining([...keys]));
      for (const pointer of [...at, ...covers]) expect(valueAt(pointer), pointer).toBeDefined();
      for (const pointer of at) {
        // Tools show the description of a server as plain text.
        const inferred = pointer.startsWith('#/servers/') ? `(inferred, ${id})` : `> **Inferred (${id}).**`;
        expect(valueAt(pointer)?.['description'], pointer).toContain(settled ? `(${id})` : inferred);
      }
    },
  );

  it('lists every place that the spec marks as inferred', () => {
    const marks = [...JSON.stringify(document).matchAll(/\*\*Inferred \((D\d+)\)\.\*\*|\(inferred, (D\d+)\)/g)];
    const listed = decisions.flatMap(({ id, settled, at }) => (settled ? [] : at.map(() => id)));
    expect(listed.sort()).toEqual(marks.map(([, quote, line]) => quote ?? line).sort());
  });

  it('has an entry for every operation, header, status and property of the spec', () => {
    const covered = [
      ...facts.flatMap(({ at }) => at),
      ...decisions.flatMap(({ at, covers = [] }) => [...at, ...covers]),
    ];
    const { parameters = {}, schemas = {} } = document.components ?? {};
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ at: `#/paths/${encodePart(path)}/${method}`, operation })),
    );
    const statuses = operations.flatMap(({ at, operation }) =>
      Object.entries<{ $ref?: string }>(Object(operation).responses).flatMap(([status, { $ref = '' }]) =>
        covered.includes($ref) ? [] : [`${at}/responses/${status}`],
      ),
    );
    const headers = Object.keys(parameters).map((name) => `#/components/parameters/${name}`);
    const properties = Object.entries(schemas).flatMap(([name, schema]) =>
      Object.keys(schema.properties ?? {}).map((property) => `#/components/schemas/${name}/properties/${property}`),
    );
    const places = [...operations.map(({ at }) => at), ...statuses, ...headers, ...properties];
    expect(places.filter((place) => !covered.includes(place))).toEqual([]);
  });

  it.each(contract.operations)(
    'lists function, URI, status and both examples of the page of $id',
    ({ method, path }) => {
      const at = `#/paths/${encodePart(path)}/${method.toLowerCase()}`;
      const page = facts.find((fact) => fact.at.includes(at))?.page;
      const kinds = facts.filter((fact) => fact.page === page).map(({ kind }) => kind);
      const counted = ['operation', 'status', 'example'].map(
        (wanted) => kinds.filter((kind) => kind === wanted).length,
      );
      expect(counted).toEqual([2, 1, 2]);
    },
  );

  it('has no HTML, which the docs would show', () => {
    expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/<[a-z!/?]/i);
  });

  it('has each decision once, in order', () => {
    expect(decisions.map(({ id }) => id)).toEqual(decisions.map((_, index) => `D${index + 1}`));
  });
});

describe('the bundle', () => {
  it('ends its description with every decision, its reason and its pages', () => {
    const [, text = ''] = (document.info.description ?? '').split('\n## Decisions\n');
    for (const { id, title, says, decision, why, pages: keys = [] } of decisions)
      for (const part of [`### ${id}: ${title}\n`, says, decision, why, ...keys.map((key) => cite(pages[key]))])
        expect(text, id).toContain(part);
  });

  it('contains the pages, which its codes refer to', () => {
    expect(document.info['x-pages']).toEqual(pages);
  });
});

it('A mistake in source.yaml is reported with its file and line, and an empty file is an empty source', () => {
  const folder = temporaryFolder(onTestFinished);
  const read = (yaml: string) => {
    writeInto(folder, 'source.yaml', yaml);
    return readSource(join(folder, 'openapi.yaml'));
  };
  expect(() => read('pages:\n\ta: 1\n')).toThrow(/source\.yaml: .* at line 2/);
  expect(read('')).toEqual({ pages: {}, decisions: [] });
});
