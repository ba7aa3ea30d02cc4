import { describe, expect, it } from 'vitest';
import * as validate from '../../src/schemas.js';
import { errorOf, granted, login, respond, url } from './login.js';

/** A response with any status. A `Response` cannot have each. */
const withStatus = (status: number, text: string) => ({ status, text: async () => text });

describe('a success', () => {
  it.each([0, '0'])('has the code %j', async (code) => {
    const response = respond({ ...granted, code });
    expect(await login(response)).toEqual({
      ok: true,
      data: granted.data,
      status: 200,
      traceId: expect.any(String),
      response,
    });
  });

  it.each([undefined, null, '', 'Success.', 5])('may have the message %j', async (msg) => {
    expect((await login(respond({ ...granted, msg, more: 1 }), { validate })).ok).toBe(true);
  });

  it.each([200, 299])('may have status %i', async (status) => {
    expect((await login(respond(granted, status))).ok).toBe(true);
  });
});

describe('an error of the service', () => {
  it.each<[body: object, serviceMessage: string]>([
    [{ code: 13000101, msg: 'no' }, 'no'],
    [{ code: '13000101', msg: 'no' }, 'no'],
    [{ code: 13000101 }, ''],
    [{ code: 13000101, data: null }, ''],
    [{ code: 13000101, msg: null, data: null }, ''],
    [{ code: 13000101, msg: null, path: '/x' }, ''],
    [{ code: 13000101, msg: 5 }, '5'],
    [{ ...granted, code: 13000101 }, granted.msg],
    [{ code: 13000101, msg: '', path: '/x' }, ''],
  ])('is read from %j, whatever the status', async (body, serviceMessage) => {
    for (const status of [200, 400, 500]) {
      const error = await errorOf(login(respond(body, status), { validate }));
      expect(error).toMatchObject({ kind: 'service', code: '13000101', serviceMessage, status });
      expect(error).not.toHaveProperty('requestId');
    }
  });
});

describe('an error of the gateway', () => {
  const full = { error_code: 'APIGW.0101', error_msg: 'No', request_id: '5fb1a7c4e2d9083b6c1f4a7e9d20b358' };

  it.each<[body: object, serviceMessage: string, requestId: string | undefined]>([
    [full, 'No', full.request_id],
    [{ error_code: 'APIGW.0101' }, '', undefined],
    [{ error_code: 'APIGW.0101', error_msg: null, request_id: null }, '', undefined],
    [{ ...full, request_id: undefined }, 'No', undefined],
    [{ ...full, request_id: 12345678 }, 'No', '12345678'],
    [{ ...full, error_msg: undefined, more: 1 }, '', full.request_id],
  ])('is read from %j', async (body, serviceMessage, requestId) => {
    const error = await errorOf(login(respond(body, 401)));
    expect(error).toMatchObject({ kind: 'gateway', code: 'APIGW.0101', serviceMessage, status: 401 });
    expect('requestId' in error && error.requestId).toBe(requestId ?? false);
  });
});

describe('an invalid response', () => {
  const redirect = 'a redirect, which is not followed';
  it.each<[status: number, text: string, reason: string]>([
    [502, '<html>Bad Gateway</html>', 'HTML instead of JSON'],
    [503, ' \n<!doctype html>', 'HTML instead of JSON'],
    [500, '', 'an empty body'],
    [204, '', 'an empty body'],
    [500, ' \n', 'an empty body'],
    [200, JSON.stringify(granted).slice(0, -20), 'a body that is not JSON'],
    [200, 'a < b', 'a body that is not JSON'],
    [400, JSON.stringify(granted), 'a success code with an error status'],
    [0, JSON.stringify(granted), redirect],
    [199, JSON.stringify(granted), redirect],
    [300, JSON.stringify(granted), redirect],
    [302, '{"code":1,"msg":"x"}', redirect],
    [399, '', redirect],
  ])('has status %i and the body %j', async (status, text, reason) => {
    const { message, ...properties } = await errorOf(login(withStatus(status, text)));
    expect(properties).toMatchObject({ kind: 'invalid-response', status });
    expect(message).toBe(`login: invalid-response, ${reason}, status ${status} at ${url}`);
  });

  it.each<unknown>([
    null,
    [granted],
    '"0"',
    '0',
    true,
    {},
    { code: {}, msg: 'x' },
    { code: 1.5, msg: 'x' },
    { code: 1, msg: {} },
    { code: 404, message: 'Not found', status: 404 },
    { code: 'rest_no_route', message: 'No route', data: { status: 404 } },
    { error_code: 404, reason: 'no' },
    { error_code: 'APIGW.0101', error_msg: [] },
    { error_code: 'APIGW.0101', error_msg: 'x', request_id: {} },
    { error_msg: 'x', request_id: 'x' },
  ])('is JSON of another API: %j', async (body) => {
    expect((await errorOf(login(respond(body)))).message).toBe(
      `login: invalid-response, JSON that is not an envelope of the contract, status 200 at ${url}`,
    );
  });

  it('has fields in a prototype of its own', async () => {
    const body = `{"code":0,"msg":"","data":{"__proto__":${JSON.stringify(granted.data)}}}`;
    expect((await errorOf(login(respond(body)))).message).toContain('data.userInfo is missing');
  });
});
