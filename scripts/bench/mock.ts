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
  const starts: [ours: number[], prism: number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [index, command] of [[cli], prism].entries()) {
      const server = await Server.start(command);
      starts[index]?.push(server.startSeconds);
      await server.stop();
    }

  const [ours, theirs] = [await Server.start([cli]), await Server.start(prism)];
  try {
    const rates: [ours: number[], prism: number[]] = [[], []];
    await ours.load(warmUpSeconds);
    await theirs.load(warmUpSeconds);
    const before = [await ours.memory(), await theirs.memory()];
    const warm = ours.answered;
    for (let round = 0; round < rounds; round++) {
      rates[0].push(await ours.load(loadSeconds));
      rates[1].push(await theirs.load(loadSeconds));
    }
    while (ours.answered < warm + requests) await ours.load(loadSeconds);
    const after = [await ours.memory(), await theirs.memory()];
    const memory = (index: number) => `${figure(before[index] ?? 0)} to ${figure(after[index] ?? 0)} MiB`;
    const peer = `prism mock ${(await titleOf('@stoplight/prism-cli')).split(' ')[1]}`;
    return [
      ...compare('mock: start to first answer', starts, [peer], (seconds) => `${figure(seconds * 1000)} ms`),
      ...compare('mock: requests per second', rates, [peer], figure),
      {
        what: `mock: memory over ${(ours.answered - warm).toLocaleString('en-US')} requests`,
        here: memory(0),
        peer: `${peer}, over ${theirs.answered.toLocaleString('en-US')}`,
        there: memory(1),
      },
    ];
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}

/** Lets a process tell how many bytes of memory it holds, on any platform. */
const memoryTeller = `data:text/javascript,${encodeURIComponent(
  "process.on('message', () => process.send(process.memoryUsage.rss())); process.channel.unref();",
)}`;

/** A server in a process of its own. */
class Server {
  answered = 0;
  readonly startSeconds: number;
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections });

  private constructor(child: ChildProcess, port: number, startSeconds: number) {
    this.#child = child;
    this.#port = port;
    this.startSeconds = startSeconds;
  }

  /** Starts a command that serves, and waits until it has answered a login with status 200. */
  static async start(command: readonly string[]): Promise<Server> {
    const port = await freePort();
    const started = performance.now();
    const args = ['--import', memoryTeller, ...command, '--port', String(port)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    while ((await ask(port).catch(() => 0)) !== 200) {
      if (child.exitCode !== null) throw new Error(`${command.join(' ')} did not come up`);
      await sleep(3);
    }
    return new Server(child, port, (performance.now() - started) / 1000);
  }

  /** Asks the same over 32 connections for so long. Returns the answers per second, and throws where one has another status than 200. */
  async load(seconds: number): Promise<number> {
    const [before, started] = [this.answered, performance.now()];
    const worker = async () => {
      while (performance.now() - started < seconds * 1000) {
        const status = await ask(this.#port, this.#agent);
        if (status !== 200) throw new Error(`a mock answered with status ${status}`);
        this.answered++;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return ((this.answered - before) / (performance.now() - started)) * 1000;
  }

  /** MiB that the process holds. */
  async memory(): Promise<number> {
    this.#child.send('memory');
    const [bytes] = (await once(this.#child, 'message')) as [number];
    return bytes / 2 ** 20;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** The status of the answer to a login. */
const ask = (port: number, agent?: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const options = { port, path, method: 'POST', headers, agent: agent ?? false } as const;
    const sent = request({ host: '127.0.0.1', ...options }, (response) => {
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
