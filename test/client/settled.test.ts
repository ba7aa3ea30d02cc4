import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import * as examples from '../../src/examples.js';
import { answer, clientOf, clientWith } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

const unreadable = {
  get code() {
    throw new Error('no');
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Runs something, and returns what the process was told meanwhile: warnings, and failures that nobody waits for. */
async function complaintsOf(run: () => Promise<unknown>): Promise<unknown[]> {
  const complaints: unknown[] = [];
  const complain = (what: unknown) => complaints.push(what);
  const events = ['warning', 'unhandledRejection', 'uncaughtExceptionMonitor'];
  for (const event of events) process.on(event, complain);
  await run();
  await sleep(50);
  for (const event of events) process.off(event, complain);
  return complaints;
}

describe('a call always ends, and the process never does', () => {
  it('when an answer names more encodings than undici reads, and does not end', async () => {
    let end = () => {};
    const { auth } = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': Array(6).fill('gzip').join(', ') });
      response.write(gzipSync('{"code":0').subarray(0, 20));
      end = () => response.end();
    });
    const complaints = await complaintsOf(async () => {
      const outcome = await auth.login(withPassword, { timeoutMs: 2_000 });
      expect(outcome).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/network|timeout/) } });
      await sleep(50);
      // Undici still holds the body, and would end the process itself if the connection broke.
      end();
    });
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a code that is a symbol', { code: Symbol('x') }],
    ['a code that cannot be read', unreadable],
    ['no prototype', Object.create(null)],
    ['a revoked proxy', revoked.proxy],
  ])('when fetch rejects with %s', async (_, reason) => {
    const auth = clientWith(() => Promise.reject(reason));
    expect(await auth.login(withPassword)).toMatchObject({ ok: false, error: { kind: 'network' } });
  });

  it('when empty pieces of a body come without end', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) });
    const auth = clientWith(() => new Response(body));
    expect(await auth.login(withPassword, { timeoutMs: 50 })).toMatchObject({
      error: { kind: 'timeout', status: 200 },
    });
  });

  it('when the body fails with something odd, or is given up and fails then', async () => {
    const failing = new ReadableStream({ pull: (controller) => controller.error(Object.create(null)) });
    expect(await clientWith(() => new Response(failing)).login(withPassword)).toMatchObject({
      error: { kind: 'network', status: 200 },
    });

    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20)),
      cancel: () => Promise.reject(new Error('cannot')),
    });
    const complaints = await complaintsOf(async () => {
      const outcome = await clientWith(() => new Response(endless)).login(withPassword);
      expect(outcome).toMatchObject({ error: { kind: 'invalid-response' } });
    });
    expect(complaints).toEqual([]);
  });

  it('when a response has properties that throw', async () => {
    const unreadableBy = (name: string) =>
      Object.defineProperty({ status: 502, text: async () => '<html>' }, name, {
        get() {
          throw new Error('no');
        },
      });
    for (const name of ['status', 'body', 'bodyUsed', 'text'])
      expect(await clientWith(() => unreadableBy(name)).login(withPassword)).toMatchObject({
        error: { kind: 'network' },
      });
    for (const name of ['headers', 'ok', 'statusText'])
      expect(await clientWith(() => unreadableBy(name)).login(withPassword)).toMatchObject({ status: 502 });
  });

  it('when a process makes something else of stacks', async () => {
    const original = Error.prepareStackTrace;
    const failing = () => {
      throw new Error('no');
    };
    for (const prepare of [(_: unknown, sites: unknown) => sites, () => undefined, failing]) {
      Error.prepareStackTrace = prepare;
      const outcome = await clientWith(() => Response.json({ code: 1, msg: '' }))
        .login(withPassword)
        .finally(() => {
          Error.prepareStackTrace = original;
        });
      expect(outcome).toMatchObject({ error: { kind: 'service', code: '1' } });
    }
  });

  it('when the issues of a schema cannot be read', async () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    for (const issues of [proxy, [proxy], [unreadable], 5, { length: 9 }]) {
      const loginRequest = { '~standard': { validate: () => ({ issues: issues as never }) } };
      const auth = clientWith(() => new Response(), { validate: { loginRequest } });
      expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'invalid-request' } });
    }
  });

  it.each<[what: string, stream: (onCancel: () => void) => object]>([
    ['a byte stream', (cancel) => new ReadableStream({ cancel })],
    ['a Node stream', (onCancel) => new Readable({ read() {}, destroy: onCancel })],
    [
      'an iterator',
      (onCancel) => ({
        [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: onCancel }),
      }),
    ],
  ])('and cancels a body that stalls: %s', async (_, streamWith) => {
    const onCancel = vi.fn();
    const body = streamWith(onCancel);
    const complaints = await complaintsOf(async () => {
      const auth = clientWith(() => ({ status: 200, body }));
      expect(await auth.login(withPassword, { timeoutMs: 30 })).toMatchObject({
        error: { kind: 'timeout', status: 200 },
      });
    });
    expect(onCancel).toHaveBeenCalledOnce();
    expect(complaints).toEqual([]);
  });

  it('without a warning when many calls share a signal, and all end with it', async () => {
    const { auth } = await clientOf(() => {});
    const controller = new AbortController();
    const listen = vi.spyOn(controller.signal, 'addEventListener');
    const unlisten = vi.spyOn(controller.signal, 'removeEventListener');
    const complaints = await complaintsOf(async () => {
      const calls = Array.from({ length: 25 }, () => auth.login(withPassword, { signal: controller.signal }));
      await sleep(20);
      controller.abort();
      for (const outcome of await Promise.all(calls)) expect(outcome).toMatchObject({ error: { kind: 'aborted' } });
    });
    expect(complaints).toEqual([]);
    expect(listen).toHaveBeenCalledOnce();
    expect(unlisten.mock.calls).toEqual(listen.mock.calls);
  });
});

describe('what is validated is what is sent', () => {
  it('so that inherited fields do not count', async () => {
    const { loginRequest } = await import('../../src/schemas.js');
    const { auth, seen } = await clientOf(answer(200, granted), { validate: { loginRequest } });
    expect(await auth.login(Object.create(withPassword))).toMatchObject({ error: { kind: 'invalid-request' } });
    expect(seen).toHaveLength(0);
  });

  it('so that a getter is asked once', async () => {
    const { loginRequest } = await import('../../src/schemas.js');
    const { auth, seen } = await clientOf(answer(200, granted), { validate: { loginRequest } });
    let asked = 0;
    const body = {
      ...withPassword,
      get account() {
        return `${++asked}`;
      },
    };
    expect((await auth.login(body)).ok).toBe(true);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ...withPassword, account: '1' });
  });

  it('and a field that is undefined is not there', async () => {
    const { registerUserRequest } = await import('../../src/schemas.js');
    const { body: answered } = examples.registerUser.responses.newUser;
    const { auth, seen } = await clientOf(answer(200, answered), { validate: { registerUserRequest } });
    const { newUser } = examples.registerUser.requests;
    expect((await auth.registerUser({ ...newUser, surname: undefined, email: undefined })).ok).toBe(true);
    expect(Object.keys(JSON.parse(seen[0]?.body ?? ''))).not.toContain('surname');
  });
});
