import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, createTraceId, servers } from '../../src/index.js';

const { withPassword } = examples.login.requests;
const usable = { baseUrl: servers.international, agentName: 'my-carrier' };
const never = (): never => {
  throw new Error('something was sent');
};

/** The message of the `TypeError` that the call must throw, at once and not as a rejection. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('a client', () => {
  const create = (options: object) => createKooDriveAuthClient(Object.assign({ ...usable }, options));

  it.each([
    servers.international,
    servers.chinaMainland,
    'HTTPS://EXAMPLE.COM/a/path/',
    'http://localhost:4010',
    'http://127.0.0.1',
    'http://127.8.9.1:80/x',
    'http://[::1]:4010',
    new URL('https://example.com'),
  ])('takes the base URL %s', (baseUrl) => {
    expect(create({ baseUrl })).toHaveProperty('login');
  });

  it.each([
    '',
    'example.com',
    '/relative',
    '//example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://example.com/localhost/',
    'http://example.com/https:x',
    'ftp://example.com/https:x',
    'https://example.com/?a=1',
    'https://example.com/#a',
    undefined,
    null,
    5,
    {},
  ])('refuses the base URL %s', (baseUrl) => {
    expect(refusal(() => create({ baseUrl }))).toMatch(
      /^baseUrl must be https:\/\/host\/path, or http with allowInsecureHttp, got /,
    );
  });

  it('takes plain http to another host only when told to', () => {
    expect(create({ baseUrl: 'http://10.0.0.1', allowInsecureHttp: true })).toHaveProperty('login');
    expect(refusal(() => create({ baseUrl: 'ftp://10.0.0.1', allowInsecureHttp: true }))).toContain(
      'got ftp://10.0.0.1',
    );
    expect(refusal(() => create({ baseUrl: 'http://10.0.0.1', allowInsecureHttp: false }))).toContain(
      'http://10.0.0.1',
    );
  });

  it('repeats no password and no query of a base URL', () => {
    const messages = [
      refusal(() => create({ baseUrl: 'https://user:s3cret@example.com' })),
      refusal(() => create({ baseUrl: 'user:s3cret//:s3cret@example.com' })),
      refusal(() => create({ baseUrl: 'https://example.com/?token=s3cret' })),
      refusal(() => create({ baseUrl: 'https://example.com/#s3cret' })),
    ];
    expect(messages.join()).not.toContain('s3cret');
    for (const message of messages) expect(message).toContain('***');
  });

  it.each(['', ' x', 'x ', 'a\nb', 'a\0b', '中', undefined, null, 5, {}])('refuses the agent name %j', (agentName) => {
    expect(refusal(() => create({ agentName }))).toBe(`agentName must be Latin characters, got ${agentName}`);
  });

  it('takes an agent name with spaces and accents', () => {
    expect(create({ agentName: 'Téléphonie du Sud' })).toHaveProperty('login');
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '500', null, {}])(
    'refuses the time limit %j, here and at a call',
    (timeoutMs) => {
      const message = `timeoutMs must be 1 to 2147483647, got ${timeoutMs}`;
      expect(refusal(() => create({ timeoutMs }))).toBe(message);
      const options: object = { timeoutMs };
      expect(refusal(() => create({ fetch: never }).login(withPassword, options))).toBe(message);
    },
  );

  it('refuses a fetch that is no function', () => {
    expect(refusal(() => create({ fetch: 'fetch' }))).toBe('fetch must be a function, got fetch');
  });
});

describe('a call', () => {
  const auth = createKooDriveAuthClient({ ...usable, fetch: never });
  const login = (body: unknown, options: object = {}) =>
    Reflect.apply(auth.login, auth, [body, options]) as Promise<unknown>;

  it.each([
    ['short', 'short'],
    ['too long', 'x'.repeat(59)],
    ['one with a line break', `${'x'.repeat(57)}\n`],
    ['one that starts with a space', ` ${'x'.repeat(57)}`],
    ['one with a space in it', `${'a'.repeat(28)} ${'a'.repeat(29)}`],
    ['one beyond ASCII', 'é'.repeat(58)],
    ['a number', 5],
    ['null', null],
  ])('refuses a trace id: %s', (_name, traceId) => {
    expect(refusal(() => login(withPassword, { traceId }))).toMatch(
      /^traceId must be 58 visible ASCII characters, got /,
    );
  });

  it.each([undefined, null, 5, 'text', [], () => {}, { big: 1n }])(
    'refuses a body that is no object for JSON',
    (body) => {
      expect(refusal(() => login(body))).toBe(`body must be an object, got ${typeof body}`);
    },
  );

  it('says nothing of what is in a body that JSON cannot carry', () => {
    const body: Record<string, unknown> = { password: 's3cret-s3cret' };
    body['s3cret-s3cret'] = body;
    expect(refusal(() => login(body))).not.toContain('s3cret');
  });

  it('refuses a signal that is none', () => {
    expect(refusal(() => login(withPassword, { signal: new AbortController() }))).toBe(
      'signal must be an AbortSignal, got [object AbortController]',
    );
  });

  it('refuses headers that cannot be sent, and says nothing of their values', () => {
    for (const headers of [{ authorization: 'AT s3cret\ns3cret' }, { 'bad name': 's3cret' }, { a: '中 s3cret' }, 5]) {
      expect(refusal(() => login(withPassword, { headers }))).toBe('headers must be valid, got ***');
    }
  });

  it('takes a trace id of 58 characters, and headers as an object of the platform', async () => {
    let sent: unknown;
    const client = createKooDriveAuthClient({
      ...usable,
      fetch: async (_url, init) => {
        sent = init.headers;
        return new Response();
      },
    });
    const traceId = createTraceId();
    const outcome = await client.login(withPassword, {
      traceId,
      headers: new Headers({ 'X-TraceId': 'other', A: 'b' }),
    });
    expect(outcome.traceId).toBe(traceId);
    expect(sent).toEqual({
      a: 'b',
      'content-type': 'application/json',
      'x-hw-agentname': 'my-carrier',
      'x-traceid': traceId,
    });
  });
});
