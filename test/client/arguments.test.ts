import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKooDriveAuthClient, createTraceId, type FetchInit, servers } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { granted, respond, url, withPassword } from './login.js';

const usable = { baseUrl: servers.international, agentName: 'my-carrier' };
const create = (options: object) => createKooDriveAuthClient({ ...usable, ...options });

/** Expects a `TypeError` whose message starts so, and quotes no value. */
async function expectTypeError(run: () => unknown, message: string): Promise<void> {
  const error: unknown = await Promise.resolve()
    .then(run)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(`${error}`.slice(0, message.length + 11)).toBe(`TypeError: ${message}`);
  expect(`${error}`).not.toContain('s3cret');
}

describe('a client', () => {
  it.each(['http://127.0.0.1.a.com', 'http://localhost.a.com', 'http://my-localhost', 'http://a.com/https:x'])(
    'accepts plain http at %s only when it is allowed',
    async (baseUrl) => {
      expect(create({ baseUrl, allowInsecureHttp: true })).toHaveProperty('login');
      const message = 'baseUrl must be https, unless it is localhost or allowInsecureHttp is set, got a string';
      for (const allowInsecureHttp of [false, undefined])
        await expectTypeError(() => create({ baseUrl, allowInsecureHttp }), message);
    },
  );

  it.each([
    { baseUrl: servers.chinaMainland },
    { baseUrl: 'HTTPS://EXAMPLE.COM/a/path/' },
    { baseUrl: 'https://example.com/@scope/path' },
    { baseUrl: 'http://localhost:4010' },
    { baseUrl: 'http://127.0.0.1' },
    { baseUrl: 'http://127.80.90.100:80/x' },
    { baseUrl: 'http://[::1]:4010' },
    { baseUrl: new URL('https://example.com') },
    { agentName: 'Téléphonie du\tSud\u0080ÿ' },
    { timeoutMs: 1 },
    { timeoutMs: 2 ** 31 - 1 },
    { timeoutMs: undefined, fetch: undefined, validate: undefined, allowInsecureHttp: undefined },
    { validate: { loginRequest: undefined } },
    // Some compilers and loaders of CommonJS add these.
    { validate: { ...validate, default: validate, 'module.exports': validate } },
  ])('accepts the options %j', (options) => {
    expect(create(options)).toHaveProperty('registerUser');
  });

  const notUrls = [
    '',
    'a.com',
    'ftp://a.com',
    'blob:https://a/x',
    'https://a/?',
    'https://a/#s3cret',
    'https://a:s3cret@b',
  ];
  const { loginRequest } = validate;
  it.each<[option: string, rule: string, values: unknown[]]>([
    [
      'baseUrl',
      'an absolute http or https URL without user name, query and fragment',
      [...notUrls, undefined, null, {}, 5],
    ],
    [
      'agentName',
      'Latin-1 text of one line, not empty, without spaces around it',
      ['', ' s3cret', 's3cret ', 'a\nb', 'a\0b', 'a\u007fb', 'Ā', undefined, {}],
    ],
    ['allowInsecureHttp', 'true or false', ['false', null]],
    ['fetch', 'a function', ['fetch', null]],
    ['timeoutMs', 'a number from 1 to 2147483647', [2 ** 31, '1', null]],
    ['validate', 'an object of schemas, such as all exports of koodrive-auth-contract/schemas', [true, loginRequest]],
  ])('rejects each wrong %s, and names the rule', async (option, rule, values) => {
    for (const value of values)
      await expectTypeError(() => create({ [option]: value }), `${option} must be ${rule}, got `);
  });

  const options = 'baseUrl, agentName, allowInsecureHttp, fetch, timeoutMs, validate';
  const schemas = 'loginRequest, loginResponse, registerUserRequest, registerUserResponse';
  it.each<[options: unknown, message: string]>([
    [{ ...usable, timeout: 1 }, `unknown option timeout: known are ${options}`],
    [{ ...usable, validate: { login: loginRequest } }, `unknown option validate.login: known are ${schemas}`],
    [{ ...usable, validate: { loginRequest: {} } }, 'validate.loginRequest must be a Standard Schema, got Object'],
    [{ ...usable, validate: { loginResponse: null } }, 'validate.loginResponse must be a Standard Schema, got null'],
    [undefined, 'options must be an object such as { baseUrl, agentName }, got undefined'],
    [['s3cret'], 'options must be an object such as { baseUrl, agentName }, got Array'],
    ['s3cret', 'options must be an object such as { baseUrl, agentName }, got a string'],
  ])('rejects the options %j', async (options, message) => {
    await expectTypeError(() => Reflect.apply(createKooDriveAuthClient, undefined, [options]), message);
  });
});

