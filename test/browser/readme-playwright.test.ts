import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { installed } from '../support/packages.js';
import { filesIn, readmeSection } from '../support/readme.js';
import { run } from '../support/run.js';

const packages = await installed({ '@playwright/test': '1.65.1' });
const folder = mkdtempSync(join(packages, 'readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A login form as an app of the README's reader might have one. */
const app = `
import { createServer } from 'node:http';
const page = \`<!doctype html><title>App</title><link rel="icon" href="data:,">
<form><label>Account <input name="account"></label><label>Password <input name="password" type="password"></label>
<button>Log in</button><p role="alert"></p></form>
<script>
document.forms[0].addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const response = await fetch('http://127.0.0.1:4010/koodrive/ose/v1/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-hw-agentName': 'my-carrier' },
    body: JSON.stringify({ ...fields, authType: '1' }),
  });
  const { code, msg } = await response.json();
  document.querySelector('[role=alert]').textContent = msg + ' (' + code + ')';
});
</script>\`;
createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(page)).listen(5173, '127.0.0.1');
`;

/** A port that was free a moment ago. */
const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)));
    });
  });

test('The README shows a setup of Playwright that works', async () => {
  const files = filesIn(readmeSection('Mock'));
  // Other programs may listen on the ports of the README.
  const [mockPort, appPort] = [await freePort(), await freePort()];
  const write = (name: string, text = '') =>
    writeFileSync(join(folder, name), text.replaceAll('4010', mockPort).replaceAll('5173', appPort));
  for (const name of ['playwright.config.ts', 'login.spec.ts']) write(name, files.get(name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "scripts": { "dev": "node app.js" } }');
  write('app.js', app);
  // What an installed package would put there.
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  const bin = join(folder, 'node_modules/.bin/koodrive-auth-mock');
  writeFileSync(bin, `#!/bin/sh\ncd "${process.cwd()}" && exec node --import tsx src/cli.ts "$@"\n`);
  chmodSync(bin, 0o755);
  // The system's browser, and nothing else of the setup, is ours.
  const options = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] };
  const here = `import config from './playwright.config.ts';
export default { ...config, use: { ...config.use, launchOptions: ${JSON.stringify(options)} } };\n`;
  writeFileSync(join(folder, 'here.config.ts'), here);
  const cli = join(packages, 'node_modules/@playwright/test/cli.js');
  const { stdout } = await run(cli, ['test', '--config', 'here.config.ts', '--reporter', 'json'], folder);

  expect(JSON.parse(stdout)).toMatchObject({ stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] });
});
