import { inspect } from 'node:util';
import fc from 'fast-check';
import { err } from 'pino-std-serializers';
import { describe, expect, it, vi } from 'vitest';
import { calls } from '../../generated/client.js';
import { callOperation } from '../../src/client/call.js';
import * as examples from '../../src/examples.js';
import type { CallOptions, ClientOptions, KooDriveError, RegisterUserRequest } from '../../src/index.js';
import { clientWith } from '../support/wire.js';
import { errorOf, respond } from './login.js';

const password = 'pa"ss\\wörd 1€';
const captchaToken = 'captcha-token-9f8e';
const user = { ...examples.registerUser.requests.newUser, captchaToken, password };
const created = examples.registerUser.responses.newUser.body;
const { accessToken, refreshToken } = created.data.sessionInfo;

/** Returns the error of a registration whose `fetch` is this function. */
const register = (
  fetch: () => unknown,
  { call, body, ...client }: Partial<ClientOptions> & { call?: CallOptions; body?: Partial<RegisterUserRequest> } = {},
): Promise<KooDriveError> => errorOf(clientWith(fetch, client).registerUser({ ...user, ...body }, call));

/** Everything that consoles and loggers print of an error, or copy from it. */
const printed = (error: KooDriveError): string =>
  [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 9, getters: true }),
    inspect(structuredClone(error), { depth: 9 }),
    JSON.stringify(err(error)),
    inspect({ ...error }, { depth: 9 }),
  ].join('\n');

/** A marker that no text of the package has. */
const marker = 'S3NT1NEL';
const rejecting = (issues: unknown) => ({ '~standard': { validate: () => ({ issues: issues as [] }) } });
const quoting = (text: string) => rejecting([{ message: text, path: [text, { key: text }, 'password'], code: text }]);
const thrownWith = (text: string) =>
  Object.assign(new Error(text), { name: text, code: text, cause: { message: text, code: text, name: text } });

/** The ways in which text from outside can reach an error. */
const ways: Record<string, (text: string) => Promise<KooDriveError>> = {
  'in the texts of a service': (text) => register(() => respond({ code: 1, msg: text, [text]: text })),
  'as the code of a service': (text) => register(() => respond({ code: text, msg: '' })),
  'in the texts of a gateway': (text) =>
    register(() => respond({ error_code: text, error_msg: text, request_id: text }, 500)),
  'as another field': (text) => register(() => respond({ ...created, data: { ...created.data, userId: [text] } })),
  'as a body': (text) => register(() => respond(`${text}{"code":`, 400)),
  'in the headers': (text) => {
    const headers = { location: encodeURIComponent(text), 'x-a': encodeURIComponent(text) };
    return register(() => new Response('', { status: 307, headers }));
  },
  'in what fetch throws': (text) => register(() => Promise.reject(thrownWith(text))),
  'as what fetch throws': (text) => register(() => Promise.reject(text)),
  'in a broken body': (text) => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(thrownWith(text));
    return register(() => new Response(new ReadableStream({ pull })));
  },
  'as a final URL': (text) =>
    register(() => ({ status: 200, url: `https://other.example/${text}`, text: async () => '' })),
  'in the issues of a request': (text) => register(() => {}, { validate: { registerUserRequest: quoting(text) } }),
  'in the issues of a response': (text) =>
    register(() => respond(created), { validate: { registerUserResponse: quoting(text) } }),
  'as the reason of a signal': (text) => register(() => {}, { call: { signal: AbortSignal.abort(thrownWith(text)) } }),
};

