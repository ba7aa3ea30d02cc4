import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOddServer } from '../slow/runtimes/odd-server.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import type { Listening } from '../support/listen.js';
import { sharedMock } from '../support/mock.js';
import { install } from '../support/packed.js';
import { run } from '../support/run.js';

const packages = {
  'node-fetch': '3.3.2',
  'node-fetch-2': 'npm:node-fetch@2.7.0',
  '@types/node-fetch-2': 'npm:@types/node-fetch@2.6.8',
  undici: '7.30.2',
  ky: '2.1.0',
  'cross-fetch': '4.1.0',
  ofetch: '1.5.1',
};

type Fetch = (url: string, init: object) => Promise<Response>;
type Exports = Record<'default' | 'fetch', Fetch> & { readonly ofetch: { readonly raw: Fetch } };

const home = temporaryFolder();
const mock = sharedMock({ publishedTimes: true });
let odd: Listening;
let folder: string;
beforeAll(async () => {
  folder = await installed(packages);
  await install(home);
  cpSync(join(import.meta.dirname, '../slow/runtimes/probe.mjs'), join(home, 'probe.mjs'));
  odd = await startOddServer();
}, 120_000);
afterAll(() => odd.close());

it.each<[name: string, from: (exports: Exports) => Fetch]>([
  ['node-fetch-2', (exports) => exports.default],
  ['node-fetch', (exports) => exports.default],
  ['undici', (exports) => exports.fetch],
  ['cross-fetch', (exports) => exports.default],
  // ky and this use of ofetch throw for a status of 400 and above. ky has read the body by then.
  ['ky', (exports) => (url, init) => exports.default(url, { ...init, retry: 0 })],
  [
    'ofetch',
    ({ ofetch }) =>
      (url, init) =>
        ofetch.raw(url, { ...init, responseType: 'stream', retry: false }),
  ],
])('the client works with the fetch of %s', async (name, from) => {
  const fetch = from(await import(createRequire(join(folder, 'package.json')).resolve(name)));
  const { probe } = await import(pathToFileURL(join(home, 'probe.mjs')).href);
  expect(await probe(mock.url, odd.url, { fetch })).toEqual([]);
});

it('the client accepts the types of each fetch, also with exactOptionalPropertyTypes', async () => {
  const code = `
import nodeFetch from 'node-fetch';
import nodeFetch2 from 'node-fetch-2';
import { fetch as undiciFetch, ProxyAgent } from 'undici';
import type { ClientOptions } from ${JSON.stringify(join(import.meta.dirname, '../../src/client/options.js'))};
type Fetch = NonNullable<ClientOptions['fetch']>;
export const fetches: Fetch[] = [globalThis.fetch, undiciFetch, nodeFetch, nodeFetch2];
export const wrappers: Fetch[] = [
  (url, init) => undiciFetch(url, { ...init, dispatcher: new ProxyAgent('http://127.0.0.1:1') }),
  (url, init) => globalThis.fetch(url, { ...init, keepalive: true }),
  (url, init) => nodeFetch2(url, { ...init, compress: false }),
  async (url: string, init: RequestInit) => globalThis.fetch(url, init),
];
`;
  const file = writeInto(folder, 'fetches.mts', code);
  const flags = '--noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler';
  for (const more of [[], ['--exactOptionalPropertyTypes']])
    expect((await run('node_modules/typescript/lib/tsc.js', [...flags.split(' '), ...more, file])).stdout).toBe('');
}, 240_000);
