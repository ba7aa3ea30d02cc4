import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, createTraceId, type FetchInit, servers, unwrap } from '../../src/index.js';
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
    ['', 'a string'],
    ['example.com', 'a string'],
    ['/relative', 'a string'],
    ['ftp://example.com', 'a string'],
    ['blob:https://example.com/x', 'a string'],
    ['https://example.com/?', 'a string'],
    ['https://example.com/?token=s3cret@s3cret', 'a string'],
    ['https://example.com/#s3cret', 'a string'],
    ['https://user:s3cret@example.com', 'a string'],
    ['https://user:s3c?s3cret@example.com', 'a string'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ toString: () => 'https://example.com' }, 'Object'],
    [5, 'a number'],
  ])('refuses the base URL %s', (baseUrl, kind) => {
    const rule = 'an absolute http or https URL without user name, query and fragment';
    expect(refusal(() => create({ baseUrl }))).toBe(`baseUrl must be ${rule}, got ${kind}`);
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
        'baseUrl must be https, unless it is localhost or allowInsecureHttp is set, got a string',
      );
    expect(refusal(() => create({ baseUrl, allowInsecureHttp: 'false' }))).toBe(
      'allowInsecureHttp must be true or false, got a string',
    );
  });

  it.each(['', ' x', 'x ', 'a\nb', 'a\0b', '中', undefined, null, 5, {}])('refuses the agent name %j', (agentName) => {
    expect(refusal(() => create({ agentName }))).toMatch(
      /^agentName must be Latin-1 text of one line, not empty and without spaces around it, got /,
    );
  });

  it('takes the shortest time limit and the longest, and an agent name with spaces and accents', () => {
    for (const timeoutMs of [1, 2 ** 31 - 1])
      expect(create({ timeoutMs, agentName: 'Téléphonie du Sud' })).toHaveProperty('login');
  });

  const noOptions: [name: string, options: unknown, message: string][] = [
    ['none', undefined, 'options must be an object such as { baseUrl, agentName }, got undefined'],
    ['an array', [], 'options must be an object such as { baseUrl, agentName }, got Array'],
    ['a text', 'my-secret', 'options must be an object such as { baseUrl, agentName }, got a string'],
    [
      'an unknown one',
      { ...usable, timeout: 1 },
      'unknown option timeout: known are baseUrl, agentName, allowInsecureHttp, fetch, timeoutMs, validate',
    ],
    ['a fetch that is no function', { ...usable, fetch: 'fetch' }, 'fetch must be a function, got a string'],
    [
      'validate: true',
      { ...usable, validate: true },
      'validate must be an object of schemas, such as all exports of koodrive-auth-contract/schemas, got a boolean',
    ],
    [
      'one schema',
      { ...usable, validate: validate.loginRequest },
      'validate must be an object of schemas, such as all exports of koodrive-auth-contract/schemas, got Object',
    ],
    [
      'a schema under another name',
      { ...usable, validate: { login: validate.loginRequest } },
      'unknown option validate.login: known are loginRequest, loginResponse, registerUserRequest, registerUserResponse',
    ],
    [
      'a schema that is none',
      { ...usable, validate: { loginRequest: {} } },
      'validate.loginRequest must be a Standard Schema, got Object',
    ],
  ];
  it.each(noOptions)('names the rule for invalid options: %s', (_, options, message) => {
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
    [{ timeoutMs: '5000' }, 'timeoutMs must be a number of milliseconds from 1 to 2147483647, got a string'],
    [{ timeoutMs: Number.NaN }, /^timeoutMs must be .*, got a number$/],
    [{ timeoutMs: 2 ** 31 }, /^timeoutMs must be .*, got a number$/],
    [{ timeoutMs: 0 }, /^timeoutMs must be .*, got a number$/],
    [{ timeoutMs: null }, /^timeoutMs must be .*, got null$/],
    [{ traceId: 's3cret' }, 'traceId must be 58 visible ASCII characters, got a string'],
    [{ traceId: `${'x'.repeat(57)}\n` }, /^traceId must be 58 visible ASCII characters, got /],
    [{ traceId: `${'x'.repeat(57)} ` }, /^traceId must be/],
    [{ traceId: 'é'.repeat(58) }, /^traceId must be/],
    [{ traceId: ['x'.repeat(58)] }, /^traceId must be .*, got Array$/],
    [{ signal: new AbortController() }, 'signal must be an AbortSignal, got AbortController'],
    [{ signal: 's3cret' }, 'signal must be an AbortSignal, got a string'],
    [
      new AbortController().signal,
      'options must be an object such as { signal, timeoutMs } after the body, got AbortSignal',
    ],
    [null, 'options must be an object such as { signal, timeoutMs } after the body, got null'],
    ['s3cret', 'options must be an object such as { signal, timeoutMs } after the body, got a string'],
    [['s3cret'], 'options must be an object such as { signal, timeoutMs } after the body, got Array'],
    [{ agentName: 'a' }, 'unknown option agentName: known are signal, timeoutMs, traceId, headers'],
    [{ headers: 5 }, 'headers must be an object of names and values, got a number'],
    [
      { headers: { authorization: 'AT s3\ncret' } },
      'headers must be ASCII names and Latin-1 values of one line, got a string',
    ],
    [{ headers: { a: '中' } }, /^headers must be ASCII names and Latin-1 values/],
    [{ headers: { a: undefined } }, /^headers must be .*, got undefined$/],
    [{ headers: { 'bad s3cret': 'x' } }, /^headers must be/],
  ])('rejects for the options %j', async (options, message) => {
    const said = await rejection(() => login(withPassword, options));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
    expect(said).not.toContain('cret');
  });

  const cyclic: Record<string, unknown> = { password: 's3cret' };
  cyclic['s3cret'] = cyclic;
  const throwing = {
    get password() {
      throw new Error('s3cret');
    },
  };
  it.each<[body: unknown, kind: string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, 'a number'],
    ['{"password":"s3cret"}', 'a string'],
    [['s3cret'], 'Array'],
    [() => {}, 'Function'],
    [cyclic, 'Object'],
    [throwing, 'Object'],
    [{ big: 1n }, 'Object'],
  ])('rejects for the body %#, and quotes nothing of it', async (body, kind) => {
    expect(await rejection(() => login(body))).toBe(`body must be an object that JSON can carry, got ${kind}`);
  });

  it('takes a trace id of 58 characters, and headers as an object of the platform', async () => {
    const fetch = vi.fn(async (_url: string, _init: FetchInit) => new Response());
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

  it('says that fetch is missing before anything is sent', async () => {
    const plain = createKooDriveAuthClient(usable);
    vi.stubGlobal('fetch', undefined);
    expect(await rejection(() => plain.login(withPassword))).toBe('fetch must be a function, got undefined');
  });

  it('says how to get random bytes where there are none', async () => {
    vi.stubGlobal('crypto', undefined);
    vi.resetModules();
    const { createTraceId: create } = await import('../../src/index.js');
    expect(refusal(create)).toBe('crypto.getRandomValues is missing: use Node 20.19 or later');
    vi.stubGlobal('process', { env: {} });
    expect(refusal(create)).toBe('crypto.getRandomValues is missing: import react-native-get-random-values');
    vi.stubGlobal('process', undefined);
    expect(refusal(create)).toMatch(/react-native/);
  });
});

describe('unwrap', () => {
  const outcome = { ok: true, data: 5, status: 200, traceId: '' };
  const failed = { ok: false, error: new Error('no'), traceId: '' };

  it('returns the data of a success', () => {
    expect(Reflect.apply(unwrap, undefined, [outcome])).toBe(5);
  });

  it.each([undefined, null, 5, {}, Promise.resolve(outcome), Response.json({}), { ok: 1 }, failed, { ok: false }])(
    'rejects what is not an outcome: %s',
    (value) => {
      expect(refusal(() => Reflect.apply(unwrap, undefined, [value]))).toBe(
        'unwrap takes the outcome of a call: write unwrap(await auth.login(…))',
      );
    },
  );
});
