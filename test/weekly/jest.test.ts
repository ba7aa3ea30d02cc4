import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { install } from '../support/packed.js';
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

const clean = temporaryFolder();
beforeAll(async () => {
  await Promise.all([install(clean, 'msw'), ...versions.map(provide)]);
  writeInto(clean, 'package.json', {});
  writeInto(clean, 'esm.test.mjs', tests);
  writeInto(clean, 'commonjs.test.cjs', asCommonJs(tests));
  writeInto(clean, 'handlers.test.mjs', handlers);
}, 300_000);

/** Runs a version of Jest in an environment, and answers with the tests of each file and what went wrong with them. */
async function jest(version: string, environment: string, ...files: string[]) {
  const packages = await provide(version);
  const config = {
    testEnvironment: join(packages, 'node_modules', environment),
    testMatch: files.map((file) => `**/${file}`),
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'json'],
    transform: {},
  };
  const cli = join(packages, 'node_modules/jest/bin/jest.js');
  const options = ['--rootDir', clean, '--runInBand', '--json', '--config', JSON.stringify(config)];
  const { stdout } = await run(process.execPath, ['--experimental-vm-modules', cli, ...options], clean);
  const { testResults }: { testResults: FileResult[] } = JSON.parse(stdout);
  const results = testResults.map(({ name, message, assertionResults }) => [
    basename(name),
    assertionResults.length === 0
      ? message
      : Object.fromEntries(assertionResults.map(({ title, failureMessages }) => [title, failureMessages.join()])),
  ]);
  return Object.fromEntries(results);
}

interface FileResult {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly title: string; readonly failureMessages: readonly string[] }[];
}

const passed = { 'client and examples': '', schemas: '', mock: '' };

describe.each(versions)('Jest %s', (version) => {
  it('passes as ESM and as CommonJS where the environment is Node, and runs the handlers of MSW as ESM', async () => {
    const files = ['esm.test.mjs', 'commonjs.test.cjs', 'handlers.test.mjs'];
    expect(await jest(version, 'jest-environment-node', ...files)).toEqual({
      'esm.test.mjs': passed,
      'commonjs.test.cjs': passed,
      'handlers.test.mjs': { handlers: '' },
    });
  });

  it('passes as both in jsdom but for the mock, which names what jsdom lacks', async () => {
    const missing =
      /^TypeError: The mock needs structuredClone and TextDecoder, which this environment lacks: in Jest, /;
    const found = { ...passed, mock: expect.stringMatching(missing) };
    expect(await jest(version, 'jest-environment-jsdom', 'esm.test.mjs', 'commonjs.test.cjs')).toEqual({
      'esm.test.mjs': found,
      'commonjs.test.cjs': found,
    });
  });
});

it('runs all of it in jsdom that jest-fixed-jsdom has completed', async () => {
  expect(await jest('30.5.2', 'jest-fixed-jsdom', 'esm.test.mjs', 'handlers.test.mjs')).toEqual({
    'esm.test.mjs': passed,
    'handlers.test.mjs': { handlers: '' },
  });
});
