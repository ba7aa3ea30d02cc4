import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../src/contract/openapi.js';
import { type Case, cases, contract } from './cases.js';
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
