import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { installed } from '../support/installed.js';
import { run } from '../support/run.js';
import { answer, clientOf } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;
const refusal = examples.login.responses.invalidParameters;

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
type Exports = Record<string, Fetch> & { readonly ofetch: { readonly raw: Fetch } };

/** What an app passes to the client, by package and from its exports. */
const fetches: [title: string, name: string, from: (exports: Exports) => Fetch | undefined][] = [
  ['node-fetch 2', 'node-fetch-2', ({ default: fetch }) => fetch],
  ['node-fetch 3', 'node-fetch', ({ default: fetch }) => fetch],
  ['undici', 'undici', ({ fetch }) => fetch],
  ['cross-fetch', 'cross-fetch', ({ default: fetch }) => fetch],
  // ky and this use of ofetch throw for a status of 400 and above. ky has read the body by then.
  [
    'ky',
    'ky',
    ({ default: ky }) =>
      (url, init) =>
        ky?.(url, { ...init, retry: 0 }) as Promise<Response>,
  ],
  [
    'ofetch',
    'ofetch',
    ({ ofetch }) =>
      (url, init) =>
        ofetch.raw(url, { ...init, responseType: 'stream', retry: false }),
  ],
];

let folder: string;
beforeAll(async () => {
  folder = await installed(packages);
}, 120_000);

describe.each(fetches)('the client works with the fetch of %s', (_, name, from) => {
  let fetch: Fetch | undefined;
  beforeAll(async () => {
    fetch = from(await import(createRequire(join(folder, 'package.json')).resolve(name)));
  });
  const calling = (handler: Parameters<typeof clientOf>[0], timeoutMs = 5_000) =>
    clientOf(handler, { timeoutMs, ...(fetch && { fetch }) });

  it('for a success, sent as the contract has it', async () => {
    const { auth, seen } = await calling(answer(200, granted));
    const outcome = await auth.login(withPassword);
    expect(outcome).toMatchObject({ ok: true, data: granted.data, status: 200 });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(withPassword);
    expect(seen[0]?.request.headers).toMatchObject({ 'x-hw-agentname': 'my-carrier', 'x-traceid': outcome.traceId });
  });

  it('for a refusal whose text arrives in pieces, and for responses that are not of the contract', async () => {
    const msg = 'Überprüfung 登录失败 🙂';
    const bytes = Buffer.from(JSON.stringify({ ...refusal.body, msg }));
    // Inside the emoji, which takes four bytes.
    const middle = bytes.indexOf('🙂') + 2;
    const { auth } = await calling((_request, response) => {
      response.writeHead(refusal.status, { 'content-type': 'application/json; charset=utf-8' });
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    });
    expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'service', serviceMessage: msg } });
    for (const body of ['', '<html>', `"${'x'.repeat(2 ** 21)}"`]) {
      const { auth } = await calling(answer(502, body));
      expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-response', status: 502 } });
    }
  });

  it('for a timeout and a broken connection', async () => {
    const silent = await calling(() => {}, 100);
    expect(await silent.auth.login(withPassword)).toMatchObject({ error: { kind: 'timeout' } });
    const broken = await calling((request) => request.socket.resetAndDestroy());
    const outcome = await broken.auth.login(withPassword);
    expect(outcome).toMatchObject({ error: { kind: 'network', cause: { name: expect.any(String) } } });
    expect(JSON.stringify(outcome)).not.toContain(withPassword.password);
  });
});

it('The client accepts the types of each fetch, also with exactOptionalPropertyTypes', async () => {
  const options = join(import.meta.dirname, '../../src/client/options.js');
  const code = `
import nodeFetch from 'node-fetch';
import nodeFetch2 from 'node-fetch-2';
import { fetch as undiciFetch, ProxyAgent } from 'undici';
import type { ClientOptions } from ${JSON.stringify(options)};
type Fetch = NonNullable<ClientOptions['fetch']>;
export const fetches: Fetch[] = [globalThis.fetch, undiciFetch, nodeFetch, nodeFetch2];
export const wrappers: Fetch[] = [
  (url, init) => undiciFetch(url, { ...init, dispatcher: new ProxyAgent('http://127.0.0.1:1') }),
  (url, init) => globalThis.fetch(url, { ...init, keepalive: true }),
  (url, init) => nodeFetch2(url, { ...init, compress: false }),
  async (url: string, init: RequestInit) => globalThis.fetch(url, init),
];
`;
  writeFileSync(join(folder, 'fetches.mts'), code);
  const tsc = 'node_modules/typescript/lib/tsc.js';
  const flags = '--noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler'.split(
    ' ',
  );
  for (const more of [[], ['--exactOptionalPropertyTypes']])
    expect((await run(tsc, [...flags, ...more, join(folder, 'fetches.mts')])).stdout).toBe('');
}, 240_000);
