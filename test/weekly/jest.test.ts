import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { install } from '../support/packed.js';
import { run } from '../support/run.js';

const shared = `
import { createKooDriveAuthClient, servers } from 'koodrive-auth-contract';
import { login } from 'koodrive-auth-contract/examples';
const request = login.requests.withPassword;
const logIn = (options) => createKooDriveAuthClient({ agentName: 'jest', ...options }).login(request);`;
const tests = `${shared}
import { startMock } from 'koodrive-auth-contract/mock';
import { loginRequest } from 'koodrive-auth-contract/schemas';
test('client, schemas and examples', async () => {
  const { body } = login.responses.withPassword;
  const fetch = async () => ({ status: 200, text: async () => JSON.stringify(body) });
  const validate = { loginRequest };
  expect(await logIn({ baseUrl: servers.international, fetch, validate })).toMatchObject({ ok: true, data: body.data });
});
test('mock', async () => {
  const mock = await startMock();
  const { status } = await logIn({ baseUrl: mock.url });
  await mock.close();
  expect(status).toBe(200);
});`;
const handlers = `${shared}
import { handlers } from 'koodrive-auth-contract/msw';
import { setupServer } from 'msw/node';
test('handlers', async () => {
  const server = setupServer(...handlers());
  server.listen({ onUnhandledRequest: 'error' });
  expect(await logIn({ baseUrl: servers.international })).toMatchObject({ ok: true });
  server.close();
});`;
const asCommonJs = (code: string) => code.replaceAll(/^import (.+) from '(.+)';$/gm, "const $1 = require('$2');");

const versions = ['29.7.0', '30.5.2'];
const packagesOf = (version: string) =>
  installed({ jest: version, 'jest-environment-jsdom': version, 'jest-fixed-jsdom': '0.0.11' });

const app = temporaryFolder();
beforeAll(async () => {
  await Promise.all([install(app, 'msw'), ...versions.map(packagesOf)]);
  writeInto(app, 'package.json', {});
  writeInto(app, 'esm.test.mjs', tests);
  writeInto(app, 'commonjs.test.cjs', asCommonJs(tests));
  writeInto(app, 'handlers.test.mjs', handlers);
}, 300_000);

/** Runs test files in a version and an environment of Jest. Returns how many tests pass, and the messages of failures. */
async function jest(version: string, environment: string, ...files: string[]) {
  const packages = await packagesOf(version);
  const config = {
    testEnvironment: join(packages, 'node_modules', environment),
    testMatch: files.map((file) => `**/${file}`),
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'json'],
    transform: {},
  };
  const cli = join(packages, 'node_modules/jest/bin/jest.js');
  const options = ['--rootDir', app, '--runInBand', '--json', '--config', JSON.stringify(config)];
  const { stdout } = await run(process.execPath, ['--experimental-vm-modules', cli, ...options], app);
  const { numPassedTests, testResults } = JSON.parse(stdout) as {
    numPassedTests: number;
    testResults: { assertionResults: { failureMessages: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return { passed: numPassedTests, failures: results.flatMap(({ failureMessages }) => failureMessages) };
}

const lacks = expect.stringContaining(
  'TypeError: The mock needs structuredClone and TextDecoder, which this environment lacks: in Jest, ',
);
describe.each(versions)('Jest %s', (version) => {
  it('runs the package in the environment of Node, as ESM and as CommonJS, and the handlers of MSW as ESM', async () => {
    const files = ['esm.test.mjs', 'commonjs.test.cjs', 'handlers.test.mjs'];
    expect(await jest(version, 'jest-environment-node', ...files)).toEqual({ passed: 5, failures: [] });
  });

  it('runs client, schemas and examples in jsdom. The mock names what jsdom lacks.', async () => {
    const files = ['esm.test.mjs', 'commonjs.test.cjs'];
    expect(await jest(version, 'jest-environment-jsdom', ...files)).toEqual({ passed: 2, failures: [lacks, lacks] });
  });

  it('runs the package and the handlers of MSW in jest-fixed-jsdom', async () => {
    const files = ['esm.test.mjs', 'handlers.test.mjs'];
    expect(await jest(version, 'jest-fixed-jsdom', ...files)).toEqual({ passed: 3, failures: [] });
  });
});
