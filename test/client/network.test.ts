import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ClientOptions, createKooDriveAuthClient } from '../../src/index.js';
import { listen } from '../support/listen.js';
import { answer, clientOf, serve } from '../support/wire.js';
import { errorOf, granted, login, respond, url, withPassword } from './login.js';

const grantedText = JSON.stringify(granted);
/** Sends the headers and the first half of a success, and leaves the rest to `then`. */
const half = (then: (response: ServerResponse) => void) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': grantedText.length });
  response.write(grantedText.slice(0, grantedText.length / 2), () => then(response));
};
const pending = () => new Promise<never>(() => {});

function useFakeTimers(): void {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

describe('a connection', () => {
  it('that is refused is a network error without a status', async () => {
    const { url: baseUrl, close } = await listen(() => {});
    await close();
    const outcome = await createKooDriveAuthClient({ baseUrl, agentName: 'x' }).login(withPassword);
    expect(outcome).toMatchObject({ ok: false, status: undefined, response: undefined });
    expect(outcome.error?.message).toBe(`login: network, ECONNREFUSED at ${baseUrl}/koodrive/ose/v1/auth/login`);
  });

  it.each<[what: string, handler: Parameters<typeof serve>[0], status: number | undefined]>([
    ['is reset before the headers', (request) => request.socket.resetAndDestroy(), undefined],
    ['is reset inside the body', half((response) => response.socket?.resetAndDestroy()), 200],
    ['ends inside the body', half((response) => response.socket?.end()), 200],
  ])('that %s is a network error, with the status that arrived', async (_, handler, status) => {
    const { auth } = await clientOf(handler);
    expect(await errorOf(auth.login(withPassword))).toMatchObject({ kind: 'network', status });
  });
});

describe('the time limit', () => {
  it.each([
    ['the default', {}, {}, 10_000],
    ['of the client', { timeoutMs: 50 }, {}, 50],
    ['of the call', { timeoutMs: 50 }, { timeoutMs: 200 }, 200],
  ])('%s ends a call without a response', async (_, client, call, ms) => {
    useFakeTimers();
    const onEnd = vi.fn();
    const ended = errorOf(login(pending, client, call)).then(onEnd);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    const message = `login: timeout, no complete response within ${ms} ms at ${url}`;
    expect(onEnd).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'timeout', message }));
  });

  it('leaves no timer behind', async () => {
    useFakeTimers();
    await login(respond(granted));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a call whose body comes in empty pieces without end', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) });
    const error = await errorOf(login(new Response(body), { timeoutMs: 30 }));
    expect(error).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it.each<[what: string, stream: (onCancel: () => void) => object]>([
    ['a byte stream', (cancel) => new ReadableStream({ cancel })],
    ['a Node stream', (onCancel) => new Readable({ read() {}, destroy: onCancel })],
    ['an iterator', (onCancel) => ({ [Symbol.asyncIterator]: () => ({ next: pending, return: onCancel }) })],
  ])('cancels a body that stalls, once: %s', async (_, streamWith) => {
    const onCancel = vi.fn();
    const response = { status: 200, body: streamWith(onCancel) };
    expect(await errorOf(login(response, { timeoutMs: 20 }))).toMatchObject({ kind: 'timeout', status: 200 });
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe("the caller's signal", () => {
  const message = `login: aborted, by the caller's signal at ${url}`;

  it('sends no request if it was aborted before the call', async () => {
    const fetch = vi.fn(pending);
    expect(await errorOf(login(fetch, {}, { signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'aborted',
      message,
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('ends a call that waits for a response, and the request', async () => {
    const controller = new AbortController();
    const fetch = vi.fn((_url: string, _init: { signal: AbortSignal }) => pending());
    const error = errorOf(login(fetch, {}, { signal: controller.signal }));
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    const [, init] = fetch.mock.lastCall ?? [];
    expect(init?.signal.aborted).toBe(false);
    controller.abort(new Error('a reason'));
    expect(await error).toMatchObject({ kind: 'aborted', message, status: undefined });
    expect(init?.signal.aborted).toBe(true);
  });

  it('ends a call inside the body, with its status, and closes the connection', async () => {
    const controller = new AbortController();
    const onClose = vi.fn();
    const send: NonNullable<ClientOptions['fetch']> = fetch;
    const { auth } = await clientOf(
      half((response) => response.socket?.once('close', onClose)),
      {
        fetch: async (...request) => {
          const response = await send(...request);
          setTimeout(() => controller.abort());
          return response;
        },
      },
    );
    const error = await errorOf(auth.login(withPassword, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', status: 200 });
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('from AbortSignal.timeout() ends a call as a timeout', async () => {
    const signal = AbortSignal.timeout(10);
    for (const _ of ['during a call', 'before a call'])
      expect(await errorOf(login(pending, {}, { signal }))).toMatchObject({
        kind: 'timeout',
        message: `login: timeout, the caller's signal timed out at ${url}`,
      });
  });

  it('may serve many calls at once and after each other, with one listener', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const listen = vi.spyOn(signal, 'addEventListener');
    const unlisten = vi.spyOn(signal, 'removeEventListener');
    for (const calls of [1, 2]) {
      const answered = [respond(granted), respond(granted)].map((response) => login(response, {}, { signal }));
      for (const outcome of await Promise.all(answered)) expect(outcome.ok).toBe(true);
      expect(listen).toHaveBeenCalledTimes(calls);
      expect(unlisten.mock.calls).toEqual(listen.mock.calls);
    }
    const waiting = Array.from({ length: 3 }, () => login(pending, {}, { signal }));
    expect((await login(respond(granted), {}, { signal })).ok).toBe(true);
    controller.abort();
    for (const outcome of await Promise.all(waiting)) expect(outcome).toMatchObject({ error: { kind: 'aborted' } });
    expect(listen).toHaveBeenCalledTimes(3);
    expect(unlisten.mock.calls).toEqual(listen.mock.calls);
  });
});

describe('the request', () => {
  it('is not aborted after it failed', async () => {
    const fetch = vi.fn(async (_url: string, _init: { signal: AbortSignal }) => Promise.reject(new Error('no')));
    await login(fetch);
    expect(fetch.mock.lastCall?.[1].signal.aborted).toBe(false);
  });

  it('is not sent again to another origin: no redirect is followed', async () => {
    const other = await serve(answer(200, granted));
    for (const status of [301, 302, 303, 307, 308]) {
      const { auth } = await clientOf((_request, response) =>
        response.writeHead(status, { location: `${other.url}/koodrive/ose/v1/auth/login` }).end(),
      );
      const { message } = await errorOf(auth.login(withPassword));
      expect(message).toContain(
        `login: invalid-response, a redirect, which is not followed, status ${status} at http:`,
      );
    }
    expect(other.seen).toHaveLength(0);
  });
});

describe('the process', () => {
  const complaints: unknown[] = [];
  const complain = (what: unknown) => complaints.push(what);
  const events = ['warning', 'unhandledRejection', 'uncaughtExceptionMonitor'];
  beforeEach(() => {
    for (const event of events) process.on(event, complain);
  });
  afterEach(async () => {
    await sleep(30);
    for (const event of events) process.off(event, complain);
    expect(complaints).toEqual([]);
  });

  it('goes on when a response has more encodings than undici reads, and then breaks', async () => {
    let end = () => {};
    const { auth } = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': Array(6).fill('gzip').join(', ') });
      response.write(gzipSync('{"code":0').subarray(0, 20));
      end = () => response.end();
    });
    expect((await errorOf(auth.login(withPassword, { timeoutMs: 2_000 }))).kind).toMatch(/network|timeout/);
    await sleep(20);
    // Undici still holds the body, and would end the process itself if the connection broke.
    end();
  });

  it('goes on when a body over 1 MiB cannot be cancelled', async () => {
    let cancels = 0;
    const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(2 ** 20));
    const cancel = async () => {
      cancels++;
      throw new Error('no');
    };
    const error = await errorOf(login(new Response(new ReadableStream({ pull, cancel }))));
    expect(error).toMatchObject({ kind: 'invalid-response' });
    expect(cancels).toBe(1);
  });
});
