import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../src/contract/contract.js';
import { route } from '../../src/mock/answer.js';
import { parseDelay, pickDelay } from '../../src/mock/options.js';
import { readPreference, selectExample } from '../../src/mock/select-example.js';
import { contract } from '../contract/cases.js';

const [login] = contract.operations as [Operation];

/** Returns what a `Prefer` header selects: status and key of an example, or the other preferences. */
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
    ['return=minimal, wait=10, code=500', '500 serviceFault'],
    ['code=401, code=429', '401 credentialsRefused'],
    ['code=505, example=unknownRefusal', '505 unknownRefusal'],
    ['code=599', '599 unknownRefusal'],
    ['', { dynamic: false }],
    ['dynamic=true, seed="7"', { dynamic: true, seed: '7' }],
  ])('%j selects %j', (header, selected) => {
    expect(read(header)).toEqual(selected);
  });

  test.each([
    ['example=secret', 'login has no such example'],
    ['code=400, example=unknownRefusal', 'login has no such example'],
    ['code=399', 'login has no such example'],
    ['code=600', 'login has no such example'],
    ['code=secret', 'code must be a status'],
    ['dynamic=secret', 'dynamic must be true or false'],
    ['exmaple=wrongPassword', 'has a name that the mock does not know'],
  ])('%j is rejected without a quotation', (header, problem) => {
    expect(read(header)).toMatchObject({ problem: expect.stringContaining(problem) });
    expect(read(header)).toMatchObject({ problem: expect.not.stringContaining('secret') });
  });
});

test('A valid request without a test number gets the first success', () => {
  const [success] = login.examples;
  const [number = ''] = login.examples.flatMap(({ testNumbers }) => testNumbers);
  for (const body of [{ account: 'me' }, { password: number }, Object.create({ account: number }), undefined])
    expect(selectExample(login, body, { dynamic: false, seed: undefined }).example).toBe(success);
});

test('A delay is a time or a range in milliseconds', () => {
  expect(['800', ' 0 ', '60000'].map((text) => parseDelay(text)?.max)).toEqual([800, 0, 60_000]);
  for (const text of ['', 'soon', '-1', '1.5', '1e3', '5-1', '60001', '1-2-3'])
    expect(parseDelay(text), text).toBeUndefined();

  const random = vi.spyOn(Math, 'random');
  const delays = [0, 0.5, 1].map((share) => {
    random.mockReturnValue(share);
    return pickDelay({ min: 200, max: 1200 });
  });
  expect(delays).toEqual([200, 700, 1200]);
});

test('The time for a header or a path grows with its length, not faster', () => {
  const before = process.cpuUsage();
  for (const part of [',  ', '"', '"\\', '=', 'a,', ' ', '/']) {
    readPreference(login, `x${part.repeat(70_000)}x`);
    route(contract, 'POST', `${login.path}${part.repeat(70_000)}x`, undefined);
  }
  // Some milliseconds of the processor, or many seconds if one of them were quadratic.
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});
