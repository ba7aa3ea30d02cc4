import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { isKooDriveError } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { answer, clientOf, clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;
const drifted = { ...granted, data: { ...granted.data, userInfo: { ...granted.data.userInfo, surname: [1] } } };

describe('a client with schemas', () => {
  it('reports a wrong field of a response, with its issues', async () => {
    const { auth } = await clientOf(answer(200, drifted), { validate });
    const { error, status } = await auth.login(withPassword);
    expect(error).toMatchObject({
      kind: 'invalid-response',
      issues: [
        { message: 'data.userInfo.surname must be a string', path: ['data', 'userInfo', 'surname'], code: 'type' },
      ],
    });
    expect(error?.message).toContain(', data.userInfo.surname must be of type string, got Array, status 200 at http:');
    expect(status).toBe(200);
  });

  it('reports a missing required field, with and without a schema', async () => {
    const { accessToken: _, ...sessionInfo } = granted.data.sessionInfo;
    const body = { ...granted, data: { ...granted.data, sessionInfo } };
    const path = ['data', 'sessionInfo', 'accessToken'];
    const issue = { message: 'data.sessionInfo.accessToken is required', path, code: 'required' };
    const { auth } = await clientOf(answer(200, body), { validate });
    expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-response', issues: [issue] } });

    const blind = { '~standard': { validate: () => ({}) } };
    for (const schemas of [{}, { loginResponse: blind }]) {
      const { auth: without } = await clientOf(answer(200, body), { validate: schemas });
      const message = expect.stringContaining('invalid-response, data.sessionInfo.accessToken is missing, ');
      expect(await without.login(withPassword)).toMatchObject({ error: { message } });
    }
  });

  it('reports the same invalid response without a schema', async () => {
    const { auth } = await clientOf(answer(200, drifted));
    expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-response' } });
  });

  it('still reports a service error', async () => {
    const { auth } = await clientOf(answer(400, { code: 13000102, msg: 'no' }), { validate });
    expect(await auth.login(withPassword)).toMatchObject({ ok: false, error: { kind: 'service' } });
  });

  it('reports an invalid request with its issues, and sends nothing', async () => {
    const { auth, seen } = await clientOf(answer(200, granted), { validate });
    const body: object = { account: 'a', authType: '1' };
    const outcome: unknown = await Reflect.apply(auth.login, auth, [body]);
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        kind: 'invalid-request',
        message: 'login: invalid-request, the schema rejects password; nothing was sent',
        issues: [{ message: 'password is required when authType is 1', path: ['password'], code: 'required' }],
        traceId: expect.stringMatching(/^.{58}$/),
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen).toHaveLength(0);
  });

  it('waits for an asynchronous response schema, within the time limit', async () => {
    const later = (issues?: { message: string }[]) => ({
      '~standard': {
        validate: () => new Promise<{ issues?: { message: string }[] }>((done) => setTimeout(done, 10, { issues })),
      },
    });
    const { auth } = await clientOf(answer(200, granted), { validate: { loginResponse: later([{ message: 'no' }]) } });
    expect(await auth.login(withPassword)).toMatchObject({ ok: false, error: { issues: [{ message: 'no' }] } });

    const never = { '~standard': { validate: () => new Promise<never>(() => {}) } };
    const options = { validate: { loginResponse: never }, timeoutMs: 100 };
    const other = clientWith(() => Response.json(granted), options);
    expect(await other.login(withPassword)).toMatchObject({ ok: false, error: { kind: 'timeout', status: 200 } });
  });

  it('waits for an asynchronous request schema, and sends nothing after the time limit', async () => {
    const later = (ms: number, result: object) => ({
      loginRequest: { '~standard': { validate: () => new Promise<object>((done) => setTimeout(done, ms, result)) } },
    });
    const { auth, seen } = await clientOf(answer(200, granted), { validate: later(5, {}) });
    expect((await auth.login(withPassword)).ok).toBe(true);
    const refusing = await clientOf(answer(200, granted), { validate: later(5, { issues: [{ message: 'no' }] }) });
    const error = { kind: 'invalid-request', issues: [{ message: 'no', path: [] }] };
    expect(await refusing.auth.login(withPassword)).toMatchObject({ error });
    const slow = await clientOf(answer(200, granted), { validate: later(60, {}), timeoutMs: 20 });
    expect(await slow.auth.login(withPassword)).toMatchObject({ error: { kind: 'timeout' } });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect([seen.length, refusing.seen.length, slow.seen.length]).toEqual([1, 0, 0]);
  });

  it('reports an invalid request when a schema throws or returns null', async () => {
    const fail = () => {
      throw new Error(withPassword.password);
    };
    for (const check of [fail, async () => fail(), () => JSON.parse('null')]) {
      const loginRequest = { '~standard': { validate: check } };
      const outcome = await clientWith(() => new Response(), { validate: { loginRequest } }).login(withPassword);
      const message = 'login: invalid-request, validate.loginRequest threw; nothing was sent';
      expect(outcome).toMatchObject({ error: { kind: 'invalid-request', message, issues: [] } });
    }
  });

  it('reports an invalid response when a schema throws, rejects or has issues that JSON cannot carry', async () => {
    const fail = () => {
      throw new Error('s3cret');
    };
    const odd = () => ({ issues: [{ message: 'odd', path: [Symbol('a')], most: 10n }] });
    for (const check of [fail, async () => fail(), odd]) {
      const { auth } = await clientOf(answer(200, granted), {
        validate: { loginResponse: { '~standard': { validate: check } } },
      });
      const outcome = await auth.login(withPassword);
      expect(outcome).toMatchObject({ ok: false, status: 200, error: { kind: 'invalid-response' } });
      expect(!outcome.ok && isKooDriveError(outcome.error) && outcome.error.message).toMatch(
        /^login: invalid-response, (validate\.loginResponse threw|the schema rejects an unknown field), status 200 at http/,
      );
    }
  });

  it('keeps 20 issues', async () => {
    const issues = Array.from({ length: 30 }, (_, index) => ({ message: `field ${index}` }));
    const loginRequest = { '~standard': { validate: () => ({ issues }) } };
    const { error } = await clientWith(() => new Response(), { validate: { loginRequest } }).login(withPassword);
    expect(error).toMatchObject({ kind: 'invalid-request', issues: issues.slice(0, 20) });
  });

  it('works with each operation', async () => {
    const { newUser } = examples.registerUser.requests;
    const { auth } = await clientOf(answer(200, examples.registerUser.responses.newUser.body), { validate });
    expect((await auth.registerUser(newUser)).ok).toBe(true);
    const outcome = await Reflect.apply(auth.registerUser, auth, [{ ...newUser, email: 'nobody', nick: 1 }]);
    expect(outcome).toMatchObject({
      error: {
        message: 'registerUser: invalid-request, the schema rejects an unknown field, email; nothing was sent',
      },
    });
  });
});

it('a client without schemas checks no request', async () => {
  const auth = clientWith(() => new Response());
  expect(await Reflect.apply(auth.login, auth, [{}])).toMatchObject({ error: { kind: 'invalid-response' } });
});
