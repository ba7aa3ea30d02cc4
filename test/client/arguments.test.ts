import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKooDriveAuthClient, createTraceId, type FetchInit, servers } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { granted, respond, withPassword } from './login.js';

const usable = { baseUrl: servers.international, agentName: 'my-carrier' };
const create = (options: object) => createKooDriveAuthClient({ ...usable, ...options });

const urlRule = 'an absolute http or https URL without user name, query and fragment';
const httpsRule = 'https, unless it is localhost or allowInsecureHttp is set';
const nameRule = 'Latin-1 text of one line, not empty, without spaces around it';
const limitRule = 'a number from 1 to 2147483647';
const schemasRule = 'an object of schemas, such as all exports of koodrive-auth-contract/schemas';

describe('a client', () => {
  it.each([
    servers.chinaMainland,
    'HTTPS://EXAMPLE.COM/a/path/',
    'https://example.com/@scope/path',
    'http://localhost:4010',
    'http://127.0.0.1',
    'http://127.80.90.100:80/x',
    'http://[::1]:4010',
    new URL('https://example.com'),
  ])('accepts the base URL %s', (baseUrl) => {
    expect(create({ baseUrl })).toHaveProperty('login');
  });

  it.each([
    ['', 'a string'],
    ['example.com', 'a string'],
    ['ftp://example.com', 'a string'],
    ['blob:https://example.com/x', 'a string'],
    ['https://example.com/?', 'a string'],
    ['https://example.com/#s3cret', 'a string'],
    ['https://user:s3cret@example.com', 'a string'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ toString: () => 'https://example.com' }, 'Object'],
    [5, 'a number'],
  ])('rejects the base URL %s', (baseUrl, kind) => {
    expect(() => create({ baseUrl })).toThrow(new TypeError(`baseUrl must be ${urlRule}, got ${kind}`));
  });

  it.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://my-localhost',
    'http://example.com/https:x',
  ])('rejects plain http at %s', (baseUrl) => {
    expect(() => create({ baseUrl })).toThrow(new TypeError(`baseUrl must be ${httpsRule}, got a string`));
  });

  it('accepts plain http to another host only when it is allowed', () => {
    const baseUrl = 'http://10.0.0.1';
    expect(create({ baseUrl, allowInsecureHttp: true })).toHaveProperty('login');
    expect(() => create({ baseUrl, allowInsecureHttp: false })).toThrow(TypeError);
  });

  it.each([
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

  it.each<[options: object, message: string]>([
    ...['', ' x', 'x ', 'a\nb', 'a\0b', 'a\u007fb', 'Ā'].map((agentName): [object, string] => [
      { agentName },
      `agentName must be ${nameRule}, got a string`,
    ]),
    [{ agentName: undefined }, `agentName must be ${nameRule}, got undefined`],
    [{ agentName: {} }, `agentName must be ${nameRule}, got Object`],
    [{ allowInsecureHttp: 'false' }, 'allowInsecureHttp must be true or false, got a string'],
    [{ fetch: 'fetch' }, 'fetch must be a function, got a string'],
    [{ timeoutMs: 2 ** 31 }, `timeoutMs must be ${limitRule}, got a number`],
    [{ validate: true }, `validate must be ${schemasRule}, got a boolean`],
    [{ validate: validate.loginRequest }, `validate must be ${schemasRule}, got Object`],
    [
      { validate: { login: validate.loginRequest } },
      'unknown option validate.login: known are loginRequest, loginResponse, registerUserRequest, registerUserResponse',
    ],
    [{ validate: { loginRequest: {} } }, 'validate.loginRequest must be a Standard Schema, got Object'],
    [{ validate: { loginResponse: null } }, 'validate.loginResponse must be a Standard Schema, got null'],
    [
      { timeout: 1 },
      'unknown option timeout: known are baseUrl, agentName, allowInsecureHttp, fetch, timeoutMs, validate',
    ],
  ])('rejects the options %j, and names the rule', (options, message) => {
    expect(() => create(options)).toThrow(new TypeError(message));
  });

  it.each([
    [undefined, 'undefined'],
    [[], 'Array'],
    ['s3cret', 'a string'],
  ])('rejects %j instead of options', (options, kind) => {
    const message = `options must be an object such as { baseUrl, agentName }, got ${kind}`;
    expect(() => Reflect.apply(createKooDriveAuthClient, undefined, [options])).toThrow(new TypeError(message));
  });
});

