import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createTraceId, servers } from '../../src/index.js';
import { createOpenApiFetchClient } from '../../src/openapi-fetch.js';
import { answer, serve } from '../support/wire.js';

const path = '/koodrive/ose/v1/auth/login';
const body = examples.login.requests.withPassword;
const granted = examples.login.responses.withPassword.body;

describe('an openapi-fetch client', () => {
  it('sends both headers, a new trace id with each call', async () => {
    const { url, seen } = await serve(answer(200, granted));
    const client = createOpenApiFetchClient({ baseUrl: `${url}/`, agentName: 'my-carrier' });
    const { data, response } = await client.POST(path, { body });
    await client.POST(path, { body });
    expect(data).toEqual(granted);
    expect(response.status).toBe(200);
    expect(seen[0]?.request.url).toBe(path);
    expect(seen[0]?.request.headers['x-hw-agentname']).toBe('my-carrier');
    const ids = seen.map(({ request }) => request.headers['x-traceid']);
    expect(ids.map((id) => id?.length)).toEqual([58, 58]);
    expect(new Set(ids).size).toBe(2);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(body);
  });

  it('keeps a trace id of the caller', async () => {
    const { url, seen } = await serve(answer(200, granted));
    const traceId = createTraceId();
    const client = createOpenApiFetchClient({ baseUrl: url, agentName: 'x' });
    await client.POST(path, { body, params: { header: { 'X-Traceid': traceId } } });
    expect(seen[0]?.request.headers['x-traceid']).toBe(traceId);
  });

  it('answers with the failures of the contract', async () => {
    const refusal = examples.login.responses.invalidParameters;
    const { url } = await serve(answer(refusal.status, refusal.body));
    const { data, error } = await createOpenApiFetchClient({ baseUrl: url, agentName: 'x' }).POST(path, { body });
    expect(data).toBeUndefined();
    expect(error).toEqual(refusal.body);
  });

  it('follows no redirect', async () => {
    const other = await serve(answer(200, granted));
    const { url } = await serve((_request, response) =>
      response.writeHead(307, { location: `${other.url}${path}` }).end(),
    );
    const { response } = await createOpenApiFetchClient({ baseUrl: url, agentName: 'x' }).POST(path, { body });
    expect(response.status).toBe(307);
    expect(other.seen).toHaveLength(0);
  });

  it('looks the global fetch up at each call', async () => {
    const client = createOpenApiFetchClient({ baseUrl: servers.international, agentName: 'x' });
    vi.stubGlobal('fetch', async () => Response.json(granted));
    expect((await client.POST(path, { body })).data).toEqual(granted);
  });

  it('refuses the same options as the other client', () => {
    expect(() => createOpenApiFetchClient({ baseUrl: 'example.com', agentName: 'x' })).toThrow(/^baseUrl must be/);
    expect(() => createOpenApiFetchClient({ baseUrl: servers.international, agentName: '\n' })).toThrow(
      /^agentName must be/,
    );
  });
});
