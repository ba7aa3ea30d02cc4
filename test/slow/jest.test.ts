import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../scripts/bench/packages.js';
import { install, pack } from '../support/packed.js';
import { run } from '../support/run.js';

/** What an app's tests may do with the package, each a test of Jest. */
const tests = `
import { createKooDriveAuthClient, servers } from 'koodrive-auth-contract';
import { login } from 'koodrive-auth-contract/examples';
import { startMock } from 'koodrive-auth-contract/mock';
import { loginRequest } from 'koodrive-auth-contract/schemas';
const request = login.requests.withPassword;
test('client and examples', async () => {
  const { status, body } = login.responses.withPassword;
  const fetch = async () => ({ status, text: async () => JSON.stringify(body) });
  const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'jest', fetch });
  expect(await auth.login(request)).toMatchObject({ ok: true, data: body.data });
});
test('schemas', () => {
  expect(loginRequest['~standard'].validate(request).issues).toBeUndefined();
  expect(loginRequest['~standard'].validate({}).issues).not.toHaveLength(0);
});
test('mock', async () => {
  const mock = await startMock();
  const { status } = await createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'jest' }).login(request);
  await mock.close();
  expect(status).toBe(200);
});`;
const handlers = `
import { createKooDriveAuthClient, servers } from 'koodrive-auth-contract';
import { login } from 'koodrive-auth-contract/examples';
import { handlers } from 'koodrive-auth-contract/msw';
import { setupServer } from 'msw/node';
test('handlers', async () => {
  const server = setupServer(...handlers());
  server.listen({ onUnhandledRequest: 'error' });
  const auth = createKooDriveAuthClient({ baseUrl: servers.international, agentName: 'jest' });
  expect(await auth.login(login.requests.withPassword)).toMatchObject({ ok: true });
  server.close();
});`;
const asCommonJs = (code: string) => code.replaceAll(/^import (.+) from '(.+)';$/gm, "const $1 = require('$2');");

const versions = ['29.7.0', '30.5.2'];
const provide = (version: string) =>
  installed({ jest: version, 'jest-environment-jsdom': version, 'jest-fixed-jsdom': '0.0.11' });

let clean: string;
beforeAll(async () => {
  const [packed] = await Promise.all([pack(), ...versions.map(provide)]);
  clean = await install(packed, ['msw']);
  await writeFile(join(clean, 'package.json'), '{}');
  await writeFile(join(clean, 'esm.test.mjs'), tests);
  await writeFile(join(clean, 'commonjs.test.cjs'), asCommonJs(tests));
  await writeFile(join(clean, 'handlers.test.mjs'), handlers);
}, 300_000);
afterAll(() => rm(clean, { recursive: true }));

/** Runs a version of Jest in an environment, and answers with each test and what went wrong with it. */
async function jest(version: string, environment: string, file: string): Promise<Record<string, string>> {
  const packages = await provide(version);
  const config = {
    testEnvironment: join(packages, 'node_modules', environment),
    testMatch: [`**/${file}`],
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'json'],
    transform: {},
  };
  const cli = join(packages, 'node_modules/jest/bin/jest.js');
  const options = ['--rootDir', clean, '--json', '--config', JSON.stringify(config)];
  const { stdout } = await run(process.execPath, ['--experimental-vm-modules', cli, ...options], clean);
  const { testResults } = JSON.parse(stdout) as { testResults: { message: string; assertionResults: Assertion[] }[] };
  const all = testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length > 0 ? assertionResults : [{ title: 'none', failureMessages: [message] }],
  );
  return Object.fromEntries(all.map(({ title, failureMessages }) => [title, failureMessages.join()]));
}

interface Assertion {
  readonly title: string;
  readonly failureMessages: readonly string[];
}

const passed = { 'client and examples': '', schemas: '', mock: '' };

describe.each(versions)('Jest %s', (version) => {
  describe.each(['esm.test.mjs', 'commonjs.test.cjs'])('%s', (file) => {
    it('passes where the environment is Node', async () => {
      expect(await jest(version, 'jest-environment-node', file)).toEqual(passed);
    });

    it('passes in jsdom but for the mock, which names what jsdom lacks', async () => {
      const found = await jest(version, 'jest-environment-jsdom', file);
      const missing =
        /^TypeError: The mock needs structuredClone and TextDecoder, which this environment lacks: in Jest, /;
      expect(found).toEqual({ ...passed, mock: expect.stringMatching(missing) });
    });
  });

  it('runs the handlers of MSW as ESM where the environment is Node', async () => {
    expect(await jest(version, 'jest-environment-node', 'handlers.test.mjs')).toEqual({ handlers: '' });
  });
});

it('runs all of it in jsdom that jest-fixed-jsdom has completed', async () => {
  expect(await jest('30.5.2', 'jest-fixed-jsdom', 'esm.test.mjs')).toEqual(passed);
  expect(await jest('30.5.2', 'jest-fixed-jsdom', 'handlers.test.mjs')).toEqual({ handlers: '' });
});
