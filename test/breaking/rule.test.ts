import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../scripts/breaking/compare.js';
import { type Difference, graver, type Impact } from '../../scripts/breaking/version.js';
import type { Document } from '../../src/contract/openapi.js';
import { type Changes, libraries } from './library.js';

/** A change, whose impact the rule for the version must find. */
type Case = readonly [row: string, side: 'request' | 'answer', impact: Impact, title: string, changes: Changes];

const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
const widened = 'enum, length or pattern widened';
const narrowed = 'enum, length or pattern narrowed';
const added = 'header, status or operation added';
const removed = 'header, status or operation removed';
const names = 'name of a schema, example, server or test number';
const words = 'description or value of an example';

const orderNote = { 'Order/properties/note': { type: 'string' } };
const loanNote = { 'Loan/properties/note': { type: 'string' } };
const format = { type: 'string', enum: ['small', 'large'] };
const due = { type: 'string', description: 'The last day.' };
const readID = { operationId: 'readID', responses: { 204: { description: 'There.' } } };
const body = 'post/requestBody/content/json';
const lent = 'Lent/content/json/examples/lent';

/** Changes that the rows of the rule speak of, as people read them. */
const told: readonly Case[] = [
  ['field added', 'request', 'minor', 'an optional one', orderNote],
  ['field added', 'request', 'major', 'required', { ...orderNote, 'Order/required': ['title', 'reader', 'note'] }],
  ['field added', 'answer', 'minor', 'an optional one', loanNote],
  ['field added', 'answer', 'major', 'promised', { ...loanNote, 'Loan/required': ['id', 'state', 'note'] }],

  ['field removed or renamed', 'request', 'major', 'removed', { 'Order/properties/size': undefined }],
  [
    'field removed or renamed',
    'request',
    'major',
    'renamed',
    { 'Order/properties/size': undefined, 'Order/properties/format': format },
  ],
  ['field removed or renamed', 'answer', 'major', 'removed', { 'Loan/properties/until': undefined }],
  [
    'field removed or renamed',
    'answer',
    'major',
    'renamed',
    { 'Loan/properties/until': undefined, 'Loan/properties/due': due },
  ],

  ['required field made optional', 'request', 'minor', '', { 'Order/required': ['title'] }],
  ['required field made optional', 'answer', 'major', '', { 'Loan/required': ['id'] }],

  ['optional field made required', 'request', 'major', '', { 'Order/required': ['title', 'reader', 'size'] }],
  ['optional field made required', 'answer', 'major', '', { 'Loan/required': ['id', 'state', 'until'] }],

  [widened, 'request', 'minor', 'enum', { 'Order/properties/size/enum': ['small', 'large', 'huge'] }],
  [widened, 'request', 'minor', 'length', { 'Order/properties/reader/maxLength': 20 }],
  [widened, 'request', 'minor', 'pattern', { 'Order/properties/reader/pattern': undefined }],
  [widened, 'answer', 'major', 'enum', { 'Loan/properties/state/enum': ['lent', 'reserved', 'lost'] }],
  [widened, 'answer', 'major', 'length', { 'Loan/properties/id/maxLength': 20 }],
  [widened, 'answer', 'major', 'pattern', { 'Loan/properties/id/pattern': undefined }],

  [narrowed, 'request', 'major', 'enum', { 'Order/properties/size/enum': ['small'] }],
  [narrowed, 'request', 'major', 'length', { 'Order/properties/reader/maxLength': 5 }],
  [narrowed, 'request', 'major', 'pattern', { 'Order/properties/size/pattern': '^s' }],
  [narrowed, 'answer', 'major', 'enum', { 'Loan/properties/state/enum': ['lent'] }],
  [narrowed, 'answer', 'major', 'length', { 'Loan/properties/id/maxLength': 5 }],
  [narrowed, 'answer', 'major', 'pattern', { 'Loan/properties/until/pattern': '^2' }],

  [added, 'request', 'minor', 'an optional header', { 'post/parameters/2': header('X-Shelf', false) }],
  [added, 'request', 'major', 'a required header', { 'post/parameters/2': header('X-Shelf', true) }],
  [added, 'answer', 'minor', 'a header', { 'Lent/headers/X-Shelf': { schema: { type: 'string' } } }],
  [added, 'answer', 'minor', 'a status', { 'post/responses/410': { description: 'Sold.' } }],
  [added, 'answer', 'minor', 'an operation', { 'paths/~ID~reader': { get: readID } }],

  [removed, 'request', 'major', 'a header', { 'post/parameters/1': undefined }],
  [removed, 'answer', 'major', 'a header', { 'Lent/headers/X-Count': undefined }],
  [removed, 'answer', 'major', 'a status', { 'post/responses/409': undefined }],
  [removed, 'answer', 'major', 'an operation', { paths: {} }],

  [names, 'request', 'major', 'a schema less', { Spare: undefined }],
  [names, 'request', 'minor', 'a schema more', { Extra: { type: 'string' } }],
  [names, 'request', 'major', 'an example less', { [`${body}/examples/novel`]: undefined }],
  [names, 'request', 'minor', 'one more', { [`${body}/examples/poem`]: { value: { title: 'If', reader: '7' } } }],
  [names, 'request', 'major', 'a server less', { servers: [] }],
  [names, 'request', 'major', 'a server by another name', { 'servers/0/x-name': 'IDother' }],
  [names, 'request', 'major', 'a server elsewhere', { 'servers/0/url': 'https://moved-ID.example.com' }],
  [names, 'request', 'minor', 'one more', { 'servers/1': { url: 'https://more-ID.example.com', 'x-name': 'moreID' } }],
  [names, 'answer', 'major', 'an example less', { [lent]: undefined }],
  [names, 'answer', 'major', 'a test number less', { [`${lent}/x-test-numbers`]: [] }],
  [names, 'answer', 'minor', 'a test number more', { [`${lent}/x-test-numbers`]: ['7', '8'] }],
  [names, 'answer', 'major', 'a test number that brings another status', { [`${lent}/x-status`]: 202 }],

  [words, 'request', 'patch', 'a description', { 'post/description': 'Lends one.' }],
  [words, 'request', 'patch', 'a value', { [`${body}/examples/novel/value/title`]: 'Persuasion' }],
  [words, 'answer', 'patch', 'a description', { 'Loan/properties/until/description': 'Until then.' }],
  [words, 'answer', 'patch', 'a value', { [`${lent}/value/id`]: '2' }],
];

