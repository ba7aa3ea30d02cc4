import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import type { ClientOptions } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { errorOf, granted, login, respond, url, withPassword } from './login.js';

const fetch = vi.fn((_url: string, _init: { body: string }) => respond(granted));
beforeEach(() => fetch.mockClear());

describe('a client with schemas', () => {
  const auth = clientWith(fetch, { validate });

  it('sends no invalid request, and returns an error with the issues', async () => {
    const error = await errorOf(Reflect.apply(auth.login, auth, [{ account: 'a', authType: '1' }]));
    expect(error).toMatchObject({
      kind: 'invalid-request',
      message: 'login: invalid-request, the schema rejects password; nothing was sent',
      issues: [{ message: 'password is required when authType is 1', path: ['password'], code: 'required' }],
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('validates each operation with its own schemas', async () => {
    const { newUser } = examples.registerUser.requests;
    const auth = clientWith(() => respond(examples.registerUser.responses.newUser.body), { validate });
    expect((await auth.registerUser({ ...newUser, surname: undefined })).ok).toBe(true);
    const call = Reflect.apply(auth.registerUser, auth, [{ ...newUser, email: 'nobody', nick: 1 }]);
    expect((await errorOf(call)).message).toBe(
      'registerUser: invalid-request, the schema rejects an unknown field, email; nothing was sent',
    );
  });

  it('validates what is sent: inherited fields do not count, and a getter is called once', async () => {
    expect(await errorOf(auth.login(Object.create(withPassword)))).toMatchObject({ kind: 'invalid-request' });
    expect(fetch).not.toHaveBeenCalled();
    let calls = 0;
    const body = {
      ...withPassword,
      get account() {
        return `${++calls}`;
      },
    };
    expect((await auth.login(body)).ok).toBe(true);
    expect(JSON.parse(fetch.mock.lastCall?.[1].body ?? '')).toEqual({ ...withPassword, account: '1' });
  });

  it('returns the issues of an invalid response, and the first problem that it finds without a schema', async () => {
    const { userInfo, sessionInfo } = granted.data;
    const data = { userInfo: { ...userInfo, surname: [1] }, sessionInfo: { ...sessionInfo, accessToken: undefined } };
    const problem = 'data.userInfo.surname must be of type string, got Array';
    const issues = [
      { message: 'data.userInfo.surname must be a string', path: ['data', 'userInfo', 'surname'], code: 'type' },
      { message: 'data.sessionInfo.accessToken is required', path: ['data', 'sessionInfo', 'accessToken'] },
    ];
    const accepting = { loginResponse: { '~standard': { validate: () => ({}) } } };
    for (const schemas of [validate, {}, accepting]) {
      const error = await errorOf(login(respond({ ...granted, data }), { validate: schemas }));
      expect(error.message).toBe(`login: invalid-response, ${problem}, status 200 at ${url}`);
      if (schemas === validate) expect(error).toMatchObject({ issues });
      else expect(error).not.toHaveProperty('issues');
    }
  });
});

describe.each([
  ['loginRequest', 'invalid-request', '; nothing was sent'],
  ['loginResponse', 'invalid-response', `, status 200 at ${url}`],
])('a schema of your own as %s', (name, kind, end) => {
  const loginWith = (validate: () => unknown, options: Partial<ClientOptions> = {}) =>
    login(fetch, { ...options, validate: { [name]: { '~standard': { validate: validate as () => object } } } });
  const later = (ms: number, result: object) => () => new Promise((resolve) => setTimeout(resolve, ms, result));
  const fail = () => {
    throw new Error('s3cret');
  };

  it('may be asynchronous', async () => {
    expect((await loginWith(later(1, {}))).ok).toBe(true);
    const error = await errorOf(loginWith(later(1, { issues: [{ message: 'no' }] })));
    expect(error).toMatchObject({ kind, issues: [{ message: 'no', path: [] }] });
    expect(error.message).toBe(`login: ${kind}, the schema rejects the value${end}`);
  });

  it('has no effect after the time limit', async () => {
    expect(await errorOf(loginWith(later(20, {}), { timeoutMs: 5 }))).toMatchObject({ kind: 'timeout' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(fetch).toHaveBeenCalledTimes(name === 'loginRequest' ? 0 : 1);
  });

  it('may throw, or return nothing', async () => {
    for (const run of [fail, async () => fail(), () => null]) {
      const message = `login: ${kind}, validate.${name} threw${end}`;
      expect(await errorOf(loginWith(run))).toMatchObject({ kind, message, issues: [] });
    }
  });

  it('may have issues that cannot be read', async () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const unreadable = Object.defineProperty({}, 'message', { get: fail });
    for (const issues of [proxy, 5, { length: 9 }, []]) {
      const message = `login: ${kind}, the schema rejects the value${end}`;
      expect(await errorOf(loginWith(() => ({ issues })))).toMatchObject({ kind, message, issues: [] });
    }
    for (const issue of [proxy, unreadable, null])
      expect(await errorOf(loginWith(() => ({ issues: [issue] })))).toMatchObject({
        issues: [{ message: '', path: [] }],
      });
  });
});
