import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../scripts/breaking/compare.js';
import { type Difference, graver, type Impact } from '../../scripts/breaking/version.js';
import type { Document } from '../../src/contract/openapi.js';
import { type Changes, libraries } from './library.js';

/** A change, whose impact the rule for the version must find. */
interface Case {
  readonly title: string;
  readonly changes: Changes;
  readonly impact: Impact;
}

/** The rows of the rule for the version as people read it, each with changes that it speaks of. */
const rows: Record<string, { request: Case[]; answer: Case[] }> = {
  'field added': {
    request: [
      of('minor', 'an optional one', { 'Order/properties/note': { type: 'string' } }),
      of('major', 'a required one', {
        'Order/properties/note': { type: 'string' },
        'Order/required': ['title', 'reader', 'note'],
      }),
    ],
    answer: [
      of('minor', 'an optional one', { 'Loan/properties/note': { type: 'string' } }),
      of('major', 'a promised one', {
        'Loan/properties/note': { type: 'string' },
        'Loan/required': ['id', 'state', 'note'],
      }),
    ],
  },
  'field removed or renamed': {
    request: [
      of('major', 'removed', { 'Order/properties/size': undefined }),
      of('major', 'renamed', {
        'Order/properties/size': undefined,
        'Order/properties/format': { type: 'string', enum: ['small', 'large'] },
      }),
    ],
    answer: [
      of('major', 'removed', { 'Loan/properties/until': undefined }),
      of('major', 'renamed', {
        'Loan/properties/until': undefined,
        'Loan/properties/due': { type: 'string', description: 'The last day.' },
      }),
    ],
  },
  'required field made optional': {
    request: [of('minor', '', { 'Order/required': ['title'] })],
    answer: [of('major', '', { 'Loan/required': ['id'] })],
  },
  'optional field made required': {
    request: [of('major', '', { 'Order/required': ['title', 'reader', 'size'] })],
    answer: [of('major', '', { 'Loan/required': ['id', 'state', 'until'] })],
  },
  'enum, length or pattern widened': {
    request: [
      of('minor', 'enum', { 'Order/properties/size/enum': ['small', 'large', 'huge'] }),
      of('minor', 'length', { 'Order/properties/reader/maxLength': 20 }),
      of('minor', 'pattern', { 'Order/properties/reader/pattern': undefined }),
    ],
    answer: [
      of('major', 'enum', { 'Loan/properties/state/enum': ['lent', 'reserved', 'lost'] }),
      of('major', 'length', { 'Loan/properties/id/maxLength': 20 }),
      of('major', 'pattern', { 'Loan/properties/id/pattern': undefined }),
    ],
  },
  'enum, length or pattern narrowed': {
    request: [
      of('major', 'enum', { 'Order/properties/size/enum': ['small'] }),
      of('major', 'length', { 'Order/properties/reader/maxLength': 5 }),
      of('major', 'pattern', { 'Order/properties/size/pattern': '^s' }),
    ],
    answer: [
      of('major', 'enum', { 'Loan/properties/state/enum': ['lent'] }),
      of('major', 'length', { 'Loan/properties/id/maxLength': 5 }),
      of('major', 'pattern', { 'Loan/properties/until/pattern': '^2' }),
    ],
  },
  'header, status or operation added': {
    request: [
      of('minor', 'an optional header', { 'post/parameters/2': header('X-Shelf', false) }),
      of('major', 'a required header', { 'post/parameters/2': header('X-Shelf', true) }),
    ],
    answer: [
      of('minor', 'a header', { 'Lent/headers/X-Shelf': { schema: { type: 'string' } } }),
      of('minor', 'a status', { 'post/responses/410': { description: 'Sold.' } }),
      of('minor', 'an operation', {
        'paths/~ID~reader': { get: { operationId: 'readID', responses: { 204: { description: 'There.' } } } },
      }),
    ],
  },
  'header, status or operation removed': {
    request: [of('major', 'a header', { 'post/parameters/1': undefined })],
    answer: [
      of('major', 'a header', { 'Lent/headers/X-Count': undefined }),
      of('major', 'a status', { 'post/responses/409': undefined }),
      of('major', 'an operation', { paths: {} }),
    ],
  },
  'name of a schema, example, server or test number': {
    request: [
      of('major', 'a schema less', { Spare: undefined }),
      of('minor', 'a schema more', { Extra: { type: 'string' } }),
      of('major', 'an example less', { 'post/requestBody/content/json/examples/novel': undefined }),
      of('minor', 'an example more', {
        'post/requestBody/content/json/examples/poem': { value: { title: 'If', reader: '7' } },
      }),
      of('major', 'a server less', { servers: [] }),
      of('major', 'a server by another name', { 'servers/0/x-name': 'IDother' }),
      of('major', 'a server elsewhere', { 'servers/0/url': 'https://moved-ID.example.com' }),
      of('minor', 'a server more', { 'servers/1': { url: 'https://more-ID.example.com', 'x-name': 'moreID' } }),
    ],
    answer: [
      of('major', 'an example less', { 'Lent/content/json/examples/lent': undefined }),
      of('major', 'a test number less', { 'Lent/content/json/examples/lent/x-test-numbers': [] }),
      of('minor', 'a test number more', { 'Lent/content/json/examples/lent/x-test-numbers': ['7', '8'] }),
      of('major', 'a test number that brings another status', { 'Lent/content/json/examples/lent/x-status': 202 }),
    ],
  },
  'description or value of an example': {
    request: [
      of('patch', 'a description', { 'post/description': 'Lends one.' }),
      of('patch', 'a value', { 'post/requestBody/content/json/examples/novel/value/title': 'Persuasion' }),
    ],
    answer: [
      of('patch', 'a description', { 'Loan/properties/until/description': 'Until then.' }),
      of('patch', 'a value', { 'Lent/content/json/examples/lent/value/id': '2' }),
    ],
  },
};