/** What the rows do not speak of. */
const others: readonly (readonly [impact: Impact, title: string, changes: Changes])[] = [
  ['major', 'a header that becomes required', { 'Trace/required': true }],
  ['minor', 'a header that need not be sent from now on', { 'Desk/required': false }],
  ['major', 'a header in other letters, which types know by its name', { 'Desk/name': 'x-desk' }],
  ['major', 'a header of an answer that may be missing', { 'Lent/headers/X-Count/required': false }],
  ['minor', 'a body that need not be sent', { 'post/requestBody/required': false }],
  ['major', 'a new media type of an answer', { 'Lent/content/text~plain': { schema: { type: 'string' } } }],
  ['minor', 'one of a request', { 'post/requestBody/content/text~plain': { schema: { type: 'string' } } }],
  ['major', 'another operationId', { 'post/operationId': 'borrowID' }],
  ['major', 'a schema of requests and answers that is wider', { 'Title/maxLength': 200 }],
  ['major', 'a schema of requests and answers that is narrower', { 'Title/maxLength': 50 }],
  ['major', 'a type widened in an answer', { 'Loan/properties/id/type': ['string', 'integer'] }],
  ['major', 'a type narrowed in an answer', { 'Loan/properties/extra/type': 'string' }],
  ['minor', 'a type widened in a request', { 'Order/properties/reader/type': ['string', 'integer'] }],
  ['minor', 'a mark that a field is secret', { 'Order/properties/reader/format': 'password' }],
  ['major', 'a dropped mark that a field is secret', { 'Order/properties/pin/format': undefined }],
  [
    'major',
    'a variant of an answer less',
    { 'Refusal/oneOf/1': undefined, 'Refusal/discriminator/mapping/banned': undefined },
  ],
  ['major', 'a variant told by another field', { 'Refusal/discriminator/propertyName': 'kind' }],
  [
    'minor',
    'a variant of a request more',
    {
      Card: { type: 'object', properties: { by: { type: 'string', enum: ['card'] } } },
      'Payment/oneOf/1': { $ref: '#/components/schemas/IDCard' },
      'Payment/discriminator/mapping/card': '#/components/schemas/IDCard',
    },
  ],
  ['patch', 'an extension that nothing knows', { 'post/x-note': 'hidden' }],
];

const cases = [
  ...told.map(([row, side, impact, title, changes]) => ({ impact, title: `${row} (${side}) ${title}`, changes })),
  ...others.map(([impact, title, changes]) => ({ impact, title, changes })),
];

/** The cells of the table that people read, row by row. */
const rows = (/^\| a change of .*\n.*\n((?:\|.*\n)+)/m.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1] ?? '')
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

  it.each(rows)('is told to people: %s', (row, ...cells) => {
    for (const [index, side] of (['request', 'answer'] as const).entries()) {
      const found = told.filter((one) => one[0] === row && one[1] === side).map(([, , impact]) => impact);
      const cell = cells[index] ?? '';
      if (cell !== 'the same') expect(cell.match(/major|minor|patch/g)?.sort()).toEqual([...new Set(found)].sort());
    }
  });

  it('is told to people for no other change', () => {
    expect(rows.map(([row]) => row)).toEqual([...new Set(told.map(([row]) => row))]);
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
