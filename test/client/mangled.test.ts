import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, isKooDriveError } from '../../src/index.js';

const bodies = [...Object.values(examples.login.responses), ...Object.values(examples.registerUser.responses)].map(
  ({ body }) => JSON.stringify(body),
);

/** Bodies as they should be, whole or with bytes and characters changed, parts lost, moved or doubled; and bodies made of nothing. */
const mangled = fc.oneof(
  fc.constantFrom(...bodies),
  fc.constant(JSON.stringify(examples.login.responses.withPassword.body)),
  fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.nat(),
      fc.nat(40),
      fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '""', '{', ',')),
    )
    .map(([body, at, gone, put]) => body.slice(0, at % body.length) + put + body.slice((at % body.length) + gone)),
  fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.constantFrom('code', 'msg', 'data', 'sessionInfo', 'accessToken', 'expiresIn', 'error_code', 'userInfo'),
      fc.oneof(fc.jsonValue(), fc.constantFrom(0, '0', null, -0, '00', ' 0', 1e21, true)),
    )
    .map(([body, field, value]) => JSON.stringify(JSON.parse(body, (key, part) => (key === field ? value : part)))),
  fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.constantFrom('code', 'msg', 'data', 'sessionInfo', 'expiresIn'),
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'then'),
    )
    .map(([body, from, to]) => body.replace(`"${from}"`, `"${to}"`)),
  fc.tuple(fc.constantFrom(...bodies), fc.nat(60)).map(([body, depth]) => '['.repeat(depth) + body + ']'.repeat(depth)),
  fc.json(),
  fc.string({ unit: 'binary' }),
);

const statuses = fc.oneof(
  fc.constant(200),
  fc.constantFrom(200, 201, 204, 301, 304, 400, 401, 404, 413, 429, 500, 502),
  fc.integer({ min: 200, max: 599 }),
);

/** What the contract promises of a success, told without the client's own means. */
function isGranted(status: number, text: string): boolean {
  if (status > 299) return false;
  try {
    const { code, msg, data } = JSON.parse(text);
    const { accessToken, expiresIn, issuedAt, refreshToken } = data.sessionInfo;
    return (
      (code === 0 || code === '0') &&
      [
        msg,
        accessToken,
        issuedAt,
        refreshToken,
        data.userInfo.userId,
        data.userInfo.firstname,
        data.userInfo.phone,
      ].every((value) => typeof value === 'string') &&
      typeof expiresIn === 'number'
    );
  } catch {
    return false;
  }
}

it('makes an outcome of each of 1,000 mangled answers: no rejection, no false success, no changed prototype', async () => {
  const before = Reflect.ownKeys(Object.prototype);
  let answers = 0;
  let successes = 0;
  await fc.assert(
    fc.asyncProperty(statuses, mangled, fc.boolean(), async (status, text, inPieces) => {
      const bytes = new TextEncoder().encode(text);
      const body = new ReadableStream({
        start(controller) {
          const middle = inPieces ? bytes.length >> 1 : bytes.length;
          if (middle) controller.enqueue(bytes.subarray(0, middle));
          if (middle < bytes.length) controller.enqueue(bytes.subarray(middle));
          controller.close();
        },
      });
      const auth = createKooDriveAuthClient({
        baseUrl: 'https://example.com',
        agentName: 'x',
        fetch: async () => new Response([204, 205, 304].includes(status) ? null : body, { status }),
      });
      const outcome = await auth.login(examples.login.requests.withPassword);
      answers++;
      const received = new TextDecoder().decode(bytes);
      expect(outcome.ok).toBe(![204, 205].includes(status) && isGranted(status, received));
      expect(outcome.status).toBe(status);
      expect(outcome.traceId).toHaveLength(58);
      if (outcome.ok) {
        successes++;
        expect(Object.getPrototypeOf(outcome.data)).toBe(Object.prototype);
      } else {
        expect(isKooDriveError(outcome.error)).toBe(true);
        expect(['service', 'gateway', 'invalid-response']).toContain(outcome.error.kind);
      }
      expect(({} as Record<string, unknown>)['sessionInfo']).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
  expect(answers).toBeGreaterThanOrEqual(1_000);
  expect(successes).toBeGreaterThan(0);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
}, 120_000);

it('makes an outcome of JSON that is nested deeper than the stack, and tells nothing of it', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const login = (text: string) =>
    createKooDriveAuthClient({
      baseUrl: 'https://example.com',
      agentName: 'x',
      fetch: async () => new Response(text),
    }).login(examples.login.requests.withPassword);
  expect(await login(deep)).toMatchObject({ ok: false, error: { kind: 'invalid-response' } });
  const refused = await login(`{"code":1,"msg":"AT s3cret","more":${deep},"accessToken":"AT s3cret"}`);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'service', serviceMessage: '***' } });
  expect(JSON.stringify(refused)).not.toContain('s3cret');
  const granted = JSON.stringify(examples.login.responses.withPassword.body);
  expect(await login(granted.replace('{', `{"more":${deep},`))).toMatchObject({ ok: true });
});
