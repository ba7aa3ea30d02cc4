import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { redocly } from '../../scripts/redocly.js';
import { login, registerUser } from '../../src/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { startCommand } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';
import { startForTest } from '../support/mock.js';
import { codeBlocks, section } from '../support/readme.js';
import { changedSpec } from '../support/spec.js';

const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

/** Makes `expiresIn` a string, in the schema and in the example. */
function changed({ components }: typeof contract): void {
  Object.assign(components.schemas.SessionInfo.properties.expiresIn, { type: 'string', format: undefined });
  Object.assign(components.examples.LoginResponseWithPassword.value.data.sessionInfo, { expiresIn: '1800' });
}

/** Sends every example to a mock through `redocly proxy`, and returns its output and that of `redocly drift` for the recording. */
async function record(mock: { readonly url: string }) {
  const har = join(temporaryFolder(onTestFinished), 'traffic.har');
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
  const drift = await redocly('drift', har, '--api', 'generated/openapi.yaml', '--match-mode', 'basepath');
  return { live: proxy.output(), drift };
}

test.each([
  ['nothing for a service that keeps the contract', undefined, 'No findings.', 0],
  ['what differs in another service', changed, 'Response field "data.sessionInfo.expiresIn" must be integer.', 1],
])('redocly proxy and redocly drift report %s', async (_, change, finding, exitCode) => {
  const { live, drift } = await record(await startForTest(change ? { spec: changedSpec(change) } : {}));

  expect(live).toMatch(/Captured \d\d exchange/);
  expect(live).toContain(finding);
  expect(drift.stdout).toContain(finding);
  expect(drift.stdout).toContain('undocumented=0');
  expect(drift.code).toBe(exitCode);
});
