import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as examples from '../../generated/examples.js';
import { type CallOptions, createKooDriveAuthClient, type KooDriveAuthClient, type Outcome } from '../../src/index.js';
import { type Running, startHandlers, startPrismCommand, startPublished } from './targets.js';

type Call = (auth: KooDriveAuthClient, options?: CallOptions) => Promise<Outcome<unknown>>;

/** Each request example, as a call of the client. */
const requests: [title: string, call: Call, answer: examples.ResponseExample][] = [
  [
    'login withPassword',
    (auth, options) => auth.login(examples.login.requests.withPassword, options),
    examples.login.responses.withPassword,
  ],
  [
    'login withCode',
    (auth, options) => auth.login(examples.login.requests.withCode, options),
    examples.login.responses.withPassword,
  ],
  [
    'registerUser newUser',
    (auth, options) => auth.registerUser(examples.registerUser.requests.newUser, options),
    examples.registerUser.responses.newUser,
  ],
];

/** Each response example, with the call that asks for it. */
const responses = [
  ...Object.entries(examples.login.responses).map(([key, example]) => ({
    id: 'login',
    key,
    example,
    call: requests[0],
  })),
  ...Object.entries(examples.registerUser.responses).map(([key, example]) => ({
    id: 'registerUser',
    key,
    example,
    call: requests[2],
  })),
];

/** What the client must make of an answer. */
function outcomeOf({ status, body }: examples.ResponseExample): object {
  const { code, msg, data, error_code, error_msg, request_id }: Record<string, unknown> = { ...asObject(body) };
  if (error_code !== undefined)
    return { ok: false, status, kind: 'gateway', code: error_code, serviceMessage: error_msg, requestId: request_id };
  if (String(code) === '0') return { ok: true, status, data };
  return { ok: false, status, kind: 'service', code: String(code), serviceMessage: msg };
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('An example is no object');
  return value;
}

/** The part of an outcome that the answer decides. */
function read(outcome: Outcome<unknown>): object {
  if (outcome.ok) return { ok: true, status: outcome.status, data: outcome.data };
  const { error, status } = outcome;
  if (error.kind === 'gateway') {
    const { kind, code, serviceMessage, requestId } = error;
    return { ok: false, status, kind, code, serviceMessage, requestId };
  }
  if (error.kind === 'service') {
    const { kind, code, serviceMessage } = error;
    return { ok: false, status, kind, code, serviceMessage };
  }
  return { ok: false, status, kind: error.kind };
}

describe.each([
  ["Prism's own command", startPrismCommand],
  ['the mock', startPublished],
  ['the MSW handlers', startHandlers],
])('The client against %s', (_, start) => {
  let target: Running;
  let auth: KooDriveAuthClient;
  beforeAll(async () => {
    target = await start();
    auth = createKooDriveAuthClient({ baseUrl: target.url, agentName: 'my-carrier' });
  });
  afterAll(() => target.close());

  test.each(requests)('is granted the example request %s', async (_, call, example) => {
    expect(read(await call(auth))).toEqual(outcomeOf(example));
  });

  test.each(responses)('understands the answer $key of $id', async ({ key, example, call }) => {
    const Prefer = `code=${example.status}, example=${key}`;
    const outcome = await call?.[1](auth, { headers: { Prefer } });

    expect(outcome && read(outcome)).toEqual(outcomeOf(example));
  });
});
