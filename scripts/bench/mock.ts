import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headerNames } from '../../generated/client.js';
import { login } from '../../generated/examples.js';
import { type Load, loadServer } from './load.js';
import { median, ratio } from './measure.js';
import { figure, type Result, whole } from './report.js';
import { freePort, type Question, residentMemory, type ServerProcess, startServer } from './server-process.js';
import { builtPackage, programOf, root, versionOf, workspace } from './workspace.js';

const names = ['bare', 'prism', 'ours'] as const;
type Name = (typeof names)[number];
type Each<T> = Record<Name, T>;

const starts = 5;
const rounds = 3;
const roundSeconds = 3;
const requestsForMemory = 100_000;
/** Prism would need minutes for as many. */
const memorySeconds = 40;
/** In less, a server's heap has not yet grown to what its work takes. */
const warmUpSeconds = 6;

const question: Question = {
  path: '/koodrive/ose/v1/auth/login',
  headers: { 'content-type': 'application/json', [headerNames.agentName]: 'my-carrier' },
  body: JSON.stringify(login.requests.withPassword),
};

/** Start, throughput and memory of the mock, next to `prism mock` and to a server that does nothing. */
export async function benchMock(): Promise<Result> {
  const commands = await commandsOf();
  const ofEach = async <T>(measure: (name: Name) => Promise<T>): Promise<Each<T>> => ({
    bare: await measure('bare'),
    prism: await measure('prism'),
    ours: await measure('ours'),
  });
  const start = async (name: Name): Promise<ServerProcess> => {
    const port = await freePort();
    return startServer(commands[name](port), port, question, root);
  };

  const startTimes: Each<number[]> = { bare: [], prism: [], ours: [] };
  for (let count = 0; count < starts; count++) {
    for (const name of names) {
      const server = await start(name);
      startTimes[name].push(server.startMs);
      await server.stop();
    }
  }

  const servers = await ofEach(start);
  const loads: Each<Load[]> = { bare: [], prism: [], ours: [] };
  try {
    for (const name of names) await loadServer(servers[name].url, question, { seconds: warmUpSeconds });
    const before = await ofEach((name) => residentMemory(servers[name].pid));
    for (let round = 0; round < rounds; round++) {
      for (const name of names)
        loads[name].push(await loadServer(servers[name].url, question, { seconds: roundSeconds }));
    }
    const done = await ofEach(async (name) => {
      const answered = loads[name].reduce((sum, { requests }) => sum + requests, 0);
      const perSecond = median(loads[name].map((load) => load.perSecond));
      const amount = Math.min(requestsForMemory - answered, Math.round(perSecond * memorySeconds));
      if (amount > 0) await loadServer(servers[name].url, question, { amount });
      return answered + Math.max(amount, 0);
    });
    const after = await ofEach((name) => residentMemory(servers[name].pid));
    return resultOf({ startTimes, loads, before, after, done });
  } finally {
    for (const name of names) await servers[name].stop();
  }
}

/** Each server's command as its users give it: requests are logged, to nowhere. */
async function commandsOf(): Promise<Each<(port: number) => string[]>> {
  const prism = await programOf('@stoplight/prism-cli', 'prism');
  const bare = join(workspace, 'bare-server.cjs');
  await writeFile(
    bare,
    `const answer = ${JSON.stringify(JSON.stringify(login.responses.withPassword.body))};
    require('node:http').createServer((request, response) => {
      request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer));
    }).listen(Number(process.argv[2]), '127.0.0.1');`,
  );
  return {
    bare: (port) => [bare, String(port)],
    prism: (port) => [prism, 'mock', '-p', String(port), join(builtPackage, 'generated/openapi.yaml')],
    ours: (port) => [join(builtPackage, 'dist/cli.mjs'), '--port', String(port)],
  };
}

interface Found {
  readonly startTimes: Each<number[]>;
  readonly loads: Each<Load[]>;
  /** MiB. */
  readonly before: Each<number>;
  /** MiB. */
  readonly after: Each<number>;
  /** Requests between the two. */
  readonly done: Each<number>;
}

async function resultOf({ startTimes, loads, before, after, done }: Found): Promise<Result> {
  const title: Each<string> = {
    bare: 'node:http, one fixed answer',
    prism: `prism mock ${await versionOf('@stoplight/prism-cli', root)}`,
    ours: 'koodrive-auth-mock',
  };
  const perSecond = (name: Name) => loads[name].map((load) => load.perSecond);
  const p99 = (name: Name) => median(loads[name].map((load) => load.p99));
  const startRatio = ratio(startTimes.ours, startTimes.prism);
  const loadRatio = ratio(perSecond('ours'), perSecond('prism'));
  const growth = after.ours - before.ours;
  const rows = names.map((name) => ({
    server: title[name],
    'start to first answer, ms': median(startTimes[name]),
    'requests per second': median(perSecond(name)),
    '99th percentile, ms': p99(name),
    'MiB before': before[name],
    'MiB after': after[name],
    'requests between': whole(done[name]),
  }));
  const memory = (name: Name) => `${figure(before[name])} to ${figure(after[name])} MiB`;
  return {
    part: 'mock',
    method:
      `Logins over 32 connections, from autocannon ${await versionOf('autocannon')} in a process of its own; ${starts} starts, ` +
      `${rounds} rounds of ${roundSeconds} s in turn, after ${warmUpSeconds} s to warm up. Each server logs its requests, as it does by default.`,
    tables: [{ title: 'Start, throughput and memory', rows }],
    goals: [
      { says: `up in at most half of prism's time: ${figure(startRatio)} times`, met: startRatio <= 0.5 },
      { says: `at least 2.5 times prism's throughput: ${figure(loadRatio)} times`, met: loadRatio >= 2.5 },
      {
        says: `memory flat over ${whole(done.ours)} requests: ${figure(growth)} MiB more`,
        met: growth < before.ours * 0.1,
      },
    ],
    headlines: [
      {
        what: 'Mock: start to first answer',
        ours: `${figure(median(startTimes.ours))} ms`,
        others: `prism mock ${figure(median(startTimes.prism))}`,
      },
      {
        what: 'Mock: requests per second',
        ours: figure(median(perSecond('ours'))),
        others: `prism mock ${figure(median(perSecond('prism')))}`,
      },
      {
        what: 'Mock: 99th percentile',
        ours: `${figure(p99('ours'))} ms`,
        others: `prism mock ${figure(p99('prism'))}`,
      },
      {
        what: `Mock: memory, before and after ${whole(done.ours)} requests`,
        ours: memory('ours'),
        others: `prism mock ${memory('prism')}`,
      },
    ],
  };
}
