import createClient from 'openapi-fetch';
import { login } from '../../generated/examples.js';
import { createKooDriveAuthClient, type LoginData, type paths, unwrap } from '../../src/index.js';
import { type Batch, compare, micros, type Row, race } from './measure.js';
import { titleOf } from './packages.js';

type Login = (body: { account: string; authType: '1'; password: string }) => Promise<LoginData>;

const baseUrl = 'http://127.0.0.1';
const path = '/koodrive/ose/v1/auth/login';
const agentName = 'my-carrier';
const timeoutMs = 10_000;
const answer = JSON.stringify(login.responses.withPassword.body);
const fetch = async (_input: string | Request, _init?: RequestInit) =>
  new Response(answer, { headers: { 'content-type': 'application/json' } });
/** 58 characters by the quickest means that a platform has, so that no peer waits for random bytes. */
const newTraceId = () => (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 58);

/**
 * Time per login by a fetch that answers at once. All send both headers and a trace id, limit the time, and look at the envelope; the
 * hand-written call leads its errors to the caller as the client does, where somebody uses `then` too.
 */
export async function benchClient(rounds: number): Promise<Row[]> {
  const auth = createKooDriveAuthClient({ baseUrl, agentName, timeoutMs, fetch });
  const ours: Login = async (body) => unwrap(await auth.login(body));

  const handWritten: Login = async (body) => {
    const failure = new Error();
    const traceId = newTraceId();
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hw-agentName': agentName, 'X-Traceid': traceId },
      body: JSON.stringify(body),
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
  const openapiFetch: Login = async (body) => {
    const { data: envelope, response } = await client.POST(path, {
      params: { header: { 'x-hw-agentName': agentName, 'X-Traceid': newTraceId() } },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!envelope || !('data' in envelope)) throw new Error(`login failed with status ${response.status}`);
    return envelope.data;
  };

  const laps = await race([calls(ours), calls(handWritten), calls(openapiFetch)], rounds);
  return compare('client: a login', laps, ['a hand-written call', await titleOf('openapi-fetch')], micros);
}

/** Calls that follow each other, and fail where one returns something else than the answer. */
const calls =
  (send: Login): Batch =>
  async (count) => {
    const token = login.responses.withPassword.body.data.sessionInfo.accessToken;
    for (let done = 0; done < count; done++) {
      const data = await send(login.requests.withPassword);
      if (data.sessionInfo.accessToken !== token) throw new Error('a client returned something else than the answer');
    }
  };
