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
/** What our mock has answered when its memory is looked at for the last time. */
const requests = 100_000;
const connections = 32;

const path = '/koodrive/ose/v1/auth/login';
const headers = { 'content-type': 'application/json', 'x-hw-agentName': 'my-carrier' };
const body = JSON.stringify(login.requests.withPassword);

/** Start, rate and memory of the built mock next to `prism mock`. Both log their requests, to nowhere. */
export async function benchMock(rounds: number): Promise<Row[]> {
  const cli = join(root, 'dist/cli.mjs');
  if (!existsSync(cli)) throw new Error('dist/cli.mjs is not there: run npm run build first');
  const prism = [await programOf('@stoplight/prism-cli'), 'mock', join(root, 'generated/openapi.yaml')];
  const starts: [ours: number[], theirs: number[]] = [[], []];
  const rates: [ours: number[], theirs: number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of [[cli], prism].entries()) {
      const server = await start(command);
      starts[index]?.push(server.seconds);
      await stop(server);
    }

  const [ours, theirs] = [await start([cli]), await start(prism)];
  try {
    await load(ours, warmUpSeconds);
    await load(theirs, warmUpSeconds);
    const before = [await memory(ours), await memory(theirs)];
    let [answered, answeredThere] = [0, 0];
    for (let round = 0; round < rounds || answered < requests; round++) {
      const count = await load(ours, loadSeconds);
      answered += count;
      if (round >= rounds) continue;
      const countThere = await load(theirs, loadSeconds);
      answeredThere += countThere;
      rates[0].push(count / loadSeconds);
      rates[1].push(countThere / loadSeconds);
    }
    const after = [await memory(ours), await memory(theirs)];
    const grown = (index: number) => `${figure(before[index] ?? 0)} to ${figure(after[index] ?? 0)} MiB`;
    const peer = `prism mock ${(await titleOf('@stoplight/prism-cli')).split(' ')[1]}`;
    return [
      ...compare('mock: start to first answer', starts, [peer], (seconds) => `${figure(seconds * 1000)} ms`),
      ...compare('mock: requests per second', rates, [peer], figure),
      {
        what: `mock: memory over ${answered.toLocaleString('en-US')} requests`,
        here: grown(0),
        peer: `${peer}, over ${answeredThere.toLocaleString('en-US')}`,
        there: grown(1),
      },
    ];
  } finally {
    await stop(ours);
    await stop(theirs);
  }
}

/** A server in a process of its own. */
interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  /** How long it took from its start to its first answer. */
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
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const worker = async () => {
    for (; performance.now() < end; answered++) {
      const status = await ask(port, agent);
      if (status !== 200) throw new Error(`a mock answered with status ${status}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
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
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The status of the answer to a login. */
const ask = (port: number, agent?: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', headers, agent: agent ?? false } as const;
    const sent = request(options, (response) => {
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
