import { getEventListeners } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { run } from '../support/run.js';
import { answer, clientOf, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

describe('a call that has ended', () => {
  it('leaves no timer and no listener, however it ended', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const { url } = await serve((request, response) => {
      const way = request.headers['x-way'];
      if (way === 'reset') request.socket.resetAndDestroy();
      else if (way !== 'silent') answer(Number(way), way === '200' ? granted : 'x')(request, response, '');
    });
    const auth = createKooDriveAuthClient({ baseUrl: url, agentName: 'x', fetch: (...call) => fetch(...call) });
    const { signal } = new AbortController();
    const set = vi.spyOn(globalThis, 'setTimeout');
    const clear = vi.spyOn(globalThis, 'clearTimeout');
    for (const way of ['200', '302', '400', '500', 'reset', 'silent']) {
      const options = { signal, timeoutMs: way === 'silent' ? 40 : 60_000, headers: { 'x-way': way } };
      set.mockClear();
      clear.mockClear();
      expect((await auth.login(withPassword, options)).ok).toBe(way === '200');
      const own = set.mock.results.filter((_, index) => set.mock.calls[index]?.[1] === options.timeoutMs);
      expect(own).toHaveLength(1);
      expect(clear).toHaveBeenCalledWith(own[0]?.value);
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    }
    expect(timers()).toBeLessThan(50);
  });

  it('lets a script of one call exit at once, though the limit is an hour', async () => {
    const { url } = await serve(answer(200, granted));
    const folder = await mkdtemp(join(import.meta.dirname, '.one-call-'));
    try {
      const script = join(folder, 'one-call.ts');
      await writeFile(
        script,
        `import { createKooDriveAuthClient } from '../../../src/index.js';
const auth = createKooDriveAuthClient({ baseUrl: '${url}', agentName: 'x', timeoutMs: 3_600_000 });
console.log((await auth.login({ account: 'a', authType: '1', password: 'b' })).ok);`,
      );
      expect(await run(script, [])).toMatchObject({ code: 0, stdout: 'true\n' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves neither listeners nor memory behind after 20,000 calls with one signal', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const { signal } = new AbortController();
    const text = JSON.stringify(granted);
    const auth = createKooDriveAuthClient({
      baseUrl: 'https://example.com',
      agentName: 'x',
      fetch: async () => new Response(text),
    });
    const calls = async (count: number) => {
      for (let left = count; left > 0; left -= 10)
        await Promise.all(Array.from({ length: 10 }, () => auth.login(withPassword, { signal })));
      collect();
      return process.memoryUsage().heapUsed;
    };
    const warm = await calls(4_000);
    const after = await calls(16_000);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    // A single leaked listener or response a call would be hundreds of bytes times 16,000.
    expect(after - warm).toBeLessThan(2 * 2 ** 20);
  }, 120_000);

  it('reuses its connection', async () => {
    const sockets = new Set<unknown>();
    const { auth } = await clientOf((request, response) => {
      sockets.add(request.socket);
      answer(200, granted)(request, response, '');
    });
    for (let call = 0; call < 5; call++) await auth.login(withPassword);
    // Two, since a connection may still be finishing one call when the next begins.
    expect(sockets.size).toBeLessThanOrEqual(2);
  });
});
