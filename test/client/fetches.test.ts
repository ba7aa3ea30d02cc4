import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, type Outcome } from '../../src/index.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = JSON.stringify(examples.login.responses.withPassword.body);
const url = 'https://example.com/koodrive/ose/v1/auth/login';

const errorOf = ({ error }: Outcome<unknown>) => {
  if (!error) throw new Error('the call succeeded');
  return error;
};

describe('an injected fetch', () => {
  it('that throws at once, or rejects, is a network error', async () => {
    const fail = (): never => {
      throw new TypeError('a bug of it');
    };
    for (const fetch of [fail, async () => fail()]) {
      const error = errorOf(await clientWith(fetch).login(withPassword));
      expect(error).toMatchObject({ kind: 'network', cause: { name: 'TypeError' } });
      expect(error.message).toBe(`login: network, TypeError at ${url}`);
    }
  });

  it('that rejects with something odd is a network error', async () => {
    const unreadable = Object.defineProperty({}, 'name', {
      get() {
        throw new Error('no');
      },
    });
    for (const thrown of [undefined, null, 'text', { code: Symbol('ENOENT') }, Object.create(null), unreadable]) {
      const error = errorOf(await clientWith(() => Promise.reject(thrown)).login(withPassword));
      expect(error).toMatchObject({ kind: 'network', cause: { name: 'Error' } });
      expect(error.kind === 'network' && error.thrown).toBe(thrown);
    }
  });

  it('that is the global one has its message in the error', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x' });
    for (const [thrown, reason] of [
      [new TypeError('Failed to\nfetch'), 'Failed to?fetch'],
      [new TypeError('fetch failed', { cause: new Error('other side closed') }), 'other side closed'],
      [new Error(''), 'Error'],
    ] as const) {
      vi.stubGlobal('fetch', () => Promise.reject(thrown));
      expect(errorOf(await auth.login(withPassword)).message).toBe(`login: network, ${reason} at ${url}`);
    }
    vi.stubGlobal('fetch', () => Promise.reject(new Error('x'.repeat(2_000))));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ cause: { message: 'x'.repeat(1_000) } });
  });

  it('that throws for a status is read like any other', async () => {
    const { status, body } = examples.login.responses.invalidParameters;
    const expected = { kind: 'service', code: body.code.toString(), serviceMessage: body.msg, status };
    const unread = () => Response.json(body, { status });
    const used = unread();
    await used.text();
    for (const thrown of [
      { response: unread() },
      { response: used, data: body },
      { response: used, data: JSON.stringify(body) },
      { response: { status }, data: body },
    ])
      expect(errorOf(await clientWith(() => Promise.reject(thrown)).login(withPassword))).toMatchObject(expected);
    for (const thrown of [{ response: {} }, { data: body }, { response: { status: '400' }, data: body }])
      expect(errorOf(await clientWith(() => Promise.reject(thrown)).login(withPassword)).kind).toBe('network');
    const { message } = errorOf(await clientWith(() => Promise.reject({ response: used })).login(withPassword));
    expect(message).toContain('invalid-response, an empty body, status 400');
  });

  it('that followed a redirect makes no success', async () => {
    const elsewhere = [
      'https://other.example/x',
      'http://example.com/',
      'https://example.com:444/',
      'https://example.comx/',
    ];
    const redirects = [{ redirected: true }, ...elsewhere.map((url) => ({ url }))];
    for (const redirect of redirects) {
      const auth = clientWith(() => ({ status: 200, text: async () => granted, ...redirect }));
      const error = errorOf(await auth.login(withPassword));
      expect(error.message).toBe(`login: invalid-response, a redirect that fetch followed, status 200 at ${url}`);
    }
    for (const same of ['https://example.com/x', 'https://example.com?', '', '/x', undefined]) {
      const auth = clientWith(() => ({ status: 200, text: async () => granted, url: same, redirected: false }));
      expect((await auth.login(withPassword)).ok).toBe(true);
    }
  });

  it('that resolves with no response, or with one that was read before, rejects with a TypeError about `fetch`', async () => {
    const read = new Response('x');
    await read.text();
    const nonsense = [undefined, null, {}, 5, { status: '200', text: async () => '' }, { status: 200 }, read];
    for (const value of nonsense)
      await expect(clientWith(() => value).login(withPassword)).rejects.toThrow(
        /^fetch must be a function that resolves with an unread response, got \w+/,
      );
  });

  /** A body of the platform as Safari has it: without an async iterator. */
  const withReader = (text: string) => {
    const body = new Blob([text]).stream();
    return { getReader: () => body.getReader() };
  };
  const endless = { [Symbol.asyncIterator]: () => ({ next: async () => ({ value: Buffer.alloc(2 ** 19) }) }) };
  it.each<[what: string, body: object, reason: string]>([
    ['no body', { body: null }, 'an empty body'],
    ['white space', { text: async () => ' \n' }, 'an empty body'],
    ['a text over 1 MiB', { text: async () => ' '.repeat(2 ** 20 + 1) }, 'a body over 1 MiB'],
    ['a text of 1 MiB', { text: async () => ' '.repeat(2 ** 20) }, 'an empty body'],
    ['bytes', { arrayBuffer: async () => new TextEncoder().encode('a < b') }, 'a body that is not JSON'],
    ['a Node stream of strings', { body: Readable.from(['\n', '<p>']) }, 'HTML instead of JSON'],
    ['a reader', { body: withReader('<p>') }, 'HTML instead of JSON'],
    ['bytes without end that nobody can stop', { body: endless }, 'a body over 1 MiB'],
  ])('may resolve with %s', async (_, given, reason) => {
    const auth = clientWith(() => ({ status: 500, ...given }));
    expect(errorOf(await auth.login(withPassword)).message).toBe(
      `login: invalid-response, ${reason}, status 500 at ${url}`,
    );
  });

  it('is read as text where nothing decodes bytes', async () => {
    const response = { status: 200, body: new Blob([granted]).stream(), text: async () => granted };
    vi.stubGlobal('TextDecoder', undefined);
    expect((await clientWith(() => response).login(withPassword)).ok).toBe(true);
  });

  it('defaults to the global fetch at call time when there is none', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x' });
    vi.stubGlobal('fetch', async () => new Response(granted));
    expect((await auth.login(withPassword)).ok).toBe(true);
  });
});
