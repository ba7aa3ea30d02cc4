import { describe, expect, it } from 'vitest';
import { meanings } from '../../generated/client.js';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, type KooDriveError, type Outcome } from '../../src/index.js';
import { answer, clientOf, clientWith, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

const login = async (status: number, body: unknown): Promise<Outcome<unknown>> => {
  const { auth } = await clientOf(answer(status, body));
  return auth.login(withPassword);
};

const errorOf = async (outcome: Promise<Outcome<unknown>>): Promise<KooDriveError> => {
  const { ok, error, status, traceId, response } = await outcome;
  if (ok) throw new Error('the call succeeded');
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ operation: 'login', traceId });
  expect([error.status, response?.status]).toEqual([status, status]);
  return error;
};

describe('a success', () => {
  it.each([0, '0'])('has the code %j', async (code) => {
    const { auth, seen } = await clientOf(answer(200, { ...granted, code }));
    const outcome = await auth.login(withPassword);
    if (!outcome.ok) throw outcome.error;
    expect(outcome.data).toEqual(granted.data);
    expect(outcome.status).toBe(200);
    expect(outcome.response.headers.get('content-type')).toBe('application/json');
    expect(outcome.traceId).toBe(seen[0]?.request.headers['x-traceid']);
  });

  it.each([undefined, null, '', 'Success.'])('may have the message %j', async (msg) => {
    expect(await login(200, { ...granted, msg })).toMatchObject({ ok: true, data: granted.data });
  });

  it('may have any status of a success', async () => {
    for (const status of [201, 299]) expect((await login(status, granted)).ok).toBe(true);
  });

  it('sends the request as the contract documents it', async () => {
    const { auth, seen } = await clientOf(answer(200, examples.registerUser.responses.newUser.body));
    const { newUser } = examples.registerUser.requests;
    const outcome = await auth.registerUser(newUser, { headers: { 'X-Extra': 'yes' } });
    expect(outcome).toMatchObject({ ok: true, data: examples.registerUser.responses.newUser.body.data });
    const [{ request, body } = { request: undefined, body: '' }] = seen;
    expect(`${request?.method} ${request?.url}`).toBe('POST /koodrive/ose/v1/user/register');
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-hw-agentname': 'my-carrier',
      'x-extra': 'yes',
    });
    expect(request?.headers['x-traceid']).toHaveLength(58);
    expect(JSON.parse(body)).toEqual(newUser);
  });

  it('appends the path of the operation to the path of the base URL', async () => {
    const { url, seen } = await serve(answer(200, granted));
    for (const base of [`${url}/proxy/`, `${url}/proxy//`]) {
      const auth = createKooDriveAuthClient({ baseUrl: new URL(base), agentName: 'x' });
      expect((await auth.login(withPassword)).ok).toBe(true);
    }
    for (const { request } of seen) expect(request.url).toBe('/proxy/koodrive/ose/v1/auth/login');
  });

  it('leaves the request alone after the response', async () => {
    const signals: unknown[] = [];
    const auth = clientWith((_url, { signal }) => {
      signals.push(signal);
      return Response.json(granted);
    });
    expect((await auth.login(withPassword)).ok).toBe(true);
    expect(signals).toMatchObject([{ aborted: false }]);
  });
});

describe('an error of the service', () => {
  for (const status of [200, 400, 401, 500])
    it.each([13000102, '13000102'])(`has status ${status} and the code %j as a string`, async (code) => {
      const error = await errorOf(login(status, { code, msg: 'Verify parameters failed.' }));
      const serviceMessage = 'Verify parameters failed.';
      expect(error).toMatchObject({ kind: 'service', code: '13000102', serviceMessage, status });
    });

  it.each([
    [{ code: 13000101 }, ''],
    [{ code: 13000101, msg: null, data: null }, ''],
    [{ code: 13000101, msg: 5 }, '5'],
    [{ ...granted, code: 13000101 }, granted.msg],
    [{ code: 13000101, msg: '', path: '/x' }, ''],
  ])('is read from %j', async (body, serviceMessage) => {
    expect(await errorOf(login(400, body))).toMatchObject({ kind: 'service', code: '13000101', serviceMessage });
  });
});

describe('an error of the gateway', () => {
  const full = { error_code: 'APIGW.0301', error_msg: 'No', request_id: '5fb1a7c4e2d9083b6c1f4a7e9d20b358' };

  it.each([404, 413, 429, 502, 504])('has status %i, a code and a request id', async (status) => {
    expect(await errorOf(login(status, full))).toMatchObject({
      kind: 'gateway',
      code: full.error_code,
      serviceMessage: full.error_msg,
      requestId: full.request_id,
      status,
    });
  });

  it.each([
    [{ error_code: 'APIGW.0301' }, '', undefined],
    [{ error_code: 'APIGW.0301', error_msg: null, request_id: null }, '', undefined],
    [{ ...full, request_id: undefined }, 'No', undefined],
    [{ ...full, error_msg: undefined, more: 1 }, '', full.request_id],
  ])('is read from %j', async (body, serviceMessage, requestId) => {
    const error = await errorOf(login(401, body));
    expect(error).toMatchObject({ kind: 'gateway', code: 'APIGW.0301', serviceMessage });
    expect(Reflect.get(error, 'requestId')).toBe(requestId);
  });
});