describe('a call', () => {
  const fetch = vi.fn(async (_url: string, _init: FetchInit) => respond(granted));
  beforeEach(() => fetch.mockClear());
  const auth = clientWith(fetch);
  const login = (...args: unknown[]): Promise<unknown> => Reflect.apply(auth.login, auth, args);

  const { signal } = new AbortController();
  const x = 'x'.repeat(57);
  it.each<[option: string, rule: string, values: unknown[]]>([
    ['timeoutMs', 'a number from 1 to 2147483647', ['5000', Number.NaN, 0.9, 2 ** 31 - 0.5, null]],
    ['traceId', '58 visible ASCII characters', ['', x, `${x}xx`, `${x} `, `${x}é`, [`${x}x`]]],
    ['signal', 'an AbortSignal', [new AbortController(), null, 's3cret']],
    ['headers', 'an object of names and values', [5, null, 's3cret', ['s3cret']]],
    [
      'headers',
      'ASCII names and Latin-1 strings of one line',
      [{ a: 's3\ncret' }, { a: 'Ā' }, { a: undefined }, { 'bad s3cret': 'x' }, { '': 'x' }],
    ],
  ])('rejects each wrong %s, and names the rule: %s', async (option, rule, values) => {
    for (const value of values)
      await expectTypeError(() => login(withPassword, { [option]: value }), `${option} must be ${rule}, got `);
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each<[options: unknown, message: string]>([
    [null, 'options must be an object such as { signal, timeoutMs } after the body, got null'],
    ['s3cret', 'options must be an object such as { signal, timeoutMs } after the body, got a string'],
    [signal, 'options must be an object such as { signal, timeoutMs } after the body, got AbortSignal'],
    [{ agentName: 'a' }, 'unknown option agentName: known are signal, timeoutMs, traceId, headers'],
  ])('rejects the options %j', async (options, message) => {
    await expectTypeError(() => login(withPassword, options), message);
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
    [new FormData(), 'FormData'],
    [Promise.resolve(withPassword), 'Promise'],
  ])('rejects the body %#, and quotes nothing of it', async (body, kind) => {
    await expectTypeError(() => login(body), `body must be an object that JSON can carry, got ${kind}`);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('sends what the contract documents, with headers of the caller and one of each name', async () => {
    const traceId = createTraceId();
    const headers = new Headers({ 'X-TraceId': 'other', 'Content-Type': 'text/plain', 'X-Empty': '', A: 'b' });
    expect(await login(withPassword, { traceId, headers, timeoutMs: 1_000 })).toMatchObject({ ok: true, traceId });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(url, {
      method: 'POST',
      headers: {
        a: 'b',
        'content-type': 'application/json',
        'x-empty': '',
        'x-hw-agentname': 'x',
        'x-traceid': traceId,
      },
      body: JSON.stringify(withPassword),
      signal: expect.any(AbortSignal),
      redirect: 'manual',
    });
    await login(withPassword, { headers: { 'X-Extra': 'yes' } });
    const [, init] = fetch.mock.lastCall ?? [];
    expect(init?.headers).toMatchObject({ 'x-extra': 'yes', 'x-traceid': expect.stringMatching(/^[0-9a-v]{58}$/) });
  });

  it('takes the headers of another platform, and options that an object inherits', async () => {
    /** As in React Native, whose headers are in an own property. */
    class OtherHeaders {
      map = { a: 'b' };
      [Symbol.iterator] = () => Object.entries(this.map)[Symbol.iterator]();
    }
    const auth = createKooDriveAuthClient(Object.create({ ...usable, fetch }));
    await auth.login(withPassword, Object.create({ headers: new OtherHeaders() }));
    expect(fetch.mock.lastCall?.[1].headers).toMatchObject({ a: 'b', 'x-hw-agentname': usable.agentName });
  });

  it('appends the path of the operation to the path of the base URL', async () => {
    for (const baseUrl of ['https://example.com/proxy//', new URL('https://example.com/proxy')])
      await clientWith(fetch, { baseUrl }).login(withPassword);
    for (const [called] of fetch.mock.calls)
      expect(called).toBe('https://example.com/proxy/koodrive/ose/v1/auth/login');
  });

  it('uses the global fetch of the moment, and says so if there is none', async () => {
    const plain = createKooDriveAuthClient(usable);
    vi.stubGlobal('fetch', fetch);
    expect((await plain.login(withPassword)).ok).toBe(true);
    vi.stubGlobal('fetch', undefined);
    await expectTypeError(() => plain.login(withPassword), 'fetch must be a function, got undefined');
  });
});
