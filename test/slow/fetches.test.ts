import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { installed } from '../../scripts/bench/packages.js';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { answer, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;
const refusal = examples.login.responses.invalidParameters;

const packages = {
  'node-fetch': '3.3.2',
  'node-fetch-2': 'npm:node-fetch@2.7.0',
  'cross-fetch': '4.1.0',
  ofetch: '1.5.1',
  'whatwg-fetch': '3.6.20',
  xhr2: '0.2.1',
};

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What is given to the client, from what the package exports. */
const fetches: Record<string, (load: (name: string) => Promise<Record<string, unknown>>) => Promise<unknown>> = {
  'node-fetch 2': async (load) => (await load('node-fetch-2'))['default'],
  'node-fetch 3': async (load) => (await load('node-fetch'))['default'],
  'cross-fetch': async (load) => (await load('cross-fetch'))['default'],
  // With its options that leave the body and the status to the caller.
  'ofetch.raw': async (load) => {
    const ofetch = (await load('ofetch'))['ofetch'] as { raw: (url: string, options: object) => unknown };
    return (url: string, init: object) =>
      ofetch.raw(url, { ...init, responseType: 'stream', ignoreResponseError: true, retry: false });
  },
  // React Native's own, over the XMLHttpRequest that it finds.
  'whatwg-fetch': async (load) => {
    const { default: XMLHttpRequest } = await load('xhr2');
    const fetch = (await load('whatwg-fetch'))['fetch'] as Fetch;
    return (url: string, init: RequestInit) => {
      vi.stubGlobal('XMLHttpRequest', XMLHttpRequest);
      return fetch(url, init);
    };
  },
};

describe('the client works with', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await installed(packages);
  }, 120_000);

  describe.each(Object.entries(fetches))('%s', (name, from) => {
    let fetch: Fetch;
    beforeAll(async () => {
      const { resolve } = createRequire(join(folder, 'package.json'));
      fetch = (await from((wanted) => import(resolve(wanted)))) as Fetch;
    });
    const clientOf = (baseUrl: string, timeoutMs = 5_000) =>
      createKooDriveAuthClient({ baseUrl, agentName: 'my-carrier', timeoutMs, fetch });

    it('for a success, sent as the contract has it', async () => {
      const { url, seen } = await serve(answer(200, granted));
      const outcome = await clientOf(url).login(withPassword);
      expect(outcome).toMatchObject({ ok: true, data: granted.data, status: 200 });
      expect(JSON.parse(seen[0]?.body ?? '')).toEqual(withPassword);
      expect(seen[0]?.request.headers).toMatchObject({ 'x-hw-agentname': 'my-carrier', 'x-traceid': outcome.traceId });
    });

    it('for a refusal, and for what is none of the contract', async () => {
      const { url } = await serve(answer(refusal.status, refusal.body));
      expect(await clientOf(url).login(withPassword)).toMatchObject({ status: 400, error: { kind: 'service' } });
      for (const body of ['', '<html>', `"${'x'.repeat(2 ** 21)}"`]) {
        const other = await serve(answer(502, body));
        const error = { kind: 'invalid-response', status: 502 };
        expect(await clientOf(other.url).login(withPassword)).toMatchObject({ error });
      }
    });

    it('for no answer and a broken connection', async () => {
      const silent = await serve(() => {});
      expect(await clientOf(silent.url, 100).login(withPassword)).toMatchObject({ error: { kind: 'timeout' } });
      const broken = await serve((request) => request.socket.resetAndDestroy());
      const outcome = await clientOf(broken.url).login(withPassword);
      expect(outcome).toMatchObject({ error: { kind: 'network', cause: { name: expect.any(String) } } });
      expect(JSON.stringify(outcome)).not.toContain(withPassword.password);
    });

    // Where there is no FileReader, whatwg-fetch reads bytes as Latin-1 before the client sees them.
    if (name === 'whatwg-fetch') return;
    it('for characters of many bytes, in pieces', async () => {
      const msg = 'Überprüfung 登录失败 🙂';
      const bytes = Buffer.from(JSON.stringify({ code: 1, msg }));
      const { url } = await serve((_request, response) => {
        response.writeHead(400, { 'content-type': 'application/json; charset=utf-8' });
        response.write(bytes.subarray(0, 21), () => response.end(bytes.subarray(21)));
      });
      expect(await clientOf(url).login(withPassword)).toMatchObject({ error: { serviceMessage: msg } });
    });
  });
});
