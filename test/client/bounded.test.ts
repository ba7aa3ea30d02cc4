import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import type { Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

const answered = (body: unknown, options?: object) =>
  clientWith(() => new Response(typeof body === 'string' ? body : JSON.stringify(body)), options);

/** Returns how much memory the texts of an error take, and asserts that it is bounded. */
function textOf({ error }: Outcome<unknown>): string {
  if (!error) throw new Error('the call succeeded');
  const { serviceMessage = '', issues = [] } = error as { serviceMessage?: string; issues?: unknown };
  const text = [error.message, error.stack, JSON.stringify(error), serviceMessage, JSON.stringify(issues)].join('\n');
  expect(text.length).toBeLessThan(20_000);
  return text;
}

describe('the memory of an error is capped', () => {
  it('for a long message of a server', async () => {
    for (const length of [1_000, 4_000, 900_000]) {
      const outcome = await answered({ code: 1, msg: 'x'.repeat(length) }).login(withPassword);
      expect(outcome).toMatchObject({ error: { kind: 'service', serviceMessage: 'x'.repeat(1_000) } });
      textOf(outcome);
    }
  });

  it('for thousands of issues', async () => {
    const unknown = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`field${index}`.repeat(99), index]),
    );
    const outcome = await answered(granted, { validate }).login({ ...withPassword, ...unknown });
    expect(outcome).toMatchObject({ error: { kind: 'invalid-request', issues: { length: 20 } } });
    textOf(outcome);
    const drifted = { ...granted, data: { ...granted.data, userInfo: Array(9_999).fill(1) } };
    textOf(await answered(drifted, { validate }).login(withPassword));
  });

  it.each([
    ['letters', 'a'.repeat(8 * 2 ** 20)],
    ['control characters', '\u0001'.repeat(2 * 2 ** 20)],
    ['quotes and backslashes', '"\\'.repeat(2 ** 20)],
  ])('for a password of megabytes of %s', async (_, password) => {
    const outcome = await answered({ code: 1, msg: `no: ${password.slice(0, 100_000)}` }).login({
      ...withPassword,
      password,
    });
    expect(outcome).toMatchObject({ error: { kind: 'service' } });
    textOf(outcome);
  });
});

/** Counts the characters that string methods and `JSON.parse` handle: the work of a call on any machine. */
function countWork(): () => number {
  let work = 0;
  for (const name of ['replace', 'split', 'slice', 'trim', 'startsWith'] as const) {
    const original = String.prototype[name] as (...args: never[]) => unknown;
    vi.spyOn(String.prototype, name as 'trim').mockImplementation(function (this: string, ...args: never[]) {
      const result = original.apply(this, args) as string;
      // A slice copies only its result.
      work += name === 'slice' ? result.length : this.length;
      return result;
    });
  }
  const { parse } = JSON;
  vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
    work += text.length;
    return parse(text);
  });
  return () => work;
}

/** Response bodies of any size that are expensive for some way to read them. */
const bodies: Record<string, (size: number, text: string) => unknown> = {
  'one long text': (size, text) => ({ msg: text.repeat(size / text.length) }),
  'one long secret': (size, text) => ({
    msg: text,
    data: { sessionInfo: { accessToken: text.repeat(size / text.length) } },
  }),
  'copies of a secret': (size) => ({ msg: 'abcd'.repeat(size >> 2), data: { sessionInfo: { accessToken: 'abcd' } } }),
  'many keys': (size) => Object.fromEntries(Array.from({ length: size >> 3 }, (_, key) => [`k${key}`, key])),
  'many levels': (size) => `{"code":1,"msg":"x","x":${'['.repeat(size)}1${']'.repeat(size)}}`,
  'long integers': (size) =>
    `{"code":1,"msg":"x","x":[${Array(size >> 4)
      .fill('1234567890123456789')
      .join()}]}`,
  quotes: (size) => ({ msg: '"'.repeat(size), code: 1 }),
  backslashes: (size) => ({ msg: '\\'.repeat(size), x: 2 ** 60 }),
};

it('the work for a response grows as the response does', async () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
  const workFor = async (name: string, size: number, words: string) => {
    const made = bodies[name]?.(size, words);
    const body = typeof made === 'string' ? made : JSON.stringify({ code: 1, msg: words, ...Object(made) });
    const auth = answered(body);
    const work = countWork();
    const outcome = await auth.login(withPassword);
    const done = work();
    vi.restoreAllMocks();
    textOf(outcome);
    return { done, length: body.length };
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(bodies)),
      fc.integer({ min: 8_000, max: 30_000 }),
      text,
      async (name, size, words) => {
        const [once, twice] = [await workFor(name, size, words), await workFor(name, 2 * size, words)];
        expect(twice.done - once.done).toBeLessThan(20 * (twice.length - once.length) + 20_000);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