/** What the rows do not speak of. */
const others: Case[] = [
  of('major', 'a header that becomes required', { 'Trace/required': true }),
  of('minor', 'a header that need not be sent from now on', { 'Desk/required': false }),
  of('major', 'a header in other letters, which types know by its name', { 'Desk/name': 'x-desk' }),
  of('major', 'a header of an answer that may be missing', { 'Lent/headers/X-Count/required': false }),
  of('minor', 'a body that need not be sent', { 'post/requestBody/required': false }),
  of('major', 'a new media type of an answer', { 'Lent/content/text~plain': { schema: { type: 'string' } } }),
  of('minor', 'a new media type of a request', {
    'post/requestBody/content/text~plain': { schema: { type: 'string' } },
  }),
  of('major', 'another operationId', { 'post/operationId': 'borrowID' }),
  of('major', 'a schema of requests and answers that is wider', { 'Title/maxLength': 200 }),
  of('major', 'a schema of requests and answers that is narrower', { 'Title/maxLength': 50 }),
  of('major', 'a type widened in an answer', { 'Loan/properties/id/type': ['string', 'integer'] }),
  of('major', 'a type narrowed in an answer', { 'Loan/properties/extra/type': 'string' }),
  of('minor', 'a type widened in a request', { 'Order/properties/reader/type': ['string', 'integer'] }),
  of('minor', 'a mark that a field is secret', { 'Order/properties/reader/format': 'password' }),
  of('major', 'a dropped mark that a field is secret', { 'Order/properties/pin/format': undefined }),
  of('major', 'a variant of an answer less', {
    'Refusal/oneOf/1': undefined,
    'Refusal/discriminator/mapping/banned': undefined,
  }),
  of('major', 'a variant told by another field', { 'Refusal/discriminator/propertyName': 'kind' }),
  of('minor', 'a variant of a request more', {
    Card: { type: 'object', properties: { by: { type: 'string', enum: ['card'] } } },
    'Payment/oneOf/1': { $ref: '#/components/schemas/IDCard' },
    'Payment/discriminator/mapping/card': '#/components/schemas/IDCard',
  }),
  of('patch', 'an extension that nothing knows', { 'post/x-note': 'hidden' }),
];

