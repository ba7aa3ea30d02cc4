import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cite, readSource, type Source, withSource } from '../../scripts/generate/source.js';
import { readContract } from '../../src/contract/contract.js';
import { type Document, lookUp } from '../../src/contract/openapi.js';
import { checkSource } from './check-source.js';

const bundle = readFileSync('generated/openapi.json', 'utf8');
const read = (): Document => JSON.parse(bundle);
const source = readSource();

describe('openapi/source.yaml', () => {
  it('accounts for every operation, header, status and property of the spec, and gives every code its page', () => {
    expect(checkSource(read(), source)).toEqual([]);
  });

  it('lists function, URI, status and both examples of each page of an operation', () => {
    for (const { method, path } of readContract(read()).operations) {
      const at = `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
      const page = source.facts.find((fact) => fact.at.includes(at))?.page;
      const kinds = source.facts.filter((fact) => fact.page === page).map(({ kind }) => kind);
      expect(kinds.filter((kind) => ['operation', 'status', 'example'].includes(kind)).sort(), path).toEqual([
        'example',
        'example',
        'operation',
        'operation',
        'status',
      ]);
    }
  });

  it('has each decision once, in order', () => {
    const ids = source.decisions.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => `D${index + 1}`));
  });

  it('gives each page a title, an edition and, where it is known, an address of the publisher and a date', () => {
    for (const [key, { title, edition, address, updated }] of Object.entries(source.pages)) {
      expect(title && edition, key).toBeTruthy();
      if (address) expect(address, key).toMatch(/^https:\/\/support\.huaweicloud\.com\/\S+\.html$/);
      if (updated) expect(updated, key).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('names no page that nothing rests on', () => {
    const used = [
      ...source.facts.map(({ page }) => page),
      ...source.decisions.flatMap(({ pages = [] }) => pages),
      ...Object.values(read().components?.['examples'] ?? {}).map((example) => Object(example)['x-page']),
    ];
    expect(Object.keys(source.pages).filter((page) => !used.includes(page))).toEqual([]);
  });
});

describe('the bundle', () => {
  it('ends its description with every decision, its reason and its pages', () => {
    const { description = '' } = read().info;
    const [, decisions = ''] = description.split('\n## Decisions\n');
    for (const { id, says, decision, why, pages = [] } of source.decisions)
      for (const text of [`### ${id}\n`, says, decision, why, ...pages.map((key) => cite(source.pages[key]))])
        expect(decisions, id).toContain(text);
  });

  it('carries the pages, so that each code finds its own', () => {
    expect(read().info['x-pages']).toEqual(source.pages);
  });

  it('stays as it is without a source', () => {
    const nothing = readSource('nowhere/openapi.yaml');
    expect(withSource(read(), nothing)).toEqual(read());
  });
});

describe('the check of openapi/source.yaml', () => {
  /** What is found when something at a pointer of the bundle is replaced. */
  const changed = (pointer: string, change: object) => {
    const document = read();
    Object.assign(lookUp(document, pointer) as object, change);
    return checkSource(document, source);
  };
  const changedSource = (change: (copy: Source) => void) => {
    const copy = structuredClone(source);
    change(copy);
    return checkSource(read(), copy);
  };
  const schemas = '#/components/schemas';

  it('names a pointer that leads nowhere', () => {
    expect(changed(`${schemas}/UserInfo/properties`, { surname: undefined })).toContain(
      'login, Table 5, surname: #/components/schemas/UserInfo/properties/surname leads nowhere',
    );
  });

  it.each([
    [
      'a required flag',
      `${schemas}/UserRegistration`,
      { required: ['firstname', 'surname', 'phone', 'captchaToken', 'password'] },
      'registerUser, Body table, surname: the page says optional, the spec does not, and no decision says why',
    ],
    [
      'a type',
      `${schemas}/SessionInfo/properties/expiresIn`,
      { type: 'string' },
      'login, Table 6, expiresIn: the page says Long, the spec string, and no decision says why',
    ],
    [
      'an example',
      '#/components/examples/LoginRequestWithPassword',
      { value: {} },
      'login, Example Requests: the example has other values',
    ],
    [
      'an enum',
      `${schemas}/CodeLoginRequest/properties/authType`,
      { enum: ['3'] },
      'login, Table 2, authType 2: the spec lists other values',
    ],
  ])('names %s that differs from the page', (_, pointer, change, problem) => {
    expect(changed(pointer, change)).toEqual([problem]);
  });

  it('names a length that differs from the page, for each page that gives it', () => {
    expect(changed('#/components/parameters/TraceId/schema', { minLength: 1 })).toEqual([
      'login, Table 1, X-Traceid, range: the spec allows 1 to 58',
      'registerUser, Header table, X-Traceid, range: the spec allows 1 to 58',
    ]);
  });

  it('names a property that no row accounts for', () => {
    expect(changed(`${schemas}/UserInfo/properties`, { nickname: { type: 'string' } })).toEqual([
      '#/components/schemas/UserInfo/properties/nickname: no row of openapi/source.yaml accounts for it',
    ]);
  });

  it('names an inferred place that is not marked, and a mark at a place that is not listed', () => {
    expect(changed(`${schemas}/Message`, { description: 'Some text.' })).toEqual([
      'D8: the description at #/components/schemas/Message does not say > **Inferred (D8).**',
    ]);
    expect(changed(`${schemas}/Password`, { description: '> **Inferred (D8).** Some text.' })).toEqual([
      'D8 #/components/schemas/Password is marked in the spec, and openapi/source.yaml does not list it',
    ]);
  });

  it('names a decision without a reason, one that no page settles, and a page that is not listed', () => {
    expect(
      changedSource(({ decisions }) => Object.assign(decisions[0] ?? {}, { why: ' ', pages: ['nowhere'] })),
    ).toEqual(['D1: no reason is given', 'D1: there is no page nowhere']);
    expect(changedSource(({ decisions }) => Object.assign(decisions[2] ?? {}, { pages: [] }))).toEqual([
      'D3: no page settles it',
    ]);
  });

  it('names a published code without a page', () => {
    expect(changed('#/components/examples/ServiceFault', { 'x-page': undefined })).toEqual([
      '13000201: the code is not illustrative, and its example names no page of openapi/source.yaml',
    ]);
  });
});
