import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { sharedMock } from '../support/mock.js';
import { install } from '../support/packed.js';
import { succeed } from '../support/run.js';

/** The bundler of React Native 0.86, its preset for Babel, and its `fetch`, which uses XMLHttpRequest. */
const reactNative = {
  '@babel/core': '7.29.13',
  '@react-native/babel-preset': '0.86.3',
  '@react-native/metro-babel-transformer': '0.86.3',
  metro: '0.84.6',
  'whatwg-fetch': '3.6.20',
};

const app = `
import 'whatwg-fetch';
import { createKooDriveAuthClient } from 'koodrive-auth-contract';
import * as validate from 'koodrive-auth-contract/schemas';
globalThis.login = async (baseUrl, request, options) => {
  const auth = createKooDriveAuthClient({ baseUrl, agentName: 'react-native', validate });
  const { ok, status, traceId, data, error } = await auth.login(request, options);
  return JSON.stringify({ ok, status, traceId, data, kind: error?.kind });
};`;

const clean = temporaryFolder();
let code: string;
const mock = sharedMock({ publishedTimes: true });
let XMLHttpRequest: unknown;
beforeAll(async () => {
  const packages = join(await installed({ ...reactNative, xhr2: '0.2.1' }), 'node_modules');
  XMLHttpRequest = createRequire(join(packages, 'x'))('xhr2');
  await install(clean);
  writeInto(clean, 'package.json', { name: 'app', version: '1.0.0' });
  writeInto(clean, 'app/index.js', app);
  const settings = {
    projectRoot: clean,
    watchFolders: [packages],
    resolver: { nodeModulesPaths: [packages], useWatchman: false },
    transformer: { babelTransformerPath: join(packages, '@react-native/metro-babel-transformer') },
    cacheStores: [],
    maxWorkers: 1,
  };
  const build = `const Metro = require(${JSON.stringify(join(packages, 'metro'))});
    const settings = { ...${JSON.stringify(settings)}, reporter: { update() {} } };
    Metro.loadConfig({ cwd: ${JSON.stringify(clean)} }, settings).then((config) =>
      Metro.runBuild(config, { entry: 'app/index.js', out: 'app.js', platform: 'ios', dev: false, minify: true }));`;
  await succeed(writeInto(clean, 'build.cjs', build), [], clean);
  code = readFileSync(join(clean, 'app.js'), 'utf8');
}, 180_000);

/** Runs the app with the globals of React Native, which has no streams, TextDecoder or structuredClone. */
function start(): Context {
  const random = { getRandomValues: (array: Uint8Array) => crypto.getRandomValues(array) };
  const platform = { setTimeout, clearTimeout, URL, AbortController, ArrayBuffer, Uint8Array, XMLHttpRequest };
  const context = createContext({ ...platform, crypto: random, request, baseUrl: mock.url });
  runInContext(code, context);
  expect(runInContext('typeof TextDecoder + typeof ReadableStream', context)).toBe('undefinedundefined');
  return context;
}
const request = examples.login.requests.withPassword;
const login = async (context: Context, call: string) => JSON.parse(await runInContext(call, context));

it('a bundle of Metro logs in over XMLHttpRequest', async () => {
  const context = start();
  expect(await login(context, 'login(baseUrl, request)')).toEqual({
    ok: true,
    status: 200,
    traceId: expect.stringMatching(/^\w{58}$/),
    data: examples.login.responses.withPassword.body.data,
  });
  const [account = ''] = examples.login.responses.wrongPassword.testNumbers;
  const refused = await login(context, `login(baseUrl, { ...request, account: '${account}' })`);
  expect(refused).toMatchObject({ ok: false, status: 400, kind: 'service' });
  expect(await login(context, "login('http://127.0.0.1:9', request)")).toMatchObject({ kind: 'network' });
  const late = await login(context, "login(baseUrl, request, { timeoutMs: 100, headers: { 'x-mock-delay': '900' } })");
  expect(late).toMatchObject({ ok: false, kind: 'timeout' });
});
