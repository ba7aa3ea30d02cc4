import { beforeAll, describe, expect, it } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { compare } from '../../scripts/breaking/compare.js';
import { gravest } from '../../scripts/breaking/difference.js';
import type { Document } from '../../scripts/generate/openapi.js';
import { type BreakingCase, Spec } from '../support/breaking-case.js';
import { wireCases, wordCases } from './contract-cases.js';
import { answerCases, moreRequestCases, requestCases } from './schema-cases.js';

const released: Document = contract;

/** The differences after `change`, as `impact where: what`, and the gravest of them. */
async function differencesAfter(...changes: ((spec: Spec) => void)[]) {
  const spec = new Spec(structuredClone(released));
  for (const change of changes) change(spec);
  const differences = await compare(released, spec.document);
  return {
    lines: differences.map(({ impact, where, what }) => `${impact} ${where}: ${what}`),
    impact: gravest(differences),
    differences,
  };
}

// One process of Redocly for each list, not for each case.
describe.each<[string, BreakingCase[]]>([
  ['in a request', requestCases],
  ['elsewhere in a request', moreRequestCases],
  ['in an answer', answerCases],
  ['around the schemas', wireCases],
  ['of names, examples and words', wordCases],
])('a change %s', (_, cases) => {
  let lines: string[];
  beforeAll(async () => {
    ({ lines } = await differencesAfter(...cases.map(({ change }) => change)));
  });

  for (const { title, found } of cases) it(title, () => expect(lines).toEqual(expect.arrayContaining([...found])));

  it('is the only difference that is reported', () => {
    expect(lines.toSorted()).toEqual(cases.flatMap(({ found }) => found).toSorted());
  });
});

describe('the whole comparison', () => {
  it('finds no difference between a contract and itself', async () => {
    expect(await differencesAfter()).toMatchObject({ lines: [], impact: undefined });
  });

  it('takes another version or another order of keys for no difference', async () => {
    const { lines } = await differencesAfter(({ document, schemas }) => {
      document.info.version = '1.0.1';
      for (const schema of Object.values(schemas))
        schema.properties &&= Object.fromEntries(Object.entries(schema.properties).reverse());
    });
    expect(lines).toEqual([]);
  });

  it('calls a lost field of a request major, since requests that have it no longer compile', async () => {
    const { lines } = await differencesAfter(
      (spec) => void delete spec.schema('UserRegistration').properties?.['email'],
    );
    expect(lines).toEqual(['major `UserRegistration` (requests of registerUser): property `email` is gone']);
  });

  it('calls another order of the servers a patch, which Redocly does not see', async () => {
    const { lines } = await differencesAfter(({ document }) => void document.servers?.reverse());
    expect(lines).toEqual(['patch the contract: order or layout changed']);
  });

  it('calls a renamed schema major even when every reference follows', async () => {
    const renamed = JSON.parse(JSON.stringify(released).replaceAll('UserInfo', 'Person')) as Document;
    const differences = await compare(released, renamed);
    expect(gravest(differences)).toBe('major');
    expect(differences[0]).toMatchObject({ where: 'schema `UserInfo`', what: 'is gone' });
  });

  it('calls another operation id major, once, not for each example of the operation', async () => {
    const { lines } = await differencesAfter(
      (spec) => void Object.assign(spec.operation('login'), { operationId: 'signIn' }),
    );
    expect(lines).toEqual(['major POST /koodrive/ose/v1/auth/login: `operationId` was "login" and is "signIn"']);
  });

  it('names the gravest first and gives a reason for each', async () => {
    const { differences } = await differencesAfter(
      (spec) => void Object.assign(spec.schema('UserInfo'), { description: 'Somebody.' }),
      (spec) => void spec.schema('UserRegistration').required?.push('surname'),
    );
    expect(differences.map(({ impact }) => impact)).toEqual(['major', 'patch']);
    expect(differences.map(({ why }) => why)).toEqual([
      'a request that was right is now refused',
      'no type and no check changes',
    ]);
  });

  it('says in whose words a contract cannot be read', async () => {
    await expect(compare(released, { ...released, openapi: '9.9.9' })).rejects.toThrow(
      /redocly diff failed[\s\S]*9\.9\.9/,
    );
  });
});
