import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../src/contract/contract.js';
import { route } from '../../src/mock/answer.js';
import { parseDelay, pickDelay } from '../../src/mock/options.js';
import { readPreference, selectExample } from '../../src/mock/select-example.js';
import { contract } from '../contract/cases.js';

const [login] = contract.operations as [Operation];

/** What a `Prefer` header selects: status and key of an example, or the other preferences. */
function read(header: string) {
  const preference = readPreference(login, header);
  if ('problem' in preference) return preference;
  const { example, ...others } = preference;
  return example ? `${example.status} ${example.key}` : others;
}

describe('A Prefer header', () => {
  test.each([
    ['example="wrongPassword" ; code=400', '400 wrongPassword'],
    ['EXAMPLE=wrongPassword', '400 wrongPassword'],
    ['example= wrongPassword ;code=400', '400 wrongPassword'],
    [String.raw`example="wrong\Password"`, '400 wrongPassword'],
    ['return=minimal, wait=10, code=500', '500 serviceFault'],
    ['code=401, code=429', '401 credentialsRefused'],
    ['code=505, example=unknownRefusal', '505 unknownRefusal'],
    ['code=599', '599 unknownRefusal'],
    ['', { dynamic: false }],
    ['dynamic=false', { dynamic: false }],
    ['seed=a', { dynamic: false, seed: 'a' }],
    ['dynamic=true, seed="7, 8"', { dynamic: true, seed: '7, 8' }],
  ])('%j is understood', (header, selected) => {
    expect(read(header)).toEqual(selected);
  });

  test.each([
    ['example=secret', 'login has no such example'],
    ['code=200, example=wrongPassword', 'login has no such example of that status'],
    ['code=400, example=unknownApi', 'login has no such example of that status'],
    ['code=399', 'login has no example of that status'],
    ['code=600', 'login has no example of that status'],
    ['code=secret', 'code must be a status'],
    ['code=4000', 'code must be a status'],
    ['code', 'code must be a status'],
    ['dynamic=secret', 'dynamic must be true or false'],
    ['exmaple=wrongPassword', 'has a name that the mock does not know'],
  ])('%j is refused without a quotation, and with what is available', (header, problem) => {
    const result = read(header);

    expect(result).toMatchObject({ problem: expect.stringContaining(problem) });
    for (const { key, status } of login.examples)
      expect(result).toMatchObject({ available: expect.stringContaining(`${key} (${status})`) });
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

describe('A valid request', () => {
  const noPreference = { dynamic: false, seed: undefined };
  const keyOf = (body: unknown) => selectExample(login, body, noPreference).example?.key;

  test('gets the first success without a test number', () => {
    for (const body of [{ account: 'me' }, { password: '0027000040002' }, Object.create({ account: '0027000040002' })])
      expect(keyOf(body)).toBe('withPassword');
    expect(keyOf(undefined)).toBe('withPassword');
  });

  test.each(login.examples.filter(({ testNumbers }) => testNumbers.length > 0))(
    'gets $key for its test number',
    ({ key, testNumbers }) => {
      for (const account of testNumbers) expect(keyOf({ account })).toBe(key);
    },
  );
});

describe('A delay', () => {
  test.each([
    ['800', { min: 800, max: 800 }],
    ['200-1200', { min: 200, max: 1200 }],
    [' 0 ', { min: 0, max: 0 }],
    ['60000', { min: 60_000, max: 60_000 }],
  ])('of %j is understood', (text, delay) => {
    expect(parseDelay(text)).toEqual(delay);
  });

  test.each(['', 'soon', '-1', '1.5', '1e3', '5-1', '60001', '1-2-3'])('of %j is rejected', (text) => {
    expect(parseDelay(text)).toBeUndefined();
  });

  test('of a range lies between its ends', () => {
    const random = vi.spyOn(Math, 'random');
    const delays = [0, 0.5, 1].map((share) => {
      random.mockReturnValue(share);
      return pickDelay({ min: 200, max: 1200 });
    });
    expect(delays).toEqual([200, 700, 1200]);
  });
});

describe('A path', () => {
  const message = (path: string, prefix?: string) => {
    const found = route(contract, 'POST', path, prefix);
    return 'operation' in found
      ? found.operation.id
      : `${found.refusal.status} ${found.refusal.violations[0]?.message}`;
  };
  const unknown = `404 No such path: there is ${contract.operations.map(({ path }) => path).join(', ')}`;

  test.each([
    [login.path, '', 'login'],
    [login.path.replace('auth', '%61uth'), '', 'login'],
    [login.path.replace('auth/', 'auth%2F'), '', unknown],
    [login.path.toUpperCase(), '', unknown],
    [`/api${login.path}`, '', unknown],
    [`/api${login.path}`, '/api', 'login'],
    [login.path, '/api', unknown],
    [`/a/b${login.path}`, undefined, 'login'],
    [`/a${login.path.slice(1)}`, undefined, unknown],
    ['/%zz', undefined, unknown],
    [`${login.path}/`, '', `404 No such path: did you mean ${login.path}, without a slash at its end?`],
    [`/api${login.path}//`, undefined, `404 No such path: did you mean ${login.path}, without a slash at its end?`],
  ])('%s below the prefix %j leads to: %s', (path, prefix, expected) => {
    expect(message(path, prefix)).toBe(expected);
  });
});

describe('The time grows with the length of a request, not faster', () => {
  const length = 70_000;
  const timed = (work: () => unknown): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };

  test.each([
    ['spaces', `,${' '.repeat(length)},`],
    ['quotes', '"'.repeat(length)],
    ['escaped quotes', '"\\'.repeat(length / 2)],
    ['equal signs', '='.repeat(length)],
    ['names', 'return,'.repeat(length / 7)],
  ])('for a Prefer header of %s', (_, header) => {
    expect(timed(() => readPreference(login, header))).toBeLessThan(1000);
  });

  test('for a path of slashes', () => {
    for (const path of [`${'/'.repeat(length)}x`, `${login.path}${'/'.repeat(length)}`])
      expect(timed(() => route(contract, 'POST', path, undefined))).toBeLessThan(1000);
  });
});
