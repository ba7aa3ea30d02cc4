import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, createTraceId, servers, unwrap } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const usable = { baseUrl: servers.international, agentName: 'my-carrier' };
const never = (): never => {
  throw new Error('something was sent');
};

/** The message of the `TypeError` that is thrown. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

/** The message of the `TypeError` that the call rejects with: a function that returns a promise never throws. */
async function rejection(call: () => unknown): Promise<string> {
  const error = await (call() as Promise<unknown>).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  return (error as Error).message;
}

describe('a client', () => {
  const create = (options: object) => createKooDriveAuthClient({ ...usable, ...options });

  it.each([
    servers.international,
    servers.chinaMainland,
    'HTTPS://EXAMPLE.COM/a/path/',
    'https://example.com/@scope/path',
    'http://localhost:4010',
    'http://127.0.0.1',
    'http://127.80.90.100:80/x',
    'http://[::1]:4010',
    new URL('https://example.com'),
  ])('takes the base URL %s', (baseUrl) => {
    expect(create({ baseUrl })).toHaveProperty('login');
  });

  it.each([
    ['', '"" (a string)'],
    ['example.com', '"example.com" (a string)'],
    ['/relative', '"/relative" (a string)'],
    ['ftp://example.com', '"ftp://example.com" (a string)'],
    ['blob:https://example.com/x', '"blob:https://example.com/x" (a string)'],
    ['https://example.com/?', '"***" (a string)'],
    ['https://example.com/#a', '"***" (a string)'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ toString: () => 'https://example.com' }, 'Object'],
    [5, '5 (a number)'],
  ])('refuses the base URL %s', (baseUrl, shown) => {
    const rule = 'an absolute http or https URL without user name, query and fragment';
    expect(refusal(() => create({ baseUrl }))).toBe(`baseUrl must be ${rule}, got ${shown}`);
  });

  it.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://my-localhost',
    'http://127..',
    'http://example.com/https:x',
  ])('refuses plain http at %s', (baseUrl) => {
    expect(refusal(() => create({ baseUrl }))).toMatch(/^baseUrl must be (https, unless|an absolute)/);
  });

  it('takes plain http to another host only when told to', () => {
    const baseUrl = 'http://10.0.0.1';
    expect(create({ baseUrl, allowInsecureHttp: true })).toHaveProperty('login');
    for (const allowInsecureHttp of [false, undefined])
      expect(refusal(() => create({ baseUrl, allowInsecureHttp }))).toBe(
        'baseUrl must be https, unless it is localhost or allowInsecureHttp is set, got "http://10.0.0.1" (a string)',
      );
    expect(refusal(() => create({ baseUrl, allowInsecureHttp: 'false' }))).toMatch(
      /^allowInsecureHttp must be true or false, got "false" \(a string\)$/,
    );
  });

  it('repeats no password and no query of a base URL', () => {
    for (const baseUrl of [
      'https://user:s3cret@example.com',
      'https://user:s3c?s3cret@example.com',
      'https://example.com/?token=s3cret@s3cret',
      'https://example.com/#s3cret',
    ])
      expect(refusal(() => create({ baseUrl }))).toMatch(/^baseUrl must be .*, got "\*\*\*" \(a string\)$/);
  });

  it.each(['', ' x', 'x ', 'a\nb', 'a\0b', '中', undefined, null, 5, {}])('refuses the agent name %j', (agentName) => {
    expect(refusal(() => create({ agentName }))).toMatch(
      /^agentName must be Latin-1 text without line breaks, and without spaces around it, got /,
    );
  });

  it('repeats the begin of a long text', () => {
    expect(refusal(() => create({ agentName: '中'.repeat(200) }))).toMatch(/, got "中{100}" \(a string\)$/);
  });

  it('takes the shortest time limit and the longest', () => {
    for (const timeoutMs of [1, 2 ** 31 - 1]) expect(create({ timeoutMs })).toHaveProperty('login');
  });

  it('takes an agent name with spaces and accents inside', () => {
    expect(create({ agentName: 'Téléphonie du Sud' })).toHaveProperty('login');
  });

  const noOptions: [name: string, options: unknown, message: string][] = [
    ['none', undefined, 'options must be an object such as { baseUrl, agentName }, got undefined'],
    ['an array', [], 'options must be an object such as { baseUrl, agentName }, got Array'],
    ['a misspelt one', { ...usable, timeout: 1 }, 'unknown option timeout: did you mean timeoutMs?'],
    ['another spelling', { baseURL: '', agentName: 'a' }, 'unknown option baseURL: did you mean baseUrl?'],
    ['one that is half right', { ...usable, fetos: 1 }, 'unknown option fetos: did you mean fetch?'],
    [
      'one with a part of a name',
      { ...usable, eta1: 1 },
      'unknown option eta1: there are baseUrl, agentName, allowInsecureHttp, fetch, timeoutMs, validate',
    ],
    [
      'an unknown one',
      { ...usable, retries: 3 },
      'unknown option retries: there are baseUrl, agentName, allowInsecureHttp, fetch, timeoutMs, validate',
    ],
    ['a fetch that is no function', { ...usable, fetch: 'fetch' }, 'fetch must be a function, got "fetch" (a string)'],
    [
      'validate: true',
      { ...usable, validate: true },
      "validate must be schemas by name: import * as validate from 'koodrive-auth-contract/schemas', got true (a boolean)",
    ],
    [
      'one schema',
      { ...usable, validate: validate.loginRequest },
      "validate must be schemas by name: import * as validate from 'koodrive-auth-contract/schemas', got Object",
    ],
    [
      'a schema under another name',
      { ...usable, validate: { login: validate.loginRequest } },
      'unknown option login: did you mean loginRequest?',
    ],
    [
      'a schema that is none',
      { ...usable, validate: { loginRequest: {} } },
      'validate.loginRequest must be a Standard Schema, got Object',
    ],
  ];
  it.each(noOptions)('says of options that are wrong what is right: %s', (_, options, message) => {
    expect(refusal(() => Reflect.apply(createKooDriveAuthClient, undefined, [options]))).toBe(message);
  });

  it('takes schemas as compilers and loaders of CommonJS give them', () => {
    const loaded = { ...validate, default: validate, 'module.exports': validate };
    expect(create({ validate: loaded })).toHaveProperty('login');
  });
});

