import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { installed } from '../../scripts/bench/packages.js';
import { examples } from '../../src/examples.js';
import { mockNumbers } from '../../src/mock/faults.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { type RunningCommand, startCommand } from '../support/command.js';
import { pack } from '../support/packed.js';
import { readmeFiles } from '../support/readme.js';
import { run, succeed } from '../support/run.js';
import { startChromium } from './chromium.js';

const here = fileURLToPath(new URL('app', import.meta.url));
const own = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

/** A port that was free a moment ago. */
const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)));
    });
  });

/** Puts a file of the README into the app, with other ports than the README's, on which other programs may listen. */
function paste(app: string, name: string, ports: Readonly<Record<string, string>>): void {
  const text = readmeFiles.get(name);
  if (text === undefined) throw new Error(`the README has no file ${name}`);
  const code = Object.entries(ports).reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
  mkdirSync(dirname(join(app, name)), { recursive: true });
  writeFileSync(join(app, name), code);
}

describe("The README's app in React", () => {
  let app: string;
  let mock: RunningMock;
  let browser: Browser;
  let server: RunningCommand;
  beforeAll(async () => {
    const { tarball } = await pack();
    app = await installed({ ...own.dependencies, 'koodrive-auth-contract': `file:${tarball}` });
    mock = await startMock();
    cpSync(here, app, { recursive: true, filter: (source) => !source.endsWith('package.json') });
    const ports = { '4010': new URL(mock.url).port };
    for (const name of ['vite.config.ts', 'src/words.ts', 'src/App.tsx']) paste(app, name, ports);
    const vite = [join(app, 'node_modules/vite/bin/vite.js'), app, '--host', '127.0.0.1', '--port', await freePort()];
    // On a host of CI it would paint the address.
    server = await startCommand(process.execPath, vite, { environment: { NO_COLOR: '1' } });
    browser = await startChromium();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    server?.child.kill();
    await mock?.close();
  });

  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(server.url);
    return page;
  };
  const logIn = async (page: Page, account: string): Promise<void> => {
    await page.getByLabel('Account').fill(account);
    await page.getByLabel('Password').fill('any');
    await page.getByRole('button', { name: 'Log in' }).click();
  };
  const numberOf = (key: keyof typeof examples.login.responses) => examples.login.responses[key].testNumbers[0] ?? '';
  const ownNumber = (wanted: string) => mockNumbers.find(({ name }) => name === wanted)?.number ?? '';

  test('compiles and builds', async () => {
    const compilerOptions = {
      ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], jsx: 'react-jsx' },
      ...{ strict: true, skipLibCheck: true, noEmit: true, types: [] },
    };
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src', 'vite.config.ts'] }));

    expect(await run('node_modules/typescript/bin/tsc', ['--project', app])).toMatchObject({ code: 0, stdout: '' });
    await succeed('node', [join(app, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], app);
  });

  test('shows the words of the schema at the field', async () => {
    const page = await open();
    await page.getByLabel('Account').fill('me');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('password is required').waitFor();

    await page.getByLabel('Log in with').selectOption('Code');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('captchaToken is required').waitFor();
    expect(await page.getByText('password is required').count()).toBe(0);
  });

  test('logs in both ways', async () => {
    const page = await open();
    await logIn(page, 'me');
    await page.getByRole('status').getByText('Logged in as firstname').waitFor();

    await page.reload();
    await page.getByLabel('Account').fill('me');
    await page.getByLabel('Log in with').selectOption('Code');
    await page.getByLabel('Code token').fill('dasdq234312313dasdsadsd');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('status').getByText('Logged in as firstname').waitFor();
  });

  test.each([
    [numberOf('wrongPassword'), `(${examples.login.responses.wrongPassword.body.code})`],
    [numberOf('rateLimited'), 'Too many tries'],
    [numberOf('badGateway'), 'not available'],
    [numberOf('unknownApi'), 'Ask for help with'],
    [ownNumber('proxyPage'), 'not available'],
    [ownNumber('successWithoutData'), 'Ask for help with'],
  ])('has words for the number %s', async (number, words) => {
    const page = await open();
    await logIn(page, number);

    await page.getByRole('alert').getByText(words).waitFor();
  });

  test('ends the session when its token ends', async () => {
    const page = await open();
    await logIn(page, ownNumber('shortSession'));
    await page.getByRole('status').waitFor();

    await page.getByLabel('Account').waitFor({ timeout: 10_000 });
  });

  test("passes the README's test of Playwright", async () => {
    const port = await freePort();
    const mockPort = await freePort();
    const ports = {
      ...{ '4010': mockPort, 'npx koodrive-auth-mock': `npx koodrive-auth-mock --port ${mockPort}` },
      ...{ '5173': port, 'npx vite': `npx vite --port ${port}` },
    };
    for (const name of ['vite.config.ts', 'playwright.config.ts', 'login.spec.ts']) paste(app, name, ports);
    // The system's browser and the port of the app, and nothing else of the setup, are ours.
    const launchOptions = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] };
    const config = `import config from './playwright.config.ts';
export default { ...config, use: { ...config.use, launchOptions: ${JSON.stringify(launchOptions)} } };\n`;
    writeFileSync(join(app, 'here.config.ts'), config);
    const cli = join(app, 'node_modules/@playwright/test/cli.js');
    const { stdout } = await run(cli, ['test', '--config', 'here.config.ts', '--reporter', 'json'], app);

    expect(JSON.parse(stdout)).toMatchObject({ stats: { expected: 1, unexpected: 0, skipped: 0 }, errors: [] });
  }, 120_000);
});
