import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../src/contract/openapi.js';
import { type Case, cases, contract, fieldsOf } from './cases.js';
import { type Running, startHandlers, startPrismCommand, startPublished } from './targets.js';

const targets: Running[] = [];
beforeAll(async () => {
  targets.push(...(await Promise.all([startPublished(), startHandlers(), startPrismCommand()])));
});
afterAll(() => Promise.all(targets.map((target) => target.close())));

async function send(target: Running | undefined, { method, path, headers, body }: Case) {
  const response = await fetch(`${target?.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    violations: response.headers.get('sl-violations'),
    body: await response.json(),
  };
}

/** Expects the reason of a refusal after the published message. */
const withReason = (body: unknown): unknown =>
  isObject(body) && 'msg' in body ? { ...body, msg: expect.stringMatching(new RegExp(`^${body['msg']} \\S`)) } : body;

describe.each(contract.operations)('$id, by the mock, the MSW handlers and the command of Prism', ({ id }) => {
  test.each(cases.filter(({ operation }) => operation === id))('$title', async (item) => {
    const [mock, handlers, prism] = targets;
    const { violations, ...response } = await send(mock, item);
    const expected = { status: item.status, type: 'application/json', body: item.response };

    expect(response).toEqual({ ...expected, body: violations === null ? item.response : withReason(item.response) });
    expect(await send(handlers, item)).toEqual({ ...response, violations });
    if (item.vanilla) expect(await send(prism, item)).toMatchObject(expected);
  });
});

const examples = contract.operations.flatMap(({ path, request }) =>
  (request?.examples ?? []).map(({ body }) => ({ path, fields: fieldsOf(body) })),
);
const names = [...new Set(examples.flatMap(({ fields }) => Object.keys(fields)))];
const value = fc.oneof(
  fc.constantFrom('1', '2', '3', '', 'a@b.example', null, undefined, 0, true),
  // A body from these is valid or not by its structure alone, never by a test number.
  fc.string({ maxLength: 20 }),
  fc.jsonValue({ maxDepth: 1 }),
);
const text = (unit: string, lengths: readonly number[]) =>
  fc.constantFrom(...lengths.map((length) => unit.repeat(length)));
const request = fc.record({
  example: fc.constantFrom(...examples),
  changes: fc.dictionary(fc.constantFrom(...names, 'unknown'), value, { maxKeys: 3 }),
  headers: fc.record(
    { 'x-hw-agentName': text('a', [0, 1, 1, 1, 20]), 'X-Traceid': text('1', [1, 57, 58, 58, 59, 100]) },
    { requiredKeys: [] },
  ),
});

test('Prism, the mock and the handlers agree on whether a request is valid', async () => {
  const results = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(request, async ({ example: { path, fields }, changes, headers }) => {
      const body = JSON.stringify({ ...fields, ...changes });
      const send = async ({ url }: Running) => {
        const all = { 'Content-Type': 'application/json', ...headers };
        return (await fetch(url + path, { method: 'POST', headers: all, body })).status === 200;
      };
      const [mock, ...others] = await Promise.all(targets.map(send));
      results.add(mock ?? false);
      expect(others).toEqual([mock, mock]);
    }),
    { numRuns: 100 },
  );
  expect(results.size).toBe(2);
}, 120_000);
