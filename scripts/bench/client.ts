import createClient from 'openapi-fetch';
import { login } from '../../generated/examples.js';
import manifest from '../../package.json' with { type: 'json' };
import { createKooDriveAuthClient, type LoginData, type paths, servers, unwrap } from '../../src/index.js';
import { compare, interleave, type Row } from './measure.js';

const path = '/koodrive/ose/v1/auth/login';
const [agentName, timeoutMs, baseUrl] = ['my-carrier', 10_000, servers.international];
const request = login.requests.withPassword;
const response = JSON.stringify(login.responses.withPassword.body);
const fetch = async (_input: string | Request, _init?: RequestInit) =>
  new Response(response, { headers: { 'content-type': 'application/json' } });
/** Returns 58 characters by the quickest means of the platform. */
const newTraceId = () => (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 58);

/** Measures the processor time of a login with a `fetch` that responds at once. All send a trace id, limit the time and check the envelope. */
export async function benchClient(rounds: number): Promise<Row[]> {
  const auth = createKooDriveAuthClient({ baseUrl, agentName, timeoutMs, fetch });
  const ours = async () => unwrap(await auth.login(request));

  const handWritten = async () => {
    // Made before the call, so that its stack leads to the caller, as the client's does.
    const failure = new Error();
    const traceId = newTraceId();
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hw-agentName': agentName, 'X-Traceid': traceId },
      body: JSON.stringify(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const envelope = (await response.json()) as { code: string | number; data?: LoginData };
    if (!response.ok || String(envelope.code) !== '0' || !envelope.data) {
      failure.message = `login failed with status ${response.status}, code ${envelope.code}, trace id ${traceId}`;
      throw failure;
    }
    return envelope.data;
  };

  const client = createClient<paths>({ baseUrl, fetch, redirect: 'manual' });
  const openapiFetch = async () => {
    const { data: envelope, response } = await client.POST(path, {
      params: { header: { 'x-hw-agentName': agentName, 'X-Traceid': newTraceId() } },
      body: request,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!envelope || !('data' in envelope)) throw new Error(`login failed with status ${response.status}`);
    return envelope.data;
  };

  const contenders = [ours, handWritten, openapiFetch].map((send) => () => processorTime(send));
  await interleave(2, contenders); // Warms up.
  const peers = ['a hand-written call', `openapi-fetch ${manifest.devDependencies['openapi-fetch']}`];
  return compare('client: a login', 'µs', peers, await interleave(rounds, contenders));
}

/** Returns the processor time of one call in microseconds, the mean of many. */
async function processorTime(send: () => Promise<LoginData>): Promise<number> {
  const calls = 5_000;
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) await send();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}
