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

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What is given to the client, from what the package exports. */
const fetches: Record<string, (load: (name: string) => Promise<Record<string, unknown>>) => Promise<unknown>> = {
  'node-fetch 2': async (load) => (await load('node-fetch-2'))['default'],
  'node-fetch 3': async (load) => (await load('node-fetch'))['default'],
  undici: async (load) => (await load('undici'))['fetch'],
  // Both throw for a status of 400 and above. ky has read the body by then.
  ky: async (load) => {
    const ky = (await load('ky'))['default'] as (url: string, options: object) => unknown;
    return (url: string, init: object) => ky(url, { ...init, retry: 0 });
  },
  'ofetch.raw that throws': async (load) => {
    const ofetch = (await load('ofetch'))['ofetch'] as { raw: (url: string, options: object) => unknown };
    return (url: string, init: object) => ofetch.raw(url, { ...init, responseType: 'stream', retry: false });
  },
  'cross-fetch': async (load) => (await load('cross-fetch'))['default'],
  // With its options that leave the body and the status to the caller.
  'ofetch.raw': async (load) => {
    const ofetch = (await load('ofetch'))['ofetch'] as { raw: (url: string, options: object) => unknown };
    return (url: string, init: object) =>
      ofetch.raw(url, { ...init, responseType: 'stream', ignoreResponseError: true, retry: false });
  },
};

describe('the client works with', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await installed(packages);
  }, 120_000);

  it('the types of each, also with exactOptionalPropertyTypes', async () => {
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
    const tsc = join(import.meta.dirname, '../../node_modules/typescript/lib/tsc.js');
    const flags = '--noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler'.split(
      ' ',
    );
    for (const more of [[], ['--exactOptionalPropertyTypes']]) {
      const args = [...flags, ...more, 'fetches.mts'];
      expect((await run(tsc, args, folder)).stdout).toBe('');
    }
  }, 240_000);

  describe.each(Object.entries(fetches))('%s', (_, from) => {
    let fetch: Fetch;
    beforeAll(async () => {
      const { resolve } = createRequire(join(folder, 'package.json'));
      fetch = (await from((wanted) => import(resolve(wanted)))) as Fetch;
    });
    const calling = (handler: Parameters<typeof clientOf>[0], timeoutMs = 5_000) =>
      clientOf(handler, { timeoutMs, fetch });

    it('for a success, sent as the contract has it', async () => {
      const { auth, seen } = await calling(answer(200, granted));
      const outcome = await auth.login(withPassword);
      expect(outcome).toMatchObject({ ok: true, data: granted.data, status: 200 });
      expect(JSON.parse(seen[0]?.body ?? '')).toEqual(withPassword);
      expect(seen[0]?.request.headers).toMatchObject({ 'x-hw-agentname': 'my-carrier', 'x-traceid': outcome.traceId });
    });

    it('for a refusal, and for what is none of the contract', async () => {
      const refused = await calling(answer(refusal.status, refusal.body));
      expect(await refused.auth.login(withPassword)).toMatchObject({ status: 400, error: { kind: 'service' } });
      for (const body of ['', '<html>', `"${'x'.repeat(2 ** 21)}"`]) {
        const { auth } = await calling(answer(502, body));
        expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-response', status: 502 } });
      }
    });

    it('for no answer and a broken connection', async () => {
      const silent = await calling(() => {}, 100);
      expect(await silent.auth.login(withPassword)).toMatchObject({ error: { kind: 'timeout' } });
      const broken = await calling((request) => request.socket.resetAndDestroy());
      const outcome = await broken.auth.login(withPassword);
      expect(outcome).toMatchObject({ error: { kind: 'network', cause: { name: expect.any(String) } } });
      expect(JSON.stringify(outcome)).not.toContain(withPassword.password);
    });

    it('for characters of many bytes, in pieces', async () => {
      const msg = 'Überprüfung 登录失败 🙂';
      const bytes = Buffer.from(JSON.stringify({ code: 1, msg }));
      const { auth } = await calling((_request, response) => {
        response.writeHead(400, { 'content-type': 'application/json; charset=utf-8' });
        response.write(bytes.subarray(0, 21), () => response.end(bytes.subarray(21)));
      });
      expect(await auth.login(withPassword)).toMatchObject({ error: { serviceMessage: msg } });
    });
  });
});