describe('a call', () => {
  const auth = createKooDriveAuthClient({ ...usable, fetch: never });
  const login = (...args: unknown[]) => Reflect.apply(auth.login, auth, args) as Promise<unknown>;

  it.each<[options: unknown, message: string | RegExp]>([
    [{ timeoutMs: '5000' }, 'timeoutMs must be a number of milliseconds from 1 to 2147483647, got "5000" (a string)'],
    [{ timeoutMs: Number.NaN }, /^timeoutMs must be .*, got NaN \(a number\)$/],
    [{ timeoutMs: 2 ** 31 }, /^timeoutMs must be .*, got 2147483648 \(a number\)$/],
    [{ timeoutMs: 0 }, /^timeoutMs must be .*, got 0 \(a number\)$/],
    [{ timeoutMs: null }, /^timeoutMs must be .*, got null$/],
    [{ traceId: 'short' }, 'traceId must be 58 visible ASCII characters, got "short" (a string)'],
    [{ traceId: `${'x'.repeat(57)}\n` }, /^traceId must be 58 visible ASCII characters, got /],
    [{ traceId: `${'x'.repeat(57)} ` }, /^traceId must be/],
    [{ traceId: 'é'.repeat(58) }, /^traceId must be/],
    [{ traceId: ['x'.repeat(58)] }, /^traceId must be .*, got Array$/],
    [{ signal: new AbortController() }, 'signal must be an AbortSignal, got AbortController'],
    [new AbortController().signal, 'options must be an object such as { signal, timeoutMs }, got AbortSignal'],
    [null, 'options must be an object such as { signal, timeoutMs }, got null'],
    [{ sigal: 1 }, 'unknown option sigal: did you mean signal?'],
    [{ agentName: 'a' }, 'unknown option agentName: there are signal, timeoutMs, traceId, headers'],
    [{ headers: 5 }, 'headers must be an object of names and values, got 5 (a number)'],
    [{ headers: { authorization: 'AT s3\ncret' } }, /^headers: "authorization" \(a string\) cannot be sent/],
    [{ headers: { a: '中' } }, /^headers: "a" \(a string\) cannot be sent/],
    [{ headers: { a: undefined } }, /^headers: "a" \(a string\) cannot be sent/],
    [{ headers: { 'bad name': 's3cret' } }, /^headers: "bad name" \(a string\) cannot be sent/],
  ])('rejects for the options %j', async (options, message) => {
    const said = await rejection(() => login(withPassword, options));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
    expect(said).not.toContain('cret');
  });

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, 'a number'],
    ['{"password":"s3cret"}', 'a string'],
    [[], 'Array'],
    [() => {}, 'undefined'],
  ])('rejects for the body %j', async (body, kind) => {
    expect(await rejection(() => login(body))).toBe(`body must be an object, got ${kind}`);
  });

  it('says nothing of what is in a body that JSON cannot carry', async () => {
    const cyclic: Record<string, unknown> = { password: 's3cret' };
    cyclic['s3cret'] = cyclic;
    const throwing = {
      get password() {
        throw new Error('s3cret');
      },
    };
    for (const body of [cyclic, throwing, { big: 1n }])
      expect(await rejection(() => login(body))).toBe(
        'body must be an object for JSON, got one that refers to itself, holds a bigint or throws',
      );
  });

  it('takes a trace id of 58 characters, and headers as an object of the platform', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response());
    const traceId = createTraceId();
    const headers = new Headers({ 'X-TraceId': 'other', A: 'b' });
    const outcome = await clientWith(fetch).login(withPassword, { traceId, headers });
    expect(outcome.traceId).toBe(traceId);
    expect(fetch.mock.calls[0]?.[1].headers).toEqual({
      a: 'b',
      'content-type': 'application/json',
      'x-hw-agentname': 'x',
      'x-traceid': traceId,
    });
  });

  it('says what is missing before anything is sent: fetch, randomness', async () => {
    const plain = createKooDriveAuthClient(usable);
    vi.stubGlobal('fetch', undefined);
    expect(await rejection(() => plain.login(withPassword))).toBe(
      'fetch must be given, since there is no global one, got undefined',
    );
    vi.stubGlobal('crypto', undefined);
    vi.resetModules();
    const { createKooDriveAuthClient: create } = await import('../../src/index.js');
    const message = 'crypto.getRandomValues is missing: import react-native-get-random-values, or pass traceId';
    expect(await rejection(() => create({ ...usable, fetch: never }).login(withPassword))).toBe(message);
  });
});

it('unwrap says that an outcome comes after await', () => {
  for (const value of [Promise.resolve(), undefined, {}])
    expect(refusal(() => Reflect.apply(unwrap, undefined, [value]))).toMatch(/write unwrap\(await auth\.login/);
});
