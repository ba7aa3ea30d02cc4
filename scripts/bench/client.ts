import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { login } from '../../generated/examples.js';
import { bytesOf, load } from './bundle.js';
import type { Connection, Login } from './contenders/client/login.js';
import { type Batch, difference, type Laps, median, race, ratio } from './measure.js';
import { figure, type Result, type Row } from './report.js';
import { versionOf } from './workspace.js';

/** What is sent over, beside the client itself: the file in contenders/client of each. */
const peers = ['openapi-fetch', 'ky', 'ofetch', 'axios', 'hey-api'] as const;
const contenders = ['bare', 'hand-written', 'koodrive-auth-contract', ...peers] as const;
type Contender = (typeof contenders)[number];

const packages: Partial<Record<Contender, string>> = { 'hey-api': '@hey-api/openapi-ts' };
const us = 'koodrive-auth-contract';

/** The name of a contender for the table, with its version where it has one. */
const title = async (name: Contender): Promise<string> => {
  if (name === 'bare') return 'fetch, bare';
  if (name === 'hand-written') return 'fetch, hand-written';
  if (name === us) return us;
  return `${packages[name] ?? name} ${await versionOf(packages[name] ?? name)}`;
};

const code = (name: Contender) => `export { createLogin } from './client/${name}.ts';`;
const answer = JSON.stringify(login.responses.withPassword.body);
const token = login.responses.withPassword.body.data.sessionInfo.accessToken;

/** Time per call, without a network and over loopback, and size. */
export async function benchClient(): Promise<Result> {
  const clients = new Map<Contender, (connection: Connection) => Login>();
  for (const name of contenders) {
    clients.set(name, (await load<{ createLogin: (connection: Connection) => Login }>(name, code(name))).createLogin);
  }
  const batches = async (connection: Connection) => {
    const entries = [...clients].map(([name, create]) => [name, calls(create(connection))] as const);
    for (const [, batch] of entries) await batch(1);
    return Object.fromEntries(entries) as Record<Contender, Batch>;
  };

  const injected = async () => new Response(answer, { headers: { 'content-type': 'application/json' } });
  const alone = await race(await batches({ baseUrl: 'http://127.0.0.1', fetch: injected }), {
    rounds: 201,
    roundMs: 8,
    clock: 'processor',
  });
  const server = await startBareServer();
  const loopback = await race(await batches({ baseUrl: server.url }), { rounds: 101, roundMs: 40, clock: 'processor' });
  server.end();

  const sizes = new Map<Contender, number>();
  for (const name of contenders) sizes.set(name, await bytesOf(code(name)));
  const rows: Row[] = [];
  for (const name of contenders) {
    rows.push({
      client: await title(name),
      'injected fetch, µs': median(alone[name]) / 1000,
      'added, µs': difference(alone[name], alone.bare) / 1000,
      'loopback, µs': median(loopback[name]) / 1000,
      'added there, µs': difference(loopback[name], loopback.bare) / 1000,
      'ratio there to hand-written': ratio(loopback[name], loopback['hand-written']),
      'bytes, min + Brotli': sizes.get(name) ?? Number.NaN,
    });
  }
  const added = (laps: Laps<Contender>, name: Contender) => difference(laps[name], laps.bare) / 1000;
  const size = (name: Contender) => sizes.get(name) ?? Number.NaN;
  const toHand = ratio(alone[us], alone['hand-written']);
  return {
    part: 'client',
    method:
      'One login after another: same headers, a new trace id, a limit of 10 s, no retry, no redirect, the envelope’s code looked at. ' +
      '"Added" is the median, over the rounds, of the difference to bare fetch in the same round.',
    tables: [{ title: 'Time per call, and size', rows }],
    goals: [
      { says: `not slower than the hand-written call, injected fetch: ${figure(toHand)} times`, met: toHand <= 1 },
      ...peers.map((name) => {
        const times = ratio(alone[us], alone[name]);
        return { says: `faster than ${name}, injected fetch: ${figure(times)} times`, met: times < 1 };
      }),
      ...peers.map((name) => {
        const times = ratio(loopback[us], loopback[name]);
        return { says: `faster than ${name}, loopback: ${figure(times)} times`, met: times < 1 };
      }),
    ],
    headlines: [
      {
        what: 'Time that the client adds to a bare `fetch`',
        ours: `${figure(added(alone, us), 2)} µs`,
        others: (['hand-written', ...peers] as const)
          .map((name) => `${name} ${figure(added(alone, name), 2)}`)
          .join(', '),
      },
      {
        what: 'Size of the client, minified, with Brotli',
        ours: `${figure(size(us))} B`,
        others: peers.map((name) => `${name} ${figure(size(name))}`).join(', '),
      },
    ],
  };
}

/** Calls that follow each other, and fail where the answer is not the one that was sent. */
const calls =
  (send: Login): Batch =>
  async (count) => {
    const { account, authType, password } = login.requests.withPassword;
    for (let done = 0; done < count; done++) {
      const data = await send({ account, authType, password });
      if (data.sessionInfo.accessToken !== token) throw new Error('a client returned something else than the answer');
    }
  };

/** A server in a process of its own that gives the published answer to everything. */
async function startBareServer(): Promise<{ url: string; end(): void }> {
  const source = `
    const answer = ${JSON.stringify(answer)};
    require('node:http').createServer((request, response) => {
      request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer));
    }).listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port)); });`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port}`, end: () => child.kill() };
}
