import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import type { Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

const answered = (body: unknown, options?: object) =>
  clientWith(() => new Response(typeof body === 'string' ? body : JSON.stringify(body)), options);

/** How much a program would have to print of a failure. */
const toldOf = (outcome: Outcome<unknown>): string => {
  if (outcome.ok) throw new Error('the call succeeded');
  return JSON.stringify(outcome.error) + outcome.error.stack;
};

describe('the work for an answer', () => {
  it('ends, where each mask would be masked again', async () => {
    const body = { code: 1, msg: '*', x: Array(10).fill({ password: '*' }) };
    expect(await answered(body).login(withPassword)).toMatchObject({ error: { kind: 'service', code: '1' } });
  });

  it.each<[what: string, more: (size: number) => unknown, honest: number]>([
    ['secrets', (size) => Array.from({ length: size }, (_, index) => ({ password: `p${index}` })), 18],
    ['values', (size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, index])), 980],
    ['items', (size) => Array(size).fill(1), 980],
    ['levels', (size) => JSON.parse(`${'['.repeat(size)}1${']'.repeat(size)}`), 95],
  ])('tells nothing of the words where there are more %s than an honest answer has', async (_, more, honest) => {
    for (const [size, serviceMessage] of [
      [honest, 'words'],
      [honest + 30, '***'],
    ] as const)
      expect(await answered({ code: 13000102, msg: 'words', more: more(size) }).login(withPassword)).toMatchObject({
        error: { kind: 'service', code: '13000102', serviceMessage },
      });
    expect(await answered({ code: 7, msg: '', more: more(honest + 30) }).login(withPassword)).toMatchObject({
      error: { code: '***' },
    });
  });

  it('tells at most 1,000 characters of a message, 200 of them in its line', async () => {
    for (const length of [1_200, 4_000]) {
      const outcome = await answered({ code: 1, msg: 'x'.repeat(length) }).login(withPassword);
      if (outcome.ok || outcome.error.kind !== 'service') throw new Error('not refused');
      expect(outcome.error.serviceMessage).toHaveLength(1_000);
      expect(outcome.error.message.length).toBeLessThan(300);
    }
  });

  it('is done for the first twenty issues of thousands', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`.repeat(9), index]));
    const body = { ...withPassword, ...unknown };
    const outcome = await answered(granted, { validate }).login(body);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid-request', issues: { length: 20 } } });
    expect(toldOf(outcome).length).toBeLessThan(20_000);

    const drifted = { ...granted, data: { ...granted.data, userInfo: Array(9_999).fill(1) } };
    expect(toldOf(await answered(drifted, { validate }).login(withPassword)).length).toBeLessThan(20_000);
  });

  it.each([
    ['letters', 'a'.repeat(8 * 2 ** 20)],
    ['control characters', '\u0001'.repeat(2 * 2 ** 20)],
    ['quotes and backslashes', '"\\'.repeat(2 ** 20)],
  ])('does not overflow the stack for a password of megabytes of %s', async (_, password) => {
    const msg = `no: ${password.slice(0, 100_000)}`;
    const outcome = await answered({ code: 1, msg }).login({ ...withPassword, password });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'service' } });
    expect(toldOf(outcome)).not.toContain(password.slice(0, 300));
  });
});
