import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { examples } from '../../src/examples.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { type RunningCommand, startCommand } from '../support/command.js';
import { installed } from '../support/installed.js';
import { pack } from '../support/packed.js';
import { codeBlocks, readmeFiles, readmeSection } from '../support/readme.js';
import { run, succeed } from '../support/run.js';
import { startChromium } from './chromium.js';

const own = JSON.parse(readFileSync(new URL('app/package.json', import.meta.url), 'utf8'));

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

/** Makes the app by the template that the README names, where its packages are. */
async function makeApp(app: string): Promise<void> {
  const made = join(app, 'made');
  const template = ['--template', 'react-ts', '--no-interactive'];
  rmSync(made, { recursive: true, force: true });
  await succeed('node', [join(app, 'node_modules/create-vite/index.js'), 'made', ...template], app);
  cpSync(made, app, { recursive: true });
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
    await makeApp(app);
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

  test('is made by the command of the README, from packages of the majors that it names', () => {
    const [commands = ''] = codeBlocks(readmeSection('A login form in React'), 'sh');
    expect(commands).toContain('vite@9 my-app -- --template react-ts --no-interactive');
    for (const [, name = '', major = ''] of `${commands}`.matchAll(/(\S+)@(\d+)/g))
      expect(own.dependencies[name === 'vite' ? 'create-vite' : name]).toMatch(new RegExp(`^${major}\\.`));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
    const { oxlint: _, ...used } = { ...dependencies, ...devDependencies };
    expect(Object.keys(own.dependencies)).toEqual(expect.arrayContaining(Object.keys(used)));
  });

  test("compiles with the template's own settings, and builds", async () => {
    expect(await run(join(app, 'node_modules/.bin/tsc'), ['-b'], app)).toMatchObject({ code: 0, stdout: '' });
    await succeed('node', [join(app, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], app);
  });

  test('compiles with the route in place of the client', async () => {
    const text = readFileSync(join(app, 'src/App.tsx'), 'utf8');
    const [, logIn = ''] = codeBlocks(readmeSection('A route on a server'), 'ts');
    // As the compiler asks, what is no longer used goes from the imports.
    const changed = text
      .replace(/const auth = .*\nconst logIn = .*\n/, logIn)
      .replace(/ createKooDriveAuthClient,| unwrap,/g, '');
    expect(changed).toContain("fetch('/login'");
    writeFileSync(join(app, 'src/App.tsx'), changed);
    try {
      expect(await run(join(app, 'node_modules/.bin/tsc'), ['-b'], app)).toMatchObject({ code: 0, stdout: '' });
    } finally {
      writeFileSync(join(app, 'src/App.tsx'), text);
    }
  });

  test('has words at the fields, and for one variant only', async () => {
    const page = await open();
    const filled = page.getByText('Please fill this in');
    await page.getByRole('button', { name: 'Log in' }).click();
    await filled.nth(1).waitFor();
    await page.getByLabel('Account').fill('me');
    await page.getByLabel('Log in with').selectOption('Code');
    await page.getByLabel('Code token').waitFor();
    expect(await filled.count()).toBe(0);

    await page.getByRole('button', { name: 'Log in' }).click();
    await filled.waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('takes its words back when something is typed', async () => {
    const page = await open();
    await logIn(page, numberOf('wrongPassword'));
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill('');

    await page.getByText('Please fill this in').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('logs in both ways', async () => {
    const page = await open();
    await logIn(page, 'me');
    await page
      .getByRole('status')
      .getByText(/^Logged in as \d+$/)
      .waitFor();

    await page.reload();
    await page.getByLabel('Account').fill('me');
    await page.getByLabel('Log in with').selectOption('Code');
    await page.getByLabel('Code token').fill('dasdq234312313dasdsadsd');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page
      .getByRole('status')
      .getByText(/^Logged in as \d+$/)
      .waitFor();
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

    await page.getByRole('alert').getByText('Your session has ended').waitFor({ timeout: 10_000 });
    await logIn(page, 'me');
    await page.getByRole('status').waitFor();
  });

  test("passes the README's test of Playwright", async () => {
    const port = await freePort();
    const mockPort = await freePort();
    const ports = {
      ...{ '4010': mockPort, 'npx koodrive-auth-mock': `npx koodrive-auth-mock --port ${mockPort}` },
      ...{ '5173': port, 'npx vite': `npx vite --port ${port}` },
    };
    for (const name of ['vite.config.ts', 'playwright.config.ts', 'login.e2e.ts', 'login.test.ts'])
      paste(app, name, ports);
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