describe('a response outside the contract', () => {
  it.each<[status: number, body: unknown, reason: string]>([
    [502, '<html>Bad Gateway</html>', 'HTML instead of JSON'],
    [503, ' \n<!doctype html>', 'HTML instead of JSON'],
    [500, '', 'an empty body'],
    [500, ' \n', 'an empty body'],
    [200, JSON.stringify(granted).slice(0, -20), 'a body that is not JSON'],
    [200, ' '.repeat(2 ** 20 + 1), 'a body over 1 MiB'],
    [400, granted, 'the code of a success'],
    [500, granted, 'the code of a success'],
    [300, '', 'a redirect, which is not followed'],
    [304, '', 'a redirect, which is not followed'],
    [302, { code: 1, msg: 'x' }, 'a redirect, which is not followed'],
  ])('has status %i and the body %j', async (status, body, reason) => {
    const error = await errorOf(login(status, body));
    expect(error).toMatchObject({ kind: 'invalid-response', status });
    expect(error.message).toMatch(
      RegExp(`^login: invalid-response, ${reason}, status ${status} at http://\\S+/login$`),
    );
  });

  it.each<[status: number, body: unknown]>([
    [200, 'null'],
    [200, [granted]],
    [200, '"0"'],
    [200, '0'],
    [200, 'true'],
    [200, {}],
    [400, { code: {}, msg: 'x' }],
    [400, { code: 1.5, msg: 'x' }],
    [400, { code: 1, msg: {} }],
    [404, { code: 404, message: 'Not found', status: 404 }],
    [404, { code: 'rest_no_route', message: 'No route', data: { status: 404 } }],
    [404, { error_code: 404, reason: 'no' }],
    [404, { error_code: 'APIGW.0101', error_msg: [] }],
    [404, { error_code: 'APIGW.0101', error_msg: 'x', request_id: {} }],
    [404, { error_msg: 'x', request_id: 'x' }],
  ])('has status %i and no envelope: %j', async (status, body) => {
    const { message } = await errorOf(login(status, body));
    expect(message).toContain('invalid-response, JSON that is not an envelope of the contract, ');
  });

  it('has status 204', async () => {
    const { auth } = await clientOf((_request, response) => response.writeHead(204).end());
    expect(await errorOf(auth.login(withPassword))).toMatchObject({ kind: 'invalid-response', status: 204 });
  });

  it('has a prototype of its own', async () => {
    const body = `{"code":0,"msg":"","data":{"__proto__":${JSON.stringify(granted.data)}}}`;
    expect((await errorOf(login(200, body))).message).toContain('data.userInfo is missing');
  });
});

describe('the message of an error', () => {
  it.each(Object.entries(meanings))('has the meaning of the code %s', async (code, meaning) => {
    const body = code.startsWith('APIGW') ? { error_code: code } : { code };
    const { auth } = await clientOf(answer(400, body));
    const { message } = await errorOf(auth.login(withPassword));
    expect(message).toMatch(/^login: (service|gateway), /);
    expect(message).toContain(`${code} (${meaning}), status 400 at http://127.0.0.1:`);
  });

  it.each([
    ['70001', '70001'],
    ['-1', '-1'],
    ['APIG.0101', 'APIG.0101'],
    ['constructor', '***'],
    ['12345678901', '***'],
    ['E 1', '***'],
    ['', '***'],
    ['APIGW.1\n2', '***'],
  ])('has the unknown code %j as %s', async (code, shown) => {
    const error = await errorOf(login(400, { code, msg: 'x' }));
    expect(error).toMatchObject({ code: shown });
    expect(error.message).toContain(`login: service, ${shown}, status 400 at `);
  });

  it('ends with the whole URL that was called', async () => {
    const auth = clientWith(() => new Response(''), { baseUrl: 'https://example.com/a//' });
    const { message } = await errorOf(auth.login(withPassword));
    expect(message).toMatch(/ at https:\/\/example\.com\/a\/koodrive\/ose\/v1\/auth\/login$/);
  });

  it('is in the JSON, with the enumerable properties', async () => {
    const error = await errorOf(login(400, { code: 13000102, msg: 'no' }));
    const { message, traceId } = error;
    const fields = { kind: 'service', operation: 'login', code: '13000102', status: 400, traceId };
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'KooDriveError', message, ...fields });
    expect({ ...error }).toEqual(fields);
  });

  it('is at the top of a stack that leads to the line of the call', async () => {
    const error = await errorOf(login(500, ''));
    expect(error.stack?.split('\n')[0]).toBe(`KooDriveError: ${error.message}`);
    expect(error.stack).toContain('envelopes.test.ts');
    // Nothing awaits here, so the stack must be taken at the time of the call.
    const auth = clientWith(() => new Response());
    const handOn = () => auth.login(withPassword);
    expect((await errorOf(handOn())).stack).toContain('handOn');
  });
});