describe('what loggers print of an error', () => {
  it.each(Object.entries(ways))('holds no secret, and no text from outside %s', async (_, errorWith) => {
    // The unit `binary` takes a second to prepare.
    const around = fc.string({ unit: fc.nat(0xd7ff).map((code) => String.fromCharCode(code)), maxLength: 20 });
    const check = async (text: string) => {
      const output = printed(await errorWith(text));
      for (const secret of [marker, password, captchaToken, accessToken, refreshToken])
        expect(output).not.toContain(secret);
    };
    await check(marker);
    await fc.assert(
      fc.asyncProperty(around, around, (before, after) => check(before + marker + after)),
      { numRuns: 8 },
    );
  });

  it('has the message of the global fetch, on one line and without secrets', async () => {
    const causeOf = async (message: string, cause?: unknown) => {
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError(message, { cause })));
      const error = await register(() => {}, { fetch: undefined });
      return [error.cause, error.message.replace(/ at https:.*/, '')];
    };
    expect(await causeOf(`cannot send ${JSON.stringify({ password })}, ${password}`)).toEqual([
      { name: 'TypeError', message: 'cannot send {"password":"***"}, ***' },
      'registerUser: network, cannot send {"password":"***"}, ***',
    ]);
    const line = 'Failed\nto\u2028\u2029\u200bfetch';
    expect(await causeOf(line)).toEqual([
      { name: 'TypeError', message: line },
      'registerUser: network, Failed?to???fetch',
    ]);
    expect(await causeOf('fetch failed', { message: 'other side closed', code: 'UND_ERR_SOCKET' })).toStrictEqual([
      { name: 'TypeError', code: 'UND_ERR_SOCKET', message: 'other side closed' },
      'registerUser: network, UND_ERR_SOCKET',
    ]);
    expect(await causeOf('')).toEqual([{ name: 'TypeError', message: '' }, 'registerUser: network, TypeError']);
    expect(await causeOf('x'.repeat(1_001))).toMatchObject([{ message: 'x'.repeat(1_000) }, expect.anything()]);
  });

  it('has the name of what another fetch throws, and the code unless it has a secret', async () => {
    const thrown = Object.assign(new TypeError('a'), { code: 'ECONNREFUSED' });
    const causeWith = async (password: string) =>
      (await register(() => Promise.reject(thrown), { body: { password } })).cause;
    expect(await causeWith(password)).toStrictEqual({ name: 'TypeError', code: 'ECONNREFUSED' });
    expect(await causeWith('CONN')).toStrictEqual({ name: 'TypeError' });
  });

  it('names only fields that the contract has', async () => {
    const issuesAt = (...paths: string[][]) => rejecting(paths.map((path) => ({ message: '', path })));
    const registerUserRequest = issuesAt(['email'], ['phone', 'x'], ['x', 'phone'], ['toString'], [], ['email']);
    const registerUserResponse = issuesAt(['data', 'sessionInfo', 'expiresIn'], ['data', 'x'], ['msg']);
    expect((await register(() => {}, { validate: { registerUserRequest } })).message).toBe(
      'registerUser: invalid-request, the schema rejects email, phone, an unknown field, the value; nothing was sent',
    );
    expect((await register(() => respond(created), { validate: { registerUserResponse } })).message).toContain(
      ': invalid-response, the schema rejects data.sessionInfo.expiresIn, data, msg, status 200 at ',
    );
  });
});

