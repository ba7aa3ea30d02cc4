import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, isKooDriveError } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { answer, clientOf, clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;
const drifted = { ...granted, data: { ...granted.data, userInfo: { ...granted.data.userInfo, surname: [1] } } };

describe('a client with schemas', () => {
  it('takes and sends what the contract allows', async () => {
    const { auth } = await clientOf(answer(200, granted), { validate });
    expect(await auth.login(withPassword)).toMatchObject({ ok: true, data: granted.data });
  });

  it('turns drift into an invalid response with its issues', async () => {
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

  it('names the promised field that is missing, and misses it without a schema too', async () => {
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

  it('gets the verdict of a client without schemas for the same response', async () => {
    const { auth } = await clientOf(answer(200, drifted));
    expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-response' } });
  });

  it('keeps a refusal a refusal', async () => {
    const { auth } = await clientOf(answer(400, { code: 13000102, msg: 'no' }), { validate });
    expect(await auth.login(withPassword)).toMatchObject({ ok: false, error: { kind: 'service' } });
  });

  it('ends a bad request as an invalid request, with the issues, and sends nothing', async () => {
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

  it('waits for a response schema that answers later, within the time limit', async () => {
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

  it('waits for a request schema that answers later, within the time limit, and sends nothing after it', async () => {
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

  it('makes an invalid request of a schema that throws or returns nothing', async () => {
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

  it('makes an invalid response of a schema that throws, rejects or finds what JSON cannot carry', async () => {
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

  it('keeps twenty issues', async () => {
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
  const auth = createKooDriveAuthClient({
    baseUrl: 'https://example.com',
    agentName: 'x',
    fetch: async () => new Response(),
  });
  expect(await Reflect.apply(auth.login, auth, [{}])).toMatchObject({ ok: false });
});