describe('a call', () => {
  const fetch = vi.fn(async (_url: string, _init: FetchInit) => respond(granted));
  beforeEach(() => fetch.mockClear());
  const auth = clientWith(fetch);
  const login = (...args: unknown[]): Promise<unknown> => Reflect.apply(auth.login, auth, args);

  const optionsRule = 'an object such as { signal, timeoutMs } after the body';
  const headersRule = 'ASCII names and Latin-1 strings of one line';
  it.each<[options: unknown, message: string]>([
    [null, `options must be ${optionsRule}, got null`],
    ['s3cret', `options must be ${optionsRule}, got a string`],
    [['s3cret'], `options must be ${optionsRule}, got Array`],
    [new AbortController().signal, `options must be ${optionsRule}, got AbortSignal`],
    [{ agentName: 'a' }, 'unknown option agentName: known are signal, timeoutMs, traceId, headers'],
    [{ timeoutMs: '5000' }, `timeoutMs must be ${limitRule}, got a string`],
    [{ timeoutMs: Number.NaN }, `timeoutMs must be ${limitRule}, got a number`],
    [{ timeoutMs: 0.9 }, `timeoutMs must be ${limitRule}, got a number`],
    [{ timeoutMs: null }, `timeoutMs must be ${limitRule}, got null`],
    ...['', 'x'.repeat(57), 'x'.repeat(59), `${'x'.repeat(57)} `, `${'x'.repeat(57)}é`].map(
      (traceId): [object, string] => [{ traceId }, 'traceId must be 58 visible ASCII characters, got a string'],
    ),
    [{ traceId: ['x'.repeat(58)] }, 'traceId must be 58 visible ASCII characters, got Array'],
    [{ signal: new AbortController() }, 'signal must be an AbortSignal, got AbortController'],
    [{ signal: null }, 'signal must be an AbortSignal, got null'],
    [{ headers: 5 }, 'headers must be an object of names and values, got a number'],
    [{ headers: { authorization: 'AT s3\ncret' } }, `headers must be ${headersRule}, got Object`],
    [{ headers: { a: 'Ā' } }, `headers must be ${headersRule}, got Object`],
    [{ headers: { a: undefined } }, `headers must be ${headersRule}, got Object`],
    [{ headers: { 'bad s3cret': 'x' } }, `headers must be ${headersRule}, got Object`],
    [{ headers: { '': 'x' } }, `headers must be ${headersRule}, got Object`],
  ])('rejects the options %j, and quotes nothing of them', async (options, message) => {
    await expect(login(withPassword, options)).rejects.toThrow(new TypeError(message));
    expect(fetch).not.toHaveBeenCalled();
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
  ])('rejects the body %#, and quotes nothing of it', async (body, kind) => {
    const message = `body must be an object that JSON can carry, got ${kind}`;
    await expect(login(body)).rejects.toThrow(new TypeError(message));
    expect(fetch).not.toHaveBeenCalled();
  });

  it('sends what the contract documents, with headers of the caller and one of each name', async () => {
    const traceId = createTraceId();
    const headers = new Headers({ 'X-TraceId': 'other', 'Content-Type': 'text/plain', 'X-Empty': '', A: 'b' });
    expect(await login(withPassword, { traceId, headers, timeoutMs: 1_000 })).toMatchObject({ ok: true, traceId });
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://example.com/koodrive/ose/v1/auth/login', {
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
    await expect(plain.login(withPassword)).rejects.toThrow(new TypeError('fetch must be a function, got undefined'));
  });
});
