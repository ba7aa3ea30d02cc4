import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { errorOf, granted, login, respond, url } from './login.js';

const grantedText = JSON.stringify(granted);
const failing = () => {
  throw new Error('no');
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

describe('a fetch of the caller', () => {
  it('ends a call as a network error, whatever it rejects with', async () => {
    const unreadable = Object.defineProperty({}, 'name', { get: failing });
    const symbol = { code: Symbol('ENOENT') };
    for (const thrown of [undefined, null, 'text', symbol, Object.create(null), unreadable, revoked.proxy]) {
      const error = await errorOf(login(() => Promise.reject(thrown)));
      const message = `login: network, Error at ${url}`;
      expect(error).toMatchObject({ kind: 'network', message, cause: { name: 'Error' } });
      expect('thrown' in error && error.thrown).toBe(thrown);
    }
  });

  it('may throw for a status: the response is read like any other', async () => {
    const { status, body } = examples.login.responses.invalidParameters;
    const used = respond(body, status);
    await used.text();
    for (const thrown of [
      { response: respond(body, status) },
      { response: used, data: body },
      { response: used, data: JSON.stringify(body) },
      { response: { status }, data: body },
    ]) {
      const error = await errorOf(login(() => Promise.reject(thrown)));
      expect(error).toMatchObject({ kind: 'service', code: `${body.code}`, serviceMessage: body.msg, status });
    }
    const { message } = await errorOf(login(() => Promise.reject({ response: used })));
    expect(message).toBe(`login: invalid-response, an empty body, status ${status} at ${url}`);
    for (const thrown of [{ response: {} }, { data: body }, { response: { status: '400' }, data: body }])
      expect(await errorOf(login(() => Promise.reject(thrown)))).toMatchObject({ kind: 'network', thrown });
  });

  const text = async () => grantedText;
  it.each([
    { redirected: true },
    { url: 'https://other.example/x' },
    { url: 'http://example.com/' },
    { url: 'https://example.com:444/' },
    { url: 'https://example.comx' },
  ])('that followed a redirect makes no success: %j', async (redirect) => {
    expect((await errorOf(login({ status: 200, text, ...redirect }))).message).toBe(
      `login: invalid-response, a redirect that fetch followed, status 200 at ${url}`,
    );
  });

  it('makes a success if its final URL has no other origin, or is none', async () => {
    for (const final of ['https://example.com/x', 'https://example.com?', '', '/x?u=https://other.example', undefined])
      expect((await login({ status: 200, text, url: final, redirected: false })).ok).toBe(true);
  });

  const read = respond('x');
  read.body?.cancel();
  it.each<[value: unknown, kind: string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [{}, 'Object'],
    [5, 'a number'],
    [{ status: '200', text }, 'Object'],
    [{ status: 200 }, 'Object'],
    [{ status: 200, text, bodyUsed: true }, 'Object'],
    [read, 'Response'],
  ])('must resolve with an unread response, not %s', async (value, kind) => {
    const message = `fetch must be a function that resolves with an unread response, got ${kind}`;
    await expect(login(value)).rejects.toThrow(new TypeError(message));
  });
});

describe('a body', () => {
  const stream = (...chunks: (ArrayBuffer | Uint8Array | string)[]) => Readable.from(chunks);
  /** A body of the platform as Safari has it: without an async iterator. */
  const withReader = (text: string) => {
    const body = new Blob([text]).stream();
    return { getReader: () => body.getReader() };
  };
  const endless = { [Symbol.asyncIterator]: () => ({ next: async () => ({ value: Buffer.alloc(2 ** 19) }) }) };

  it.each<[what: string, response: object]>([
    ['a text without a stream', { body: null, text: async () => grantedText }],
    ['bytes', { arrayBuffer: async () => new TextEncoder().encode(grantedText).buffer }],
    ['buffers', { body: stream(new TextEncoder().encode(grantedText).buffer) }],
    ['a Node stream of strings', { body: stream(grantedText.slice(0, 9), grantedText.slice(9)) }],
    ['hundreds of chunks', { body: stream(...grantedText) }],
    ['a reader', { body: withReader(grantedText) }],
    ['exactly 1 MiB of text', { text: async () => grantedText.padEnd(2 ** 20) }],
    ['exactly 1 MiB in chunks', { body: stream(grantedText.padEnd(2 ** 19), ' '.repeat(2 ** 19)) }],
    ['a byte order mark in a text', { text: async () => `\ufeff${grantedText}` }],
    ['a byte order mark in strings', { body: stream(`\ufeff${grantedText}`) }],
    ['a byte order mark in bytes', { body: stream(Buffer.from(`\ufeff${grantedText}`)) }],
  ])('is read from %s', async (_, response) => {
    expect(await login({ status: 200, ...response })).toMatchObject({ ok: true, data: granted.data });
  });

  it.each<[what: string, response: object, reason: string]>([
    ['nothing', { body: null }, 'an empty body'],
    ['a text over 1 MiB', { text: async () => grantedText.padEnd(2 ** 20 + 1) }, 'a body over 1 MiB'],
    ['chunks over 1 MiB', { body: stream(grantedText.padEnd(2 ** 20), ' ') }, 'a body over 1 MiB'],
    ['characters over 1 MiB', { body: stream(JSON.stringify('中'.repeat(2 ** 19))) }, 'a body over 1 MiB'],
    ['chunks without end', { body: endless }, 'a body over 1 MiB'],
    ['half of a character', { body: stream(grantedText, Buffer.of(0xf0)) }, 'a body that is not JSON'],
  ])('of %s is an invalid response', async (_, response, reason) => {
    expect((await errorOf(login({ status: 200, ...response }))).message).toBe(
      `login: invalid-response, ${reason}, status 200 at ${url}`,
    );
  });

  it('keeps a byte order mark inside a text, and a character that is split between chunks', async () => {
    const serviceMessage = 'a\ufeffb🙂';
    const bytes = Buffer.from(JSON.stringify({ code: 1, msg: serviceMessage }));
    const middle = bytes.indexOf('🙂') + 2;
    for (const body of [null, stream(bytes.subarray(0, middle), bytes.subarray(middle))])
      expect(await login({ status: 200, body, text: async () => `${bytes}` })).toMatchObject({
        error: { serviceMessage },
      });
  });

  it('is enough where the platform has no `TextDecoder` and no `Headers`, as in jsdom', async () => {
    const response = { status: 200, body: new Blob(['<p>']).stream(), text: async () => grantedText };
    for (const name of ['TextDecoder', 'Headers']) vi.stubGlobal(name, undefined);
    expect((await login(response)).ok).toBe(true);
  });

  it('may come with properties that throw', async () => {
    const throwingBy = (name: string) =>
      Object.defineProperty({ status: 502, text: async () => '<html>' }, name, { get: failing });
    for (const name of ['status', 'body', 'bodyUsed', 'text'])
      expect(await login(throwingBy(name))).toMatchObject({ error: { kind: 'network' } });
    for (const name of ['headers', 'ok', 'statusText'])
      expect(await login(throwingBy(name))).toMatchObject({ status: 502 });
  });
});
