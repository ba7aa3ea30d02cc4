import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { secretFields } from '../../generated/client.js';
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

/** Counts the characters that are handed to the functions of texts: the work of a call, whatever the machine. */
function countWork(): () => number {
  let work = 0;
  const names = [
    'replace',
    'split',
    'includes',
    'indexOf',
    'lastIndexOf',
    'search',
    'slice',
    'startsWith',
    'trim',
  ] as const;
  for (const name of names) {
    const original = String.prototype[name] as (...args: never[]) => unknown;
    vi.spyOn(String.prototype, name as 'trim').mockImplementation(function (this: string, ...args: never[]) {
      // Of a slice only what is taken is copied.
      const taken = original.apply(this, args);
      work += name === 'slice' ? `${taken}`.length : this.length;
      return taken as string;
    });
  }
  const parse = JSON.parse;
  vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
    work += text.length;
    return parse(text);
  });
  return () => work;
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** Answers of any size, made to be dear. */
const shapes: Record<string, (size: number, text: string) => unknown> = {
  'secrets that are the mask': (size) => ({ msg: '***', x: Array(size >> 4).fill({ password: '*' }) }),
  'secrets that are parts of each other': (size) => ({
    msg: 'a'.repeat(size),
    x: Array.from({ length: size >> 5 }, (_, index) => ({ password: 'a'.repeat(index % 40) })),
  }),
  'many keys': (size) => Object.fromEntries(Array.from({ length: size >> 3 }, (_, key) => [`k${key}`, key])),
  depth: (size) => `{"code":1,"msg":"x","x":${'['.repeat(size)}1${']'.repeat(size)}}`,
  'one long text': (size, text) => ({ msg: text.repeat(size / text.length) }),
  'one long secret': (size, text) => ({ msg: text.repeat(9), accessToken: text.repeat(size / text.length) }),
  quotes: (size) => ({ msg: '"'.repeat(size) }),
  'texts that hold JSON': (size, text) => ({
    x: Array(size >> 6).fill(JSON.stringify({ refreshToken: text, more: '{"a":"{}"}' })),
  }),
  'openings of secret fields': (size) => ({
    msg: secretFields
      .map((name) => `"${name}"  `)
      .join('')
      .repeat(size >> 6),
  }),
  backslashes: (size) => ({ msg: '\\'.repeat(size), password: '\\\\\\'.repeat(size >> 3) }),
  'percent signs': (size) => ({ msg: '%25'.repeat(size >> 2), captchaToken: '%2525'.repeat(9) }),
};

describe('the work for an answer', () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });

  it('grows as the answer does, whatever its shape', async () => {
    const workOf = async (shape: keyof typeof shapes, size: number, words: string) => {
      const made = shapes[shape]?.(size, words);
      const body = typeof made === 'string' ? made : JSON.stringify({ code: 1, msg: words, ...Object(made) });
      const auth = answered(body);
      const work = countWork();
      const outcome = await auth.login(withPassword);
      const done = work();
      vi.restoreAllMocks();
      expect(toldOf(outcome).length).toBeLessThan(10_000);
      return { done, length: body.length };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(shapes)),
        fc.integer({ min: 8_000, max: 30_000 }),
        text,
        async (shape, size, words) => {
          const [once, twice] = [await workOf(shape, size, words), await workOf(shape, 2 * size, words)];
          // What is told is looked at with every secret: a sum that does not depend on the answer's size.
          expect(twice.done - once.done).toBeLessThan(20 * (twice.length - once.length) + 200_000);
          expect(once.done).toBeLessThan(20 * once.length + 4_000_000);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('ends, where each mask would be masked again', async () => {
    const body = { code: 1, msg: '*', x: Array(10).fill({ password: '*' }) };
    expect(await answered(body).login(withPassword)).toMatchObject({ error: { kind: 'service', code: '1' } });
  });

  it('tells nothing of the words where there are more secrets than an honest answer has', async () => {
    const body = {
      code: 13000102,
      msg: 'AT 1',
      x: Array.from({ length: 30 }, (_, index) => ({ password: `p${index}` })),
    };
    const error = { kind: 'service', code: '13000102', serviceMessage: '***' };
    expect(await answered(body).login(withPassword)).toMatchObject({ error });
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
