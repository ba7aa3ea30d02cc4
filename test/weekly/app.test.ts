import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../src/examples.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { sharedChromium } from '../browser/chromium.js';
import { type RunningCommand, startCommand } from '../support/command.js';
import { installed } from '../support/installed.js';
import { listen } from '../support/listen.js';
import { pack } from '../support/packed.js';
import { codeBlocks, files, guides, section } from '../support/readme.js';
import { run, succeed } from '../support/run.js';

const dependencies = {
  '@playwright/test': '1.65.1',
  '@types/node': '24.19.2',
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
  '@vitejs/plugin-react': '6.3.0',
  '@vitejs/plugin-vue': '6.0.11',
  '@vue/tsconfig': '0.9.1',
  'create-vite': '9.3.0',
  react: '19.3.1',
  'react-dom': '19.3.1',
  typescript: '6.0.3',
  vite: '8.3.8',
  vue: '3.5.45',
  'vue-tsc': '3.3.14',
};
const { requests, responses } = examples.login;
const proxyPage = mockNumbers.find(({ name }) => name === 'proxyPage')?.number ?? '';

/** Returns a port that was free a moment ago. */
async function freePort(): Promise<string> {
  await using server = await listen(() => {});
  return `${server.port}`;
}

const logIn = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('Account').fill(account);
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Log in' }).click();
};

