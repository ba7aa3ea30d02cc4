import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMemory, type ServerProcess } from '../bench/server-process.js';
import { abuses } from './abuse.js';
import { bad, good, type Probe } from './requests.js';

/** How long and how hard. */
export interface SoakOptions {
  readonly seconds: number;
  /** Connections that ask, each one request after another. The ones that abuse the server come on top. */
  readonly connections: number;
}

/** What a soak found. */
export interface SoakReport {
  readonly answered: number;
  readonly abused: number;
  /** Answers that were not as promised, or that never came: each kind once, with how often. */
  readonly wrong: ReadonlyMap<string, number>;
  /** Resident memory in MiB, each second. */
  readonly memory: readonly number[];
}

/** Asks a mock good and bad things at once for a while, and watches what it answers and how much memory it holds. */
export async function soak(server: ServerProcess, { seconds, connections }: SoakOptions): Promise<SoakReport> {
  const port = Number(new URL(server.url).port);
  const end = performance.now() + seconds * 1000;
  const goesOn = () => performance.now() < end && server.alive();
  const wrong = new Map<string, number>();
  const memory: number[] = [];
  let answered = 0;
  let abused = 0;

  const asker = async (index: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let count = index; goesOn(); count++) {
      // Three good ones, then a bad one.
      const probes = count % 4 === 3 ? bad : good;
      const probe = probes[Math.floor(count / 4 + index) % probes.length];
      if (!probe) continue;
      const problem = await ask(server.url, agent, probe);
      if (problem) wrong.set(problem, (wrong.get(problem) ?? 0) + 1);
      else answered++;
    }
    agent.destroy();
  };
  const abuser = async (abuse: (port: number, seconds: number) => Promise<void>) => {
    for (; goesOn(); abused++) await abuse(port, Math.min(5, seconds / 4));
  };
  const watch = async () => {
    while (goesOn()) {
      memory.push(await residentMemory(server.pid));
      await sleep(1000);
    }
  };
  await Promise.all([
    ...Array.from({ length: connections }, (_, index) => asker(index)),
    ...Object.values(abuses).flatMap((abuse) => [abuser(abuse), abuser(abuse)]),
    watch(),
  ]);
  return { answered, abused, wrong, memory };
}

/** Sends a probe, and says what is wrong with the answer. */
const ask = (url: string, agent: Agent, probe: Probe): Promise<string | undefined> =>
  new Promise((resolve) => {
    const { method, headers, status, contains, title, body = '' } = probe;
    const options = { method, agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } };
    const sent = request(url + probe.path, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(`${title}: the answer broke off`));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode !== status) resolve(`${title}: status ${response.statusCode} instead of ${status}`);
        else resolve(text.includes(contains) ? undefined : `${title}: the answer lacks ${contains}`);
      });
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in 60 s')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closes a connection that was idle for 5 s; who uses it at that very moment has to ask again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') return resolve(ask(url, agent, probe));
      // A server that refuses a body may close before it has read all of it.
      const refused = status === 413 && ['EPIPE', 'ECONNRESET'].includes(error.code ?? '');
      resolve(refused ? undefined : `${title}: ${error.message}`);
    });
    sent.end(body);
  });
