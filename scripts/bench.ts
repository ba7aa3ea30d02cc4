import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import { login } from '../generated/examples.js';
import { createKooDriveAuthClient, type LoginData, type paths, servers, unwrap } from '../src/index.js';

// Usage: npm run bench -- [rounds]. Build first: it measures the built mock.
const rounds = Number(process.argv[2] ?? 7);
const path = '/koodrive/ose/v1/auth/login';
const body = login.requests.withPassword;
const [agentName, timeoutMs, baseUrl] = ['my-carrier', 10_000, servers.international];

type Measure = () => Promise<number>;

/** Measures each contender once a round, in another order each round, so that other load on the machine affects all alike. */
async function interleave(times: number, contenders: readonly Measure[]): Promise<number[][]> {
  const results = contenders.map((): number[] => []);
  for (let round = 0; round < times; round++) {
    const entries = [...contenders.entries()];
    for (const [index, measure] of round % 2 === 0 ? entries : entries.reverse()) results[index]?.push(await measure());
  }
  return results;
}

/** Prints medians, and the ratio of this package to each peer with the range of the rounds. */
async function compare(what: string, here: Measure, peers: Readonly<Record<string, Measure>>): Promise<void> {
  const contenders = [here, ...Object.values(peers)];
  await interleave(2, contenders); // Warms up.
  const [ours = [], ...others] = await interleave(rounds, contenders);
  for (const [index, name] of Object.keys(peers).entries()) {
    const theirs = others[index] ?? [];
    const ratios = ours.map((value, round) => value / (theirs[round] ?? 0)).sort((a, b) => a - b);
    const [ratio, lowest, highest] = [median(ratios), ratios[0], ratios.at(-1)].map(figure);
    const medians = `${figure(median(ours))}, ${name} ${figure(median(theirs))}`;
    process.stdout.write(`${what}: ${medians}, ratio ${ratio} (${lowest} to ${highest})\n`);
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
const figure = (value = Number.NaN) => value.toLocaleString('en-US', { maximumSignificantDigits: 3 });

const response = JSON.stringify(login.responses.withPassword.body);
const fetch = async (_input: string | Request, _init?: RequestInit) =>
  new Response(response, { headers: { 'content-type': 'application/json' } });
const newTraceId = () => (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 58);

// Each login has a `fetch` that responds at once, sends a trace id, limits the time and checks the envelope.
const auth = createKooDriveAuthClient({ baseUrl, agentName, timeoutMs, fetch });
const loginHere = async () => unwrap(await auth.login(body));

async function loginByHand(): Promise<LoginData> {
  // Created before the call, as in the client, so that its stack leads to the caller.
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
  if (response.ok && String(envelope.code) === '0' && envelope.data) return envelope.data;
  failure.message = `login failed with status ${response.status}, code ${envelope.code}, trace id ${traceId}`;
  throw failure;
}

const other = createClient<paths>({ baseUrl, fetch, redirect: 'manual' });
async function loginByOpenapiFetch(): Promise<LoginData> {
  const { data: envelope, response } = await other.POST(path, {
    params: { header: { 'x-hw-agentName': agentName, 'X-Traceid': newTraceId() } },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (envelope && 'data' in envelope) return envelope.data;
  throw new Error(`login failed with status ${response.status}`);
}

/** Returns a function that measures the processor time of one call in microseconds, the mean of many. */
const processorTime = (send: () => Promise<LoginData>) => async () => {
  const calls = 5_000;
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) await send();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
};

await compare('login, in µs', processorTime(loginHere), {
  'hand-written call': processorTime(loginByHand),
  'openapi-fetch': processorTime(loginByOpenapiFetch),
});

/** Starts a server, and waits for its first response. It logs each request, to nowhere. */
async function start(command: readonly string[]) {
  const reserved = createServer().listen(0, '127.0.0.1');
  await once(reserved, 'listening');
  const { port } = reserved.address() as { port: number };
  reserved.close();
  const started = performance.now();
  const child = spawn(process.execPath, [...command, '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while ((await send(port).catch(() => 0)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} did not start`);
    await sleep(3);
  }
  return { child, port, milliseconds: performance.now() - started };
}

/** Logs in and returns the status. Uses `node:http`, since `fetch` takes longer than the mock that it measures. */
function send(port: number, agent?: Agent): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', 'x-hw-agentName': agentName };
  const options = { host: '127.0.0.1', port, path, method: 'POST', headers, agent: agent ?? false };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => response.resume().on('end', () => resolve(response.statusCode)));
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

const startTime = (command: readonly string[]) => async () => {
  const { child, milliseconds } = await start(command);
  child.kill();
  return milliseconds;
};

/** Returns a function that sends the same login over 32 connections for three seconds. */
const responseRate = (port: number) => async () => {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + 3_000;
  let responses = 0;
  const connection = async () => {
    for (; performance.now() < end; responses++)
      if ((await send(port, agent)) !== 200) throw new Error('A login did not get status 200.');
  };
  await Promise.all(Array.from({ length: 32 }, connection));
  agent.destroy();
  return responses / 3;
};

const mock = ['dist/cli.mjs'];
const prism = [createRequire(import.meta.url).resolve('@stoplight/prism-cli'), 'mock', 'generated/openapi.yaml'];
await compare('start of the mock, in ms', startTime(mock), { 'prism mock': startTime(prism) });

const [ours, theirs] = await Promise.all([start(mock), start(prism)]);
try {
  await compare('responses per second', responseRate(ours.port), { 'prism mock': responseRate(theirs.port) });
} finally {
  for (const { child } of [ours, theirs]) child.kill();
}
