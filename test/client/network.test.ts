import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, type Outcome } from '../../src/index.js';
import { answer, clientOf, clientWith, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = JSON.stringify(examples.login.responses.withPassword.body);

const errorOf = (outcome: Outcome<unknown>) => {
  if (outcome.ok) throw new Error('the call succeeded');
  expect(outcome.status).toBe(outcome.error.status);
  return outcome.error;
};

/** Sends the headers and the first half of a success, and leaves the rest to `then`. */
const half = (then: (response: ServerResponse) => void) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': granted.length });
  response.write(granted.slice(0, granted.length / 2), () => then(response));
};

const silent = () => {};
const url = 'https://example.com/koodrive/ose/v1/auth/login';

describe('a connection', () => {
  it('that is refused is a network error without a status', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    const port = typeof address === 'object' ? address?.port : 0;
    const auth = createKooDriveAuthClient({ baseUrl: `http://127.0.0.1:${port}`, agentName: 'x' });
    const outcome = await auth.login(withPassword);
    expect(errorOf(outcome)).toMatchObject({
      kind: 'network',
      message: `login: network, ECONNREFUSED at http://127.0.0.1:${port}/koodrive/ose/v1/auth/login`,
    });
    expect(outcome).toMatchObject({ status: undefined, response: undefined });
    expect(JSON.parse(JSON.stringify(outcome))).not.toHaveProperty('status');
  });

  it('that is reset before the headers is a network error without a status', async () => {
    const { auth } = await clientOf((request) => request.socket.resetAndDestroy());
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: undefined });
  });

  it('that is reset inside the body is a network error with the status', async () => {
    const { auth } = await clientOf(half((response) => response.socket?.resetAndDestroy()));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: 200 });
  });

  it('that ends inside the body is a network error with the status', async () => {
    const { auth } = await clientOf(half((response) => response.socket?.end()));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: 200 });
  });

  it('to a host that does not exist is a network error', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: 'https://nowhere.invalid', agentName: 'x' });
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network' });
  });
});

describe('the time limit', () => {
  it('ends a call that gets no headers', async () => {
    const { auth } = await clientOf(silent, { timeoutMs: 50 });
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'timeout', status: undefined });
    expect(error.message).toMatch(
      /^login: timeout, no complete response within 50 ms at http:\/\/127\.0\.0\.1:\d+\/koodrive\/ose\/v1\/auth\/login$/,
    );
  });

  it('ends a call whose body stops half-way, with its status', async () => {
    const { auth } = await clientOf(half(silent));
    expect(errorOf(await auth.login(withPassword, { timeoutMs: 200 }))).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it('ends a call whose body drips without end', async () => {
    const { auth } = await clientOf((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(drip));
    });
    expect(errorOf(await auth.login(withPassword, { timeoutMs: 200 }))).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it('ends a call whose injected fetch ignores its signal', async () => {
    const { auth } = await clientOf(silent, { timeoutMs: 20, fetch: () => new Promise(() => {}) });
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'timeout' });
  });

  it('hangs up', async () => {
    let hungUp = () => {};
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const { auth } = await clientOf((request) => request.socket.once('close', hungUp), { timeoutMs: 50 });
    await auth.login(withPassword);
    await closed;
  });
});

describe("the caller's signal", () => {
  it('that was aborted before the call sends no request', async () => {
    const { auth, seen } = await clientOf(answer(200, granted));
    const error = errorOf(await auth.login(withPassword, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'aborted', status: undefined });
    expect(error.message).toMatch(/^login: aborted, by the caller's signal at http:/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(0);
  });

  it('ends a call that waits for headers', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(() => controller.abort(new Error('a reason')));
    const error = errorOf(await auth.login(withPassword, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', status: undefined });
  });

  it('ends a call inside the body, with its status', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(half(() => setTimeout(() => controller.abort(), 100)));
    expect(errorOf(await auth.login(withPassword, { signal: controller.signal }))).toMatchObject({
      kind: 'aborted',
      status: 200,
    });
  });

  it('changes nothing after the call', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(answer(200, granted));
    const outcome = await auth.login(withPassword, { signal: controller.signal });
    controller.abort();
    expect(outcome.ok).toBe(true);
  });

  it('from AbortSignal.timeout() ends a call as a timeout', async () => {
    const { auth } = await clientOf(silent);
    const error = errorOf(await auth.login(withPassword, { signal: AbortSignal.timeout(30) }));
    expect(error).toMatchObject({ kind: 'timeout' });
    expect(error.message).toMatch(/^login: timeout, the caller's signal timed out at http:/);
    const late = AbortSignal.timeout(1);
    await new Promise((resolve) => late.addEventListener('abort', resolve));
    expect(errorOf(await auth.login(withPassword, { signal: late }))).toMatchObject({ kind: 'timeout' });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i to another origin is not followed', async (status) => {
    const other = await serve(answer(200, granted));
    const { auth } = await clientOf((_request, response) =>
      response.writeHead(status, { location: `${other.url}/koodrive/ose/v1/auth/login` }).end(),
    );
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'invalid-response', status });
    expect(error.message).toMatch(/^login: invalid-response, a redirect, which is not followed, status 30\d at http:/);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(other.seen).toHaveLength(0);
  });

  it('is an invalid response, even with its envelope', async () => {
    const { auth } = await clientOf(answer(302, { code: 1, msg: 'x' }));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'invalid-response', status: 302 });
  });

  it('whose status a browser hides is the same with status 0', async () => {
    const fetch = async () => Response.error();
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x', fetch });
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'invalid-response', status: 0 });
    expect(error.message).toContain('a redirect, which is not followed, status 0 at');
  });
});

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
