import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { login } from '../../generated/examples.js';
import manifest from '../../package.json' with { type: 'json' };
import { compare, interleave, type Row } from './measure.js';

const body = JSON.stringify(login.requests.withPassword);
const headers = { 'content-type': 'application/json', 'x-hw-agentName': 'my-carrier' };
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
const commands = [['dist/cli.mjs'], [prism, 'mock', 'generated/openapi.yaml']];
/** Reports the memory of a process to its parent, on any platform. */
const reporter = `data:text/javascript,${encodeURIComponent(
  "process.on('message', () => process.send(process.memoryUsage.rss())); process.channel.unref();",
)}`;

/** Measures start, rate and memory of the built mock and of `prism mock`. Both log each request, to nowhere. */
export async function benchMock(rounds: number): Promise<Row[]> {
  const row = (what: string, unit: string, results: number[][]) =>
    compare(`mock: ${what}`, unit, [`prism mock ${manifest.devDependencies['@stoplight/prism-cli']}`], results);
  const starts = await interleave(
    rounds,
    commands.map((command) => async () => {
      const server = await start(command);
      server.child.kill();
      return server.milliseconds;
    }),
  );
  const servers = await Promise.all(commands.map(start));
  try {
    const rate = servers.map(
      ({ port }) =>
        () =>
          requestsPerSecond(port),
    );
    await interleave(2, rate); // Warms up.
    const rates = await interleave(rounds, rate);
    const memory = await interleave(
      1,
      servers.map(({ child }) => async () => {
        child.send('');
        const [bytes] = await once(child, 'message');
        return bytes / 2 ** 20;
      }),
    );
    return [
      ...row('start to first response', 'ms', starts),
      ...row('responses', 'per second', rates),
      ...row('memory afterwards', 'MiB', memory),
    ];
  } finally {
    for (const { child } of servers) child.kill();
  }
}

/** Starts a server in a process of its own, and waits for its first response. */
async function start(command: readonly string[]) {
  const reserved = createServer().listen(0, '127.0.0.1');
  await once(reserved, 'listening');
  const { port } = reserved.address() as { port: number };
  reserved.close();
  const args = ['--import', reporter, ...command, '--port', String(port)];
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  while ((await send(port).catch(() => 0)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} did not start`);
    await sleep(3);
  }
  return { child, port, milliseconds: performance.now() - started };
}

/** Sends the same login over 32 connections for three seconds. */
async function requestsPerSecond(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const seconds = 3;
  const end = performance.now() + seconds * 1000;
  let responses = 0;
  const connection = async () => {
    for (; performance.now() < end; responses++)
      if ((await send(port, agent)) !== 200) throw new Error('A login did not get status 200.');
  };
  await Promise.all(Array.from({ length: 32 }, connection));
  agent.destroy();
  return responses / seconds;
}

/** Logs in and returns the status. Uses `node:http`, since `fetch` takes longer than the mock that it measures. */
function send(port: number, agent?: Agent): Promise<number | undefined> {
  const target = { host: '127.0.0.1', port, path: '/koodrive/ose/v1/auth/login', method: 'POST', headers };
  return new Promise((resolve, reject) => {
    const sent = request({ ...target, agent: agent ?? false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}
