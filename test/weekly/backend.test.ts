import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { redocly } from '../../scripts/redocly.js';
import { login } from '../../src/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { startCommand } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';
import { startForTest } from '../support/mock.js';
import { codeBlocks, section } from '../support/readme.js';
import { changedSpec } from '../support/spec.js';

const recipes = codeBlocks(section('Check a real backend'), 'sh').join('');
const { withPassword } = login.requests;
const [wrongAccount] = login.responses.wrongPassword.testNumbers;

/** Returns the arguments of a command of Redocly in the guides, for a service at this URL. */
function argumentsOf(command: string, url: string): string[] {
  const [, version, rest = ''] = new RegExp(`@redocly/cli@(\\S+) redocly (${command} .*)`).exec(recipes) ?? [];
  expect(version).toBe(manifest.devDependencies['@redocly/cli']);
  const local = rest.replace('node_modules/koodrive-auth-contract/', '');
  return local.replace(/(--target |--server koodrive=)\S+/, `$1${url}`).split(' ');
}

test('The check of a backend passes against the mock, and fails when the backend refuses', async () => {
  const { url } = await startForTest();
  const [, inputs = ''] = /REDOCLY_CLI_RESPECT_INPUT='(.*)'/.exec(recipes) ?? [];
  const check = (account: string) => {
    vi.stubEnv('REDOCLY_CLI_RESPECT_INPUT', JSON.stringify({ ...JSON.parse(inputs), account }));
    return redocly(...argumentsOf('respect', url));
  };
  expect(await check(withPassword.account)).toMatchObject({ code: 0 });
  expect(await check(wrongAccount)).toMatchObject({ code: 1 });
}, 120_000);

test.each([
  ['nothing for a service that keeps the contract', undefined, 'No findings.'],
  ['what differs in another service', '1800', 'Response field "data.sessionInfo.expiresIn" must be integer.'],
])('The proxy reports %s, and records the traffic', async (_, expiresIn, finding) => {
  const spec = changedSpec(({ components }) => {
    if (!expiresIn) return;
    Object.assign(components.schemas.SessionInfo.properties.expiresIn, { type: 'string', format: undefined });
    Object.assign(components.examples.LoginResponseWithPassword.value.data.sessionInfo, { expiresIn });
  });
  const { url } = await startForTest({ spec });
  const har = join(temporaryFolder(onTestFinished), 'traffic.har');
  const args = argumentsOf('proxy', url).map((word) => word.replace('4040', '0').replace('traffic.har', har));
  const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
  vi.stubEnv('REDOCLY_TELEMETRY', 'off');
  const proxy = await startCommand(process.execPath, [cli, ...args]);
  try {
    const auth = createKooDriveAuthClient({ baseUrl: proxy.url, agentName: 'my-carrier' });
    expect((await auth.login(withPassword)).status).toBe(200);
    expect((await auth.login({ ...withPassword, account: wrongAccount })).status).toBe(400);
  } finally {
    proxy.child.kill('SIGINT');
    await proxy.ended;
  }
  expect(proxy.output()).toContain(finding);
  expect(JSON.parse(readFileSync(har, 'utf8')).log.entries).toHaveLength(2);
});
