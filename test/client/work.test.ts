import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { secretFields } from '../../generated/client.js';
import * as examples from '../../src/examples.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;

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

it('the work for an answer grows as the answer does, whatever its shape', async () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });
  const workOf = async (shape: keyof typeof shapes, size: number, words: string) => {
    const made = shapes[shape]?.(size, words);
    const body = typeof made === 'string' ? made : JSON.stringify({ code: 1, msg: words, ...Object(made) });
    const auth = clientWith(() => new Response(body));
    const work = countWork();
    const outcome = await auth.login(withPassword);
    const done = work();
    vi.restoreAllMocks();
    if (outcome.ok) throw new Error('the call succeeded');
    expect((JSON.stringify(outcome.error) + outcome.error.stack).length).toBeLessThan(10_000);
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
