import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { redocly } from '../../scripts/redocly.js';
import { login, registerUser } from '../../src/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { changedSpec } from '../support/changed-spec.js';
import { startCommand } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';
import { startForTest } from '../support/mock.js';
import { codeBlocks, section } from '../support/readme.js';

const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
const api = 'generated/openapi.yaml';
const folder = temporaryFolder();

/**
 * Puts `redocly proxy` between an app and a mock, lets the app log in both ways, register and be refused, and stops the proxy as
 * Ctrl+C does. Resolves with what the proxy printed, and with what `redocly drift` makes of its recording.
 */
async function record(name: string, spec?: string) {
  const har = join(folder, `${name}.har`);
  const mock = await startForTest(spec ? { spec } : {});
  const [, command = ''] = codeBlocks(section('Check a real backend'), 'sh');
  expect(command).toContain(`@redocly/cli@${manifest.devDependencies['@redocly/cli']} redocly proxy `);
  const options = command
    .trim()
    .replace(/^.* redocly proxy /, '')
    .replace(/(?<=--target )\S+/, mock.url)
    .replace('node_modules/koodrive-auth-contract/', '')
    .replace('--port 4040', '--port 0')
    .replace('traffic.har', har);
  const proxy = await startCommand(process.execPath, [cli, 'proxy', ...options.split(' ')], {
    environment: { REDOCLY_TELEMETRY: 'off' },
  });
  try {
    const auth = createKooDriveAuthClient({ baseUrl: proxy.url, agentName: 'my-carrier' });
    for (const body of Object.values(login.requests)) expect((await auth.login(body)).status).toBe(200);
    expect((await auth.registerUser(registerUser.requests.newUser)).status).toBe(200);
    for (const { status, testNumbers } of Object.values(login.responses))
      for (const account of testNumbers)
        expect((await auth.login({ ...login.requests.withPassword, account })).status).toBe(status);
  } finally {
    proxy.child.kill('SIGINT');
    await proxy.ended;
  }
  const drift = await redocly('drift', har, '--api', api, '--match-mode', 'basepath');
  return { live: proxy.output(), drift };
}

describe('traffic of an app, recorded by redocly proxy', () => {
  it('shows nothing that differs from the contract when the service keeps it, while it is recorded and later', async () => {
    const { live, drift } = await record('good');
    expect(live).toMatch(/Captured \d\d exchange/);
    expect(live).toContain('No findings.');
    expect(drift.stdout).toContain('undocumented=0');
    expect(drift.stdout).toContain('No findings.');
    expect(drift.code).toBe(0);
  });

  it('shows what differs when the service does not, while it is recorded and later', async () => {
    const spec = changedSpec(({ components }) => {
      Object.assign(components.schemas.SessionInfo.properties.expiresIn, { type: 'string', format: undefined });
      Object.assign(components.examples.LoginResponseWithPassword.value.data.sessionInfo, { expiresIn: '1800' });
    });
    const { live, drift } = await record('changed', spec);
    for (const text of [live, drift.stdout])
      expect(text).toContain('Response field "data.sessionInfo.expiresIn" must be integer.');
    expect(drift.code).toBe(1);
  });
});
