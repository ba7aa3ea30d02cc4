import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A program that serves HTTP, started by {@link startServer}. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer with status 200. */
  readonly startMs: number;
  /** What it has written to its standard error. */
  errors(): string;
  /** Whether it still runs. */
  alive(): boolean;
  stop(): Promise<void>;
}

/** A request that a server can be asked. */
export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

/** Starts a program of Node that serves on `port`, and waits until it answers `question` with status 200. */
export async function startServer(
  args: readonly string[],
  port: number,
  question: Question,
  cwd: string,
): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  while ((await ask(url, question)) !== 200) {
    if (child.exitCode !== null || performance.now() - started > 60_000) {
      child.kill();
      throw new Error(`${args.join(' ')} did not come up: ${errors}`);
    }
    await sleep(3);
  }
  return {
    url,
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    errors: () => errors,
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

/** The status of the answer; nothing where no one listens. */
const ask = (url: string, { path, headers, body }: Question): Promise<number | undefined> =>
  new Promise((resolve) => {
    const sent = request(url + path, { method: 'POST', headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });

/** The memory that a process holds, in MiB. */
export async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const line = status?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1];
  const kilobytes = line ?? (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout;
  return Number(kilobytes) / 1024;
}