describe.each([
  { name: 'React', template: 'react-ts', plugin: 'react', form: 'src/App.tsx', compiler: 'tsc' },
  { name: 'Vue', template: 'vue-ts', plugin: 'vue', form: 'src/App.vue', compiler: 'vue-tsc' },
])('The form of the guides in $name', ({ name, template, plugin, form, compiler }) => {
  const browser = sharedChromium();
  let packages: string;
  let app: string;
  let mock: RunningMock;
  let server: RunningCommand;

  /** Writes a file of the guides into the app, with other ports: other programs may listen on theirs. */
  const paste = (file: string, replacements: Readonly<Record<string, string>> = {}): void => {
    const text = files.get(file);
    if (text === undefined) throw new Error(`The guides have no file ${file}`);
    const code = Object.entries(replacements).reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
    mkdirSync(dirname(join(app, file)), { recursive: true });
    writeFileSync(join(app, file), code);
  };
  const vite = () => join(packages, 'node_modules/vite/bin/vite.js');
  const compile = () => succeed(join(packages, 'node_modules/.bin', compiler), ['-b'], app);

  beforeAll(async () => {
    const { tarball } = await pack();
    packages = await installed({ ...dependencies, 'koodrive-auth-contract': `file:${tarball}` });
    app = join(packages, plugin);
    rmSync(app, { recursive: true, force: true });
    const create = [join(packages, 'node_modules/create-vite/index.js'), plugin];
    await succeed('node', [...create, '--template', template, '--no-interactive'], packages);
    mock = await startMock();
    paste('vite.config.ts', { '4010': new URL(mock.url).port, react: plugin });
    for (const file of ['src/words.ts', form]) paste(file);
    const address = ['--host', '127.0.0.1', '--port', await freePort()];
    server = await startCommand(process.execPath, [vite(), app, ...address]);
  }, 240_000);
  afterAll(async () => {
    server?.child.kill();
    await mock?.close();
  });

  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(server.url);
    return page;
  };

  test('is made by the command of the guides, compiles with the settings of the template, and builds', async () => {
    const [major] = dependencies['create-vite'].split('.');
    const command = `npm create --yes vite@${major} my-app -- --template ${template} --no-interactive`;
    expect(guides).toContain(command);
    await compile();
    await succeed('node', [vite(), 'build', '--logLevel', 'error'], app);
  });

  test('shows a hint at each empty field of the chosen action, and clears the password for a new user', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect.poll(() => page.getByText('Please fill this in.').count()).toBe(2);
    expect(await page.getByRole('alert').innerText()).toBe('Please check the marked fields.');
    expect(await page.getByLabel('Account').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Password').fill('a secret of the login');
    await page.getByLabel('Log in or register').selectOption('As a new user');
    expect(await page.getByLabel('Password').inputValue()).toBe('');
  });

  test('logs in both ways, and registers', async () => {
    for (const [title, button, body] of [
      ['With a password', 'Log in', requests.withPassword],
      ['With a verification code', 'Log in', requests.withCode],
      ['As a new user', 'Register', { ...examples.registerUser.requests.newUser, email: '' }],
    ] as const) {
      const page = await open();
      await page.getByLabel('Log in or register').selectOption(title);
      const { authType: _, ...fields }: Record<string, string> = body;
      for (const [field, text] of Object.entries(fields)) await page.locator(`[name=${field}]`).fill(text);
      await page.getByRole('button', { name: button }).click();
      const status = page.getByRole('status').getByText(/^Logged in as \d+$/);
      await status.waitFor();
    }
  });

  test('shows a message for a refusal, and for a response of a proxy', async () => {
    const { testNumbers, body } = responses.wrongPassword;
    const page = await open();
    await logIn(page, testNumbers[0]);
    await page.getByRole('alert').getByText(`(${body.code})`).waitFor();
    await logIn(page, proxyPage);
    await page.getByRole('alert').getByText('not available').waitFor();
  });

  if (name !== 'React') return;

  test('keeps a session to its end, although the clock of the device is wrong or the service sends no time', async () => {
    const page = await open();
    // Longer than the longest timer of a browser.
    const expiresIn = 365 * 86_400;
    const { body } = responses.withPassword;
    const sessionInfo = { ...body.data.sessionInfo, expiresIn, issuedAt: `${Date.now() - 3_600_000}` };
    const json = { ...body, data: { ...body.data, sessionInfo } };
    await page.route('**/auth/login', (route) => route.fulfill({ json }));
    await page.clock.install();
    await logIn(page, 'me');
    await page.getByRole('status').waitFor();
    await page.clock.fastForward(expiresIn * 900);
    await page.getByRole('status').waitFor();
    await page.clock.fastForward(expiresIn * 100);
    await page.getByRole('alert').getByText('Your session has ended').waitFor();
    sessionInfo.issuedAt = 'not a time';
    await logIn(page, 'me');
    await page.getByRole('status').waitFor();
  });

  test('compiles with the server route in place of the client', async () => {
    const isSend = (code: string) => code.includes("fetch('/login'");
    const send = codeBlocks(section('A route on your server'), 'ts').find(isSend) ?? '';
    const withRoute = files.get('src/words.ts')?.replace(/^[\s\S]*?\n}\n/, send);
    writeFileSync(join(app, 'src/words.ts'), withRoute?.replace(/^ {2}register: .*?^ {2}\} \},\n/ms, '') ?? '');
    await compile();
    paste('src/words.ts');
  });

  test('passes the Playwright test of the guides', async () => {
    const [port, mockPort] = [await freePort(), await freePort()];
    const mockCommand = 'npx koodrive-auth-mock';
    const ports = {
      ...{ '4010': mockPort, [mockCommand]: `${mockCommand} --port ${mockPort}` },
      ...{ '5173': port, 'npx vite': `npx vite --port ${port}` },
    };
    for (const file of ['vite.config.ts', 'playwright.config.ts', 'login.e2e.ts', 'login.test.ts']) paste(file, ports);
    // Only the browser is the system's.
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    const launchOptions = JSON.stringify({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const config = `import config from './playwright.config.ts';
export default { ...config, use: { ...config.use, launchOptions: ${launchOptions} } };\n`;
    writeFileSync(join(app, 'here.config.ts'), config);
    const cli = join(packages, 'node_modules/@playwright/test/cli.js');
    const { stdout } = await run(cli, ['test', '--config', 'here.config.ts', '--reporter', 'json'], app);
    expect(JSON.parse(stdout)).toMatchObject({ stats: { expected: 1, unexpected: 0, skipped: 0 }, errors: [] });
  }, 120_000);
});
