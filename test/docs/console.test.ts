import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonFault, newTraceId, withTestNumber } from '../../scripts/docs/console/request.js';
import { consoleData } from '../../scripts/docs/console-data.js';
import { readContract } from '../../scripts/generate/contract.js';
import type { Document } from '../../scripts/generate/openapi.js';

const contract = readContract(
  JSON.parse(await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) as Document,
);
const data = consoleData(contract);

test('The console offers every request example and every test number', () => {
  for (const operation of contract.operations) {
    const offered = data.operations.find(({ id }) => id === operation.id);
    const numbers = Object.values(operation.responses).flatMap(({ testNumbers }) => testNumbers);

    expect(offered?.requests.map(({ key }) => key)).toEqual(Object.keys(operation.request?.examples ?? {}));
    expect(offered?.outcomes.map(({ number }) => number)).toEqual(numbers);
  }
});

test('A test number goes into the account of a login and into the phone of a registration', () => {
  const filled = data.operations.map(({ requests: [request] }) => withTestNumber(request?.body, '0027000040002'));

  expect(filled).toMatchObject([{ account: '0027000040002', authType: '1' }, { phone: '0027000040002' }]);
});

test('A body without a field of digits stays as it is', () => {
  expect(withTestNumber({ name: 'x' }, '1')).toEqual({ name: 'x' });
  expect(withTestNumber('text', '1')).toBe('text');
  expect(withTestNumber(null, '1')).toBe(null);
});

test('A trace id has the length that the contract gives, and is new each time', () => {
  const ids = Array.from({ length: 50 }, () => newTraceId(contract.traceIdLength));

  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(new RegExp(`^[0-9a-f]{${contract.traceIdLength}}$`));
  expect(newTraceId(7)).toHaveLength(7);
});

test('A fault in JSON is told, and good JSON has none', () => {
  expect(jsonFault('{"a": 1}')).toBeUndefined();
  expect(jsonFault('{"a": 1,}')).toMatch(/JSON/);
});