describe('the properties that loggers leave out', () => {
  const messageFor = async (msg: string, options = {}, response = {}) =>
    Object(await register(() => respond({ ...response, code: 1, msg }), options)).serviceMessage;

  it('have what the server wrote, with copies of the secrets redacted', async () => {
    expect(await messageFor(`No ${user.phone}: ${password}, ${captchaToken}.`)).toBe(`No ${user.phone}: ***, ***.`);
    expect(await messageFor(`cannot read ${JSON.stringify({ password })}`)).toBe('cannot read {"password":"***"}');
    expect(await messageFor(`${accessToken}, ${refreshToken}`, {}, created)).toBe('***, ***');
  });

  it('have no number that is the value of a secret field, however long', async () => {
    const textWith = (value: string) =>
      `{"code":1,"msg":"${value}, 12345678901234567890","data":{"sessionInfo":{"accessToken":12345678901234567890,"refreshToken":${value}}}}`;
    expect(await register(() => respond(textWith('1234')))).toMatchObject({ serviceMessage: '***, ***' });
    expect(await register(() => respond(textWith('true')))).toMatchObject({ serviceMessage: 'true, ***' });
  });

  it('have no header value of the caller, from 8 characters on', async () => {
    const headers = { authorization: 'Bearer x', 'accept-language': 'en', 'x-a': '1234567' };
    expect(await messageFor('Bearer x is not English, 1234567', { call: { headers } })).toBe(
      '*** is not English, 1234567',
    );
  });

  it.each([
    ['any', 'four', 'many, fourteen', 'many, ***teen'],
    ['hunter2', 'hunter2-token', 'x hunter2-token y hunter2', 'x *** y ***'],
    ['****', 'a***', 'a*** **** *', '*** *** *'],
  ])('redact no secret under 4 characters, and longer secrets first: %s, %s', async (one, other, msg, redacted) => {
    const body = { captchaToken: one, password: other };
    expect(await messageFor(msg, { body })).toBe(redacted);
  });

  it('are redacted before they are truncated', async () => {
    for (const length of [993, 994, 995, 999, 1_000]) {
      const redacted = `${'x'.repeat(length)}******`;
      expect(await messageFor('x'.repeat(length) + captchaToken + password)).toBe(redacted.slice(0, 1_000));
    }
  });

  it('have the issues of any schema, in one form', async () => {
    const issues = [
      { message: `got ${password}`, path: [captchaToken, { key: 'a' }, Symbol('b'), 3], code: captchaToken },
      { message: 'x'.repeat(201), path: Array(21).fill('y'.repeat(101)), code: 'z'.repeat(101) },
      { path: 'no list', message: {} },
      ...Array(18).fill(null),
    ];
    const registerUserResponse = rejecting(issues);
    const error = await register(() => respond(created), { validate: { registerUserResponse } });
    expect(Reflect.get(error, 'issues')).toStrictEqual([
      { message: 'got ***', path: ['***', 'a', 'Symbol(b)', '3'], code: '***' },
      { message: 'x'.repeat(200), path: Array(20).fill('y'.repeat(100)), code: 'z'.repeat(100) },
      ...Array(18).fill({ message: '', path: [] }),
    ]);
  });

  it('are not enumerable', async () => {
    for (const errorWith of Object.values(ways))
      for (const name of Object.keys(await errorWith('x')))
        expect(['kind', 'operation', 'traceId', 'status', 'code', 'requestId', 'cause']).toContain(name);
  });
});

describe('a code or an id that is also a secret', () => {
  it.each([
    ['4711', '4711', '***'],
    ['4711', 'APIG.4711', '***'],
    ['APIG.4711', 'APIG.4711', '***'],
    ['13000102', '13000102', '13000102'],
    ['1300', '13009999', '13009999'],
    ['APIG', 'APIG.0429', 'APIG.0429'],
  ])('is masked, unless the contract has it or only a part is secret: %s, %s', async (secret, code, shown) => {
    expect(await register(() => respond({ code, msg: '' }), { body: { password: secret } })).toMatchObject({
      code: shown,
    });
  });

  it('is masked in a request id, also for a part', async () => {
    const body = { error_code: 'APIGW.0101', request_id: '0123456789abcdef' };
    expect(await register(() => respond(body), { body: { password: '4567' } })).toMatchObject({ requestId: '***' });
  });

  it('is not masked for the name of a secret field', async () => {
    const operation = { ...calls.login, id: 'login', request: [{ path: ['code'], type: 'secret' }] } as const;
    const fetch = async () => respond({ code: 4720, msg: 'not 4719' });
    const client = { base: 'https://example.com', origin: 'https://example.com', agentName: 'x', fetch };
    const { error } = await callOperation(client, operation, { code: '4719' });
    expect(error).toMatchObject({ code: '4720', serviceMessage: 'not ***' });
  });
});