function of(impact: Impact, title: string, changes: Changes): Case {
  return { impact, title, changes };
}

function header(name: string, required: boolean) {
  return { name, in: 'header', required, schema: { type: 'string' } };
}

const sides = ['request', 'answer'] as const;
const cases: Case[] = [
  ...Object.entries(rows).flatMap(([row, cells]) =>
    sides.flatMap((side) => cells[side].map((one) => ({ ...one, title: `${row} (${side}) ${one.title}` }))),
  ),
  ...others,
];

/** The cells of the table that people read, row by row. */
const told = (/^\| a change of .*\n.*\n((?:\|.*\n)+)/m.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1] ?? '')
  .trim()
  .split('\n')
  .map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** One library for each case, in one document: they do not meet, and Redocly is asked once. */
const nameOf = (index: number) => `Lib${String(index).padStart(2, '0')}`;

describe('the impact of a change', () => {
  let differences: Difference[];
  beforeAll(async () => {
    const base = libraries(new Map(cases.map((_, index) => [nameOf(index), {}])));
    const revision = libraries(new Map(cases.map(({ changes }, index) => [nameOf(index), changes])));
    differences = await compare(base, revision);
  });

  it.each(Object.entries(rows))('is told to people: %s', (row, cells) => {
    const impacts = (side: Case[]) => [...new Set(side.map(({ impact }) => impact))].sort();
    const [, request = '', answer = ''] = told.find(([first]) => first === row) ?? [];
    expect(request.match(/major|minor|patch/g)?.sort()).toEqual(impacts(cells.request));
    if (answer !== 'the same') expect(answer.match(/major|minor|patch/g)?.sort()).toEqual(impacts(cells.answer));
  });

  it('is told to people for no other change', () => {
    expect(told.map(([row]) => row)).toEqual(Object.keys(rows));
  });

  for (const [index, { title, impact }] of cases.entries())
    it(`is ${impact}: ${title}`, () => {
      const own = differences.filter(({ where, what }) => (where + what).includes(nameOf(index)));
      expect(own.sort(graver).at(-1)).toMatchObject({ impact });
    });

  it('is told with place, change and reason, the gravest first', async () => {
    const changes = { 'Loan/properties/state/enum': ['lent'], 'post/description': 'Lends one.' };
    const [base, revision] = [libraries(new Map([['A', {}]])), libraries(new Map([['A', changes]]))];
    expect(await compare(base, revision)).toEqual([
      {
        impact: 'major',
        where: 'schemas > ALoan > state',
        what: 'enum: ["lent","reserved"] -> ["lent"]',
        why: 'code may rely on what is gone, and answers that passed are now refused',
      },
      {
        impact: 'patch',
        where: '/A/loans > post',
        what: 'description: "Lends a book." -> "Lends one."',
        why: 'no type and no check changes',
      },
    ]);
  });

  it('is nothing for another version or another order of fields, and a patch for another order of servers', async () => {
    const base = libraries(new Map(['A', 'B'].map((name) => [name, {}])));
    const { paths, openapi, components, servers } = base;
    const reordered = { components, paths, servers, openapi, info: { title: 'Libraries', version: '1.0.1' } } as const;
    expect(await compare(base, reordered as Document)).toEqual([]);
    expect(await compare(base, { ...base, servers: servers?.toReversed() ?? [] })).toMatchObject([{ impact: 'patch' }]);
  });

  it('is not made up for a document that cannot be read', async () => {
    const base = libraries(new Map([['A', {}]]));
    await expect(compare(base, { ...base, openapi: '9.9.9' })).rejects.toThrow(/redocly diff failed[\s\S]*9\.9\.9/);
  });
});
