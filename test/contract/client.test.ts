import { describe, expect, test } from 'vitest';
import { examples, type ResponseExample } from '../../generated/examples.js';
import { createKooDriveAuthClient, type Outcome } from '../../src/index.js';
import { sharedMock } from '../support/mock.js';

const operations = (Object.keys(examples) as (keyof typeof examples)[]).map((id) => {
  const requests: [key: string, body: unknown][] = Object.entries(examples[id].requests);
  const responses: [key: string, example: ResponseExample][] = Object.entries(examples[id].responses);
  return { id, requests, responses };
});

/** Returns the outcome that a response must have. */
function outcomeOf({ status, body }: ResponseExample): object {
  const { code, msg, data, error_code, error_msg, request_id }: Record<string, unknown> = { ...Object(body) };
  if (error_code !== undefined)
    return { ok: false, status, kind: 'gateway', code: error_code, serviceMessage: error_msg, requestId: request_id };
  if (String(code) === '0') return { ok: true, status, data };
  return { ok: false, status, kind: 'service', code: String(code), serviceMessage: msg };
}

/** Returns the part of an outcome that the response decides. */
function read(outcome: Outcome<unknown>): object {
  if (outcome.ok) return { ok: true, status: outcome.status, data: outcome.data };
  const { error, status } = outcome;
  if (error.kind !== 'service' && error.kind !== 'gateway') return { ok: false, status, kind: error.kind };
  const { kind, code, serviceMessage } = error;
  return { ok: false, status, kind, code, serviceMessage, ...(kind === 'gateway' && { requestId: error.requestId }) };
}

// The other servers send the same responses: responses.test.ts.
describe.each(operations)('The client reads what the mock sends: $id', ({ id, requests, responses }) => {
  const mock = sharedMock({ publishedTimes: true });
  const call = (body: unknown, headers = {}): Promise<Outcome<unknown>> => {
    const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'my-carrier' });
    return Reflect.apply(auth[id], auth, [body, { headers }]);
  };

  test.each(requests)('has a success for the example request %s', async (_, body) => {
    expect(read(await call(body))).toMatchObject({ ok: true, status: 200 });
  });

  test.each(responses)('reads the response %s', async (key, example) => {
    const [, body] = requests[0] ?? [];
    const Prefer = `code=${example.status}, example=${key}`;
    expect(read(await call(body, { Prefer }))).toEqual(outcomeOf(example));
  });
});
