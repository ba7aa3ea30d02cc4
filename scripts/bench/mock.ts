import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { login } from '../../generated/examples.js';
import { compare, figure, type Row } from './measure.js';
import { programOf, root, titleOf } from './packages.js';

const loadSeconds = 3;
/** In less, a heap has not yet grown to what its work takes. */
const warmUpSeconds = 6;
/** After so many, memory is looked at again. */
const requests = 100_000;

const headers = { 'content-type': 'application/json', 'x-hw-agentName': 'my-carrier' };
const body = JSON.stringify(login.requests.withPassword);

/** Start, rate and memory of the built mock next to `prism mock`. Both log their requests, to nowhere. */
export async function benchMock(rounds: number): Promise<Row[]> {
  const cli = [join(root, 'dist/cli.mjs')];
  if (!existsSync(join(root, 'dist/cli.mjs'))) throw new Error('dist/cli.mjs is not there: run npm run build first');
  const prism = [await programOf('@stoplight/prism-cli'), 'mock', join(root, 'generated/openapi.yaml')];
  const peer = await titleOf('@stoplight/prism-cli');
  const starts: [ours: number[], theirs: number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of [cli, prism].entries()) {
      const server = await start(command);
      starts[index]?.push(server.seconds);
      await stop(server);
    }

  const [ours, theirs] = [await start(cli), await start(prism)];
  try {
    await load(ours, warmUpSeconds);
    await load(theirs, warmUpSeconds);
    const before = [await memory(ours), await memory(theirs)];
    const rates: [ours: number[], theirs: number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      rates[0].push((await load(ours, loadSeconds)) / loadSeconds);
      rates[1].push((await load(theirs, loadSeconds)) / loadSeconds);
    }
    let answered = rates[0].reduce((sum, rate) => sum + rate * loadSeconds, 0);
    while (answered < requests) answered += await load(ours, loadSeconds);
    const after = [await memory(ours), await memory(theirs)];
    const [here = '', there] = before.map(
      (mebibytes, index) => `${figure(mebibytes)} to ${figure(after[index] ?? 0)} MiB`,
    );
    return [
      ...compare('mock: start to first answer', starts, [peer], (seconds) => `${figure(seconds * 1000)} ms`),
      ...compare('mock: requests per second', rates, [peer], figure),
      { what: `mock: memory over ${figure(answered)} requests`, here, peer, there: `${there}, over fewer` },
    ];
  } finally {
    await stop(ours);
    await stop(theirs);
  }
}

/** A server in a process of its own, and the seconds from its start to its first answer. */
interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  readonly seconds: number;
}

/** Lets a process tell how many bytes of memory it holds, on any platform. */
const memoryTeller = `data:text/javascript,${encodeURIComponent(
  "process.on('message', () => process.send(process.memoryUsage.rss())); process.channel.unref();",
)}`;

/** Starts a command that serves, and waits until it has answered a login with status 200. */
async function start(command: readonly string[]): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const args = ['--import', memoryTeller, ...command, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  while ((await ask(port).catch(() => 0)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} did not come up`);
    await sleep(3);
  }
  return { child, port, seconds: (performance.now() - started) / 1000 };
}

/** Asks for the same login over 32 connections for so long. Returns how many were answered, and throws unless all with status 200. */
async function load({ port }: Server, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const connection = async () => {
    for (; performance.now() < end; answered++)
      if ((await ask(port, agent)) !== 200) throw new Error('a mock did not answer with status 200');
  };
  await Promise.all(Array.from({ length: 32 }, connection));
  agent.destroy();
  return answered;
}

/** MiB that the process holds. */
async function memory({ child }: Server): Promise<number> {
  child.send('memory');
  const [bytes] = (await once(child, 'message')) as [number];
  return bytes / 2 ** 20;
}

async function stop({ child }: Server): Promise<void> {
  if (child.kill('SIGKILL')) await once(child, 'exit');
}

/** The status of the answer to a login. By `node:http`: `fetch` would take longer than the mock that it measures. */
const ask = (port: number, agent?: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, path: '/koodrive/ose/v1/auth/login', method: 'POST', headers };
    const sent = request({ ...to, agent: agent ?? false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
