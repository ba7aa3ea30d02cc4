import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import { startOddServer } from '../slow/runtimes/odd-server.js';
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
import { probe } from './probe.mjs';
globalThis.run = async (mock, odd) => JSON.stringify(await probe(mock, odd));`;

const clean = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });

/** Bundles the app with Metro and returns its code. */
async function bundle(packages: string): Promise<string> {
  await install(clean);
  writeInto(clean, 'package.json', { name: 'app', version: '1.0.0' });
  writeInto(clean, 'app/index.js', app);
  cpSync(join(import.meta.dirname, '../slow/runtimes/probe.mjs'), join(clean, 'app/probe.mjs'));
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
  return readFileSync(join(clean, 'app.js'), 'utf8');
}

it('The client runs in a bundle of Metro over XMLHttpRequest, without streams, TextDecoder and structuredClone', async () => {
  const packages = join(await installed({ ...reactNative, xhr2: '0.2.1' }), 'node_modules');
  const odd = await startOddServer();
  onTestFinished(odd.close);
  const XMLHttpRequest = createRequire(join(packages, 'x'))('xhr2');
  // Without a Blob, whatwg-fetch would take each byte for a character.
  Object.defineProperty(XMLHttpRequest.prototype, 'responseType', { get: () => 'text', set: () => {} });
  const random = { getRandomValues: (array: Uint8Array) => crypto.getRandomValues(array) };
  const platform = { setTimeout, clearTimeout, URL, AbortController, ArrayBuffer, Uint8Array, XMLHttpRequest };
  const context = createContext({ ...platform, crypto: random });
  runInContext(await bundle(packages), context);
  // XMLHttpRequest follows every redirect. This one leads to a broken connection.
  const expected = ['a redirect is not followed'];
  expect(JSON.parse(await runInContext(`run('${mock.url}', '${odd.url}')`, context))).toEqual(expected);
}, 180_000);
