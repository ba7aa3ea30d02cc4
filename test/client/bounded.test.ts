import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { login, respond, withPassword } from './login.js';

/** Expects the texts of an error to be short, whatever was sent and received. */
function expectShortTexts({ error }: Outcome<unknown>): void {
  const { serviceMessage, issues } = { serviceMessage: '', issues: [], ...error };
  const texts = [error?.message, error?.stack, JSON.stringify(error), serviceMessage, JSON.stringify(issues)];
  expect(texts.join().length).toBeLessThan(20_000);
}

it('an error of hundreds of unknown fields with long names has 20 issues', async () => {
  const fields = Object.fromEntries([...Array(500).keys()].map((index) => [`field${index}`.repeat(99), index]));
  const outcome = await clientWith(() => {}, { validate }).login({ ...withPassword, ...fields });
  expect(outcome).toMatchObject({ error: { kind: 'invalid-request', issues: { length: 20 } } });
  expectShortTexts(outcome);
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

const long = '1234567890123456789';
const repeat = (text: string, size: number) => text.repeat(size / text.length);
const withToken = (msg: string, accessToken: string) =>
  JSON.stringify({ code: 1, msg, data: { sessionInfo: { accessToken } } });

/** Bodies of about this size that are expensive for some way to read them. */
const bodies: Record<string, (size: number) => string> = {
  'one long text': (size) => JSON.stringify({ code: 1, msg: 'x'.repeat(size) }),
  'a long secret': (size) => withToken('x', repeat('"\\\u0001a', size)),
  'copies of a secret': (size) => withToken(repeat('abcd', size), 'abcd'),
  'almost copies of a secret': (size) => withToken('a'.repeat(size), `${'a'.repeat(size / 2)}b`),
  'many keys': (size) => JSON.stringify({ code: 1, msg: '', ...Array(size >> 3).fill(1) }),
  'many levels': (size) => `{"code":1,"msg":"x","x":${'['.repeat(size)}${long}${']'.repeat(size)}}`,
  'long integers': (size) => `{"code":1,"msg":"x","x":[${repeat(`${long},`, size)}1]}`,
  'one long integer': (size) => `{"code":1,"msg":"x","x":${'9'.repeat(size)}}`,
  'a long fraction': (size) => `{"code":1,"msg":"x","x":${'9'.repeat(size)}.5}`,
  'short integers': (size) => `{"code":1,"msg":"x","x":[${'1,'.repeat(size / 2)}${long}]}`,
  'integers in a string': (size) => `{"code":1,"msg":"${repeat(long, size)}","x":${long}}`,
  'quotes in a string': (size) => `{"code":1,"msg":"${'\\"'.repeat(size)}","x":${long}}`,
  'backslashes in a string': (size) => `{"code":1,"msg":"${'\\\\'.repeat(size)}","x":${long}}`,
  'empty strings': (size) => `{"code":1,"msg":"","x":[${'"",'.repeat(size)}${long}]}`,
  'white space': (size) => `${' '.repeat(size)}{"code":1,"msg":"","x":${long}}`,
  'half of a string': (size) => `[${long},"${'\\'.repeat(size)}`,
};

describe('the work for a response grows as the response does', () => {
  it.each(Object.entries(bodies))('%s', async (_, bodyOf) => {
    const workFor = async (size: number) => {
      const body = bodyOf(size);
      const work = countWork();
      const outcome = await login(respond(body));
      const done = work();
      vi.restoreAllMocks();
      expect(outcome.ok).toBe(false);
      expectShortTexts(outcome);
      return { done, length: body.length };
    };
    const [once, twice] = [await workFor(2 ** 12), await workFor(2 ** 13)];
    expect(twice.done - once.done).toBeLessThan(20 * (twice.length - once.length) + 20_000);
    // No count shows the work within a regular expression. If it grew as a square, this would take many seconds.
    const start = performance.now();
    await workFor(2 ** 16);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
