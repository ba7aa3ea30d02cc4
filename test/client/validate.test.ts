import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { errorOf, granted, login, respond, url, withPassword } from './login.js';

/** Returns a schema that validates with this function. */
const schemaOf = (run: () => unknown) => ({ '~standard': { validate: () => run() as Promise<object> } });
const later = (ms: number, result: object) => schemaOf(() => new Promise((resolve) => setTimeout(resolve, ms, result)));
const rejected = { issues: [{ message: 'no' }] };
const fail = () => {
  throw new Error('s3cret');
};

describe('a request', () => {
  it('that is invalid is not sent, and its error has the issues', async () => {
    const fetch = vi.fn();
    const auth = clientWith(fetch, { validate });
    const error = await errorOf(Reflect.apply(auth.login, auth, [{ account: 'a', authType: '1' }]));
    expect(error).toMatchObject({
      kind: 'invalid-request',
      message: 'login: invalid-request, the schema rejects password; nothing was sent',
      issues: [{ message: 'password is required when authType is 1', path: ['password'], code: 'required' }],
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is validated by the schema of its own operation', async () => {
    const { newUser } = examples.registerUser.requests;
    const auth = clientWith(() => respond(examples.registerUser.responses.newUser.body), { validate });
    expect((await auth.registerUser({ ...newUser, surname: undefined })).ok).toBe(true);
    const call = Reflect.apply(auth.registerUser, auth, [{ ...newUser, email: 'nobody', nick: 1 }]);
    expect((await errorOf(call)).message).toBe(
      'registerUser: invalid-request, the schema rejects an unknown field, email; nothing was sent',
    );
  });

  it('waits for an asynchronous schema, and is not sent after the time limit', async () => {
    const fetch = vi.fn(() => respond(granted));
    expect((await login(fetch, { validate: { loginRequest: later(5, {}) } })).ok).toBe(true);
    expect(fetch).toHaveBeenCalledOnce();
    const invalid = await errorOf(login(fetch, { validate: { loginRequest: later(5, rejected) } }));
    expect(invalid).toMatchObject({ kind: 'invalid-request', issues: [{ message: 'no', path: [] }] });
    const late = await errorOf(login(fetch, { validate: { loginRequest: later(30, {}) }, timeoutMs: 10 }));
    expect(late).toMatchObject({ kind: 'timeout' });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is invalid if its schema throws or returns nothing', async () => {
    for (const run of [fail, async () => fail(), () => null])
      expect(await errorOf(login(respond(granted), { validate: { loginRequest: schemaOf(run) } }))).toMatchObject({
        kind: 'invalid-request',
        message: 'login: invalid-request, validate.loginRequest threw; nothing was sent',
        issues: [],
      });
  });

  it('is invalid if the issues of its schema cannot be read', async () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const unreadable = Object.defineProperty({}, 'message', { get: fail });
    for (const issues of [proxy, [proxy], [unreadable], 5, { length: 9 }])
      expect(
        await errorOf(login(() => {}, { validate: { loginRequest: schemaOf(() => ({ issues })) } })),
      ).toMatchObject({
        kind: 'invalid-request',
      });
  });

  it('is validated as it is sent: inherited fields do not count, and a getter is called once', async () => {
    const fetch = vi.fn((_url: string, _init: { body: string }) => respond(granted));
    const auth = clientWith(fetch, { validate });
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
});

describe('a response', () => {
  it('that is invalid has the issues of its schema, and the first of them that the client finds itself', async () => {
    const { userInfo, sessionInfo } = granted.data;
    const data = { userInfo: { ...userInfo, surname: [1] }, sessionInfo: { ...sessionInfo, accessToken: undefined } };
    const message = `login: invalid-response, data.userInfo.surname must be of type string, got Array, status 200 at ${url}`;
    expect(await errorOf(login(respond({ ...granted, data }), { validate }))).toMatchObject({
      message,
      issues: [
        { message: 'data.userInfo.surname must be a string', path: ['data', 'userInfo', 'surname'], code: 'type' },
        { message: 'data.sessionInfo.accessToken is required', path: ['data', 'sessionInfo', 'accessToken'] },
      ],
    });
    for (const schemas of [{}, { loginResponse: schemaOf(() => ({})) }]) {
      const error = await errorOf(login(respond({ ...granted, data }), { validate: schemas }));
      expect(error.message).toBe(message);
      expect(error).not.toHaveProperty('issues');
    }
  });

  it('waits for an asynchronous schema, within the time limit', async () => {
    const invalid = await errorOf(login(respond(granted), { validate: { loginResponse: later(5, rejected) } }));
    expect(invalid).toMatchObject({ kind: 'invalid-response', issues: [{ message: 'no' }] });
    const options = { validate: { loginResponse: later(30, {}) }, timeoutMs: 10 };
    expect(await errorOf(login(respond(granted), options))).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it('is invalid if its schema throws', async () => {
    for (const run of [fail, async () => fail()])
      expect(await errorOf(login(respond(granted), { validate: { loginResponse: schemaOf(run) } }))).toMatchObject({
        kind: 'invalid-response',
        message: `login: invalid-response, validate.loginResponse threw, status 200 at ${url}`,
        issues: [],
      });
  });
});
