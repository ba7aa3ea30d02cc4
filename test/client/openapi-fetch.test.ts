import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createTraceId, servers } from '../../src/index.js';
import { createOpenApiFetchClient } from '../../src/openapi-fetch.js';
import { withPassword as body, granted, respond } from './login.js';

const path = '/koodrive/ose/v1/auth/login';
const options = { baseUrl: `${servers.international}/`, agentName: 'my-carrier' };

describe('an openapi-fetch client', () => {
  it('sends both headers, with a new trace id or that of the caller, and follows no redirect', async () => {
    const fetch = vi.fn(async (_request: Request) => respond(granted));
    const client = createOpenApiFetchClient({ ...options, fetch });
    const traceId = createTraceId();
    await client.POST(path, { body, params: { header: { 'X-Traceid': traceId } } });
    await client.POST(path, { body });
    const requests = fetch.mock.calls.map(([request]) => request);
    for (const { url, method, redirect, headers } of requests)
      expect([method, url, redirect, headers.get('x-hw-agentName')]).toEqual([
        'POST',
        servers.international + path,
        'manual',
        'my-carrier',
      ]);
    const newId = expect.stringMatching(/^[0-9a-v]{58}$/);
    expect(requests.map(({ headers }) => headers.get('x-traceid'))).toEqual([traceId, newId]);
    expect(await requests[0]?.json()).toEqual(body);
  });

  it('returns successes and failures of the contract, from the global fetch of the moment', async () => {
    const client = createOpenApiFetchClient(options);
    vi.stubGlobal('fetch', async () => respond(granted));
    expect((await client.POST(path, { body })).data).toEqual(granted);
    const { body: failure, status } = examples.login.responses.invalidParameters;
    vi.stubGlobal('fetch', async () => respond(failure, status));
    expect(await client.POST(path, { body })).toMatchObject({ error: failure, response: { status } });
  });

  it('rejects the options that the other client rejects', () => {
    for (const [option, message] of [
      [{ baseUrl: 'example.com' }, /^baseUrl must be/],
      [{ agentName: '\n' }, /^agentName must be/],
      [{ timeoutMs: 1 }, /^unknown option timeoutMs: known are baseUrl, agentName, allowInsecureHttp, fetch$/],
    ] as const)
      expect(() => createOpenApiFetchClient({ ...options, ...option })).toThrow(message);
  });
});
