import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;

/** A character as a JSON writer may put it into a string, always as an escape. */
const asUnit = (text: string) =>
  [...text].map((_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const eachCharacter = (text: string, write: (code: number) => string) =>
  [...text].map((character) => write(character.codePointAt(0) ?? 0)).join('');
const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
const percent = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;
const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** How stacks write a text that they repeat. */
const writers: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in a URL': encodeURIComponent,
  'in a URL, in lower case': (text) => bytesOf(text).map(percent).join(''),
  'in a form': (text) => `${new URLSearchParams({ a: text })}`.slice(2),
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in JSON with \\/, as PHP writes it': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'in JSON with \\u0026, as Go and .NET write it': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[&<>+']/g, asUnit),
  'in JSON with \\u00e4, as Python writes it': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, asUnit),
  'in JSON, all of it as escapes': (text) =>
    asUnit(text.slice(0, 1)) +
    eachCharacter(text.slice(1), (code) =>
      code > 0xffff ? asUnit(String.fromCodePoint(code).slice(0, 1)) : asUnit(String.fromCodePoint(code)),
    ),
  'in HTML by names': (text) => text.replace(/[&<>"']/g, (found) => names[found] ?? found),
  'in HTML by numbers': (text) => eachCharacter(text, (code) => `&#${code};`),
  'in HTML by numbers in hexadecimal': (text) =>
    eachCharacter(text, (code) => `&#x${code.toString(16).toUpperCase()};`),
  'in a URL, which is in JSON, which is in HTML': (text) =>
    JSON.stringify(encodeURIComponent(text))
      .slice(1, -1)
      .replace(/[&<>"']/g, (found) => names[found] ?? found),
  'as JSON within JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
};

const errorOf = async (password: string, body: object) => {
  const auth = clientWith(() => new Response(JSON.stringify(body), { status: 400 }));
  const outcome = await auth.login({ ...withPassword, password });
  if (outcome.ok || !(outcome.error.kind === 'service' || outcome.error.kind === 'gateway'))
    throw new Error('the call did not fail as it should');
  return outcome.error;
};

describe('a secret that comes back', () => {
  // Printable, since a message shows no others, and without a space at an end, which no writer must keep.
  const secrets = fc.oneof(
    fc.constantFrom('p&ss/w"rd', 'pä€s+w%41d', "a'b<c>d\\e", '50%25+x;'),
    fc.string({ minLength: 6, maxLength: 40 }).filter((text) => text.trim().length > 5),
  );

  it.each(Object.entries(writers))('%s is masked', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const written = write(secret);
        const { message, serviceMessage } = await errorOf(secret, { code: 1, msg: `no ${written}, sorry` });
        expect(serviceMessage).toContain('***');
        for (const text of [message, serviceMessage])
          for (const form of [secret, written]) expect(text.includes(form)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  const token = 'AT 0f8fad5b-d9cb-469f-a165-70867728950e';
  const session = { accessToken: token, refreshToken: '7c9e6679-7425' };
  it.each<[string, object | string]>([
    ['as JSON', JSON.stringify({ sessionInfo: session })],
    ['as JSON after words', `backend said: ${JSON.stringify({ data: { session } })} (cut)`],
    ['as JSON twice', JSON.stringify({ body: JSON.stringify(session) })],
    ['as JSON in a list between words', `tried [${JSON.stringify(session)}] (twice)`],
    ['as JSON in another envelope', JSON.stringify({ accessToken: { value: token, more: [session.refreshToken] } })],
  ])('is masked when it is a new one, in the words of a gateway, %s', async (_, words) => {
    const error = await errorOf('pw-pw-pw', { error_code: 'APIGW.0502', error_msg: words, request_id: token });
    expect(error).toHaveProperty('requestId', '***');
    for (const text of [error.message, error.serviceMessage])
      for (const secret of [token, token.slice(3), session.refreshToken.slice(0, 9)])
        expect(text).not.toContain(secret);
  });

  it('is masked as a part of JSON, whose field is told', async () => {
    const words = JSON.stringify({ data: session }).slice(0, -4);
    const { serviceMessage } = await errorOf('pw-pw-pw', { code: 1, msg: words });
    expect(serviceMessage).toBe('{"data":{"accessToken":"***","refreshToken":"***');
  });

  it.each([
    ['with control characters in JSON', 'a\nb\tc\rd\be\ff', JSON.stringify('a\nb\tc\rd\be\ff')],
    ['in a URL of Latin-1', 'p\u00e4ss-w\u00f6rd', 'p%E4ss-w%F6rd'],
    ['from a form, with a space for a plus sign', 'horse+staple', 'horse staple'],
    ['cut short, when it is a long one', 'long-secret-'.repeat(90), 'long-secret-'.repeat(40)],
  ])('is masked %s', async (_, secret, written) => {
    const { serviceMessage } = await errorOf(secret, { code: 1, msg: `no ${written}` });
    expect(serviceMessage).toMatch(/^no "?\*\*\*"?$/);
  });

  it.each([
    ['a number', { password: 20261125 }, 'pin 20261125'],
    ['a value of its own', { captchaToken: { value: 'c-1234' } }, 'got c-1234'],
    ['a list', { refreshToken: ['r-1234'] }, 'got r-1234'],
  ])('is masked when it is %s', async (_, held, msg) => {
    expect((await errorOf('pw-pw-pw', { code: 1, msg, ...held })).serviceMessage).toMatch(/^\w+ \*\*\*$/);
  });

  it('is masked as a code, unless the contract has that code', async () => {
    expect((await errorOf('482913', { code: 482913, msg: '' })).code).toBe('***');
    expect((await errorOf('482913', { error_code: 'APIGW.482913', error_msg: '', request_id: '' })).code).toBe('***');
    expect((await errorOf('13000201', { code: 13000201, msg: '' })).code).toBe('13000201');
    expect((await errorOf('4829', { code: 482913, msg: '' })).code).toBe('482913');
  });

  it('in part, at the end of what is told, is not told either', async () => {
    const secret = 'correct-horse-battery-staple';
    for (const at of [4_980, 4_990, 990, 980]) {
      const { serviceMessage } = await errorOf(secret, { code: 1, msg: '.'.repeat(at) + secret });
      expect(serviceMessage).toMatch(/^\.+\**$/);
    }
    // The masks make room for what was cut in two further on.
    const { serviceMessage } = await errorOf(secret, { code: 1, msg: `12345678${secret.repeat(150)}` });
    expect(serviceMessage).not.toContain('correct');
  });
});
