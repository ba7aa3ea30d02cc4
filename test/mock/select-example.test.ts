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
    [String.raw`example="wrong\Password"`, '400 wrongPassword'],
    ['return=minimal, wait=10, code=500', '500 serviceFault'],
    ['code=401, code=429', '401 credentialsRefused'],
    ['code=505, example=unknownRefusal', '505 unknownRefusal'],
    ['code=599', '599 unknownRefusal'],
    ['', { dynamic: false }],
    ['dynamic=true, seed="7, 8"', { dynamic: true, seed: '7, 8' }],
  ])('%j selects %j', (header, selected) => {
    expect(read(header)).toEqual(selected);
  });

  test.each([
    ['example=secret', 'login has no such example'],
    ['code=400, example=unknownApi', 'login has no such example of that status'],
    ['code=399', 'login has no example of that status'],
    ['code=secret', 'code must be a status'],
    ['dynamic=secret', 'dynamic must be true or false'],
    ['exmaple=wrongPassword', 'has a name that the mock does not know'],
  ])('%j is rejected without a quotation, with a list of the examples', (header, problem) => {
    const result = read(header);

    expect(result).toMatchObject({ problem: expect.stringContaining(problem) });
    for (const { key, status } of login.examples)
      expect(result).toMatchObject({ problem: expect.stringContaining(`${key} (${status})`) });
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

test('A valid request without a test number gets the first success', () => {
  const inherited = Object.create({ account: '0027000040002' });
  for (const body of [{ account: 'me' }, { password: '0027000040002' }, inherited, undefined])
    expect(selectExample(login, body, { dynamic: false, seed: undefined }).example?.key).toBe('withPassword');
});

test('A delay is a time or a range in milliseconds', () => {
  expect(['800', ' 0 ', '60000'].map((text) => parseDelay(text)?.max)).toEqual([800, 0, 60_000]);
  for (const text of ['', 'soon', '-1', '1.5', '1e3', '5-1', '60001', '1-2-3'])
    expect(parseDelay(text), text).toBeUndefined();

  const range = parseDelay('200-1200') ?? { min: 0, max: 0 };
  const random = vi.spyOn(Math, 'random');
  const delays = [0, 0.5, 1].map((share) => {
    random.mockReturnValue(share);
    return pickDelay(range);
  });
  expect(delays).toEqual([200, 700, 1200]);
});

describe('A path', () => {
  const message = (path: string, prefix?: string) => {
    const found = route(contract, 'POST', path, prefix);
    return 'operation' in found
      ? found.operation.id
      : `${found.refusal.status} ${found.refusal.violations[0]?.message}`;
  };
  const unknown = `404 No such path: there are ${contract.operations.map(({ path }) => path).join(', ')}`;

  test.each([
    [login.path, '', 'login'],
    [login.path.replace('auth', '%61uth'), '', 'login'],
    [login.path.replace('auth/', 'auth%2F'), '', unknown],
    [`/api${login.path}`, '', unknown],
    [`/a/b${login.path}`, undefined, 'login'],
    [`/a${login.path.slice(1)}`, undefined, unknown],
    [`${login.path}/`, '', `404 No such path: did you mean ${login.path}, without a slash at its end?`],
    [`/api${login.path}//`, undefined, `404 No such path: did you mean ${login.path}, without a slash at its end?`],
  ])('%s below the prefix %j leads to: %s', (path, prefix, expected) => {
    expect(message(path, prefix)).toBe(expected);
  });
});

test('The time for a header or a path grows with its length, not faster', () => {
  const length = 70_000;
  const headers = [
    `,${' '.repeat(length)},`,
    '"'.repeat(length),
    '"\\'.repeat(length),
    '='.repeat(length),
    'a,'.repeat(length),
  ];
  const paths = [`${'/'.repeat(length)}x`, `${login.path}${'/'.repeat(length)}`];
  const before = process.cpuUsage();
  for (const header of headers) readPreference(login, header);
  for (const path of paths) route(contract, 'POST', path, undefined);

  // Some milliseconds of the processor, or many seconds if one of them were quadratic.
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});
