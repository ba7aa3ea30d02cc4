import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, type Outcome } from '../../src/index.js';
import { answer, clientOf, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = JSON.stringify(examples.login.responses.withPassword.body);

const errorOf = (outcome: Outcome<unknown>) => {
  if (outcome.ok) throw new Error('the call succeeded');
  expect(outcome.status).toBe(outcome.error.status);
  return outcome.error;
};

/** Sends the headers and the first half of a success, and leaves the rest to `then`. */
const half = (then: (response: ServerResponse) => void) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': granted.length });
  response.write(granted.slice(0, granted.length / 2), () => then(response));
};

const silent = () => {};

describe('a connection', () => {
  it('that is refused is a network error without a status', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    const port = typeof address === 'object' ? address?.port : 0;
    const auth = createKooDriveAuthClient({ baseUrl: `http://127.0.0.1:${port}`, agentName: 'x' });
    const outcome = await auth.login(withPassword);
    expect(errorOf(outcome)).toMatchObject({
      kind: 'network',
      message: `login: network, ECONNREFUSED at http://127.0.0.1:${port}/koodrive/ose/v1/auth/login`,
    });
    expect(outcome).toMatchObject({ status: undefined, response: undefined });
    expect(JSON.parse(JSON.stringify(outcome))).not.toHaveProperty('status');
  });

  it('that is reset before the headers is a network error without a status', async () => {
    const { auth } = await clientOf((request) => request.socket.resetAndDestroy());
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: undefined });
  });

  it('that is reset inside the body is a network error with the status', async () => {
    const { auth } = await clientOf(half((response) => response.socket?.resetAndDestroy()));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: 200 });
  });

  it('that ends inside the body is a network error with the status', async () => {
    const { auth } = await clientOf(half((response) => response.socket?.end()));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network', status: 200 });
  });

  it('to a host that does not exist is a network error', async () => {
    const auth = createKooDriveAuthClient({ baseUrl: 'https://nowhere.invalid', agentName: 'x' });
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'network' });
  });
});

describe('the time limit', () => {
  it('ends a call that gets no headers', async () => {
    const { auth } = await clientOf(silent, { timeoutMs: 50 });
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'timeout', status: undefined });
    expect(error.message).toMatch(
      /^login: timeout, no complete response within 50 ms at http:\/\/127\.0\.0\.1:\d+\/koodrive\/ose\/v1\/auth\/login$/,
    );
  });

  it('ends a call whose body stops half-way, with its status', async () => {
    const { auth } = await clientOf(half(silent));
    expect(errorOf(await auth.login(withPassword, { timeoutMs: 200 }))).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it('ends a call whose body drips without end', async () => {
    const { auth } = await clientOf((_request, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(drip));
    });
    expect(errorOf(await auth.login(withPassword, { timeoutMs: 200 }))).toMatchObject({ kind: 'timeout', status: 200 });
  });

  it('ends a call whose injected fetch ignores its signal', async () => {
    const { auth } = await clientOf(silent, { timeoutMs: 20, fetch: () => new Promise(() => {}) });
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'timeout' });
  });

  it('hangs up', async () => {
    let hungUp = () => {};
    const closed = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const { auth } = await clientOf((request) => request.socket.once('close', hungUp), { timeoutMs: 50 });
    await auth.login(withPassword);
    await closed;
  });
});

describe("the caller's signal", () => {
  it('that was aborted before the call sends no request', async () => {
    const { auth, seen } = await clientOf(answer(200, granted));
    const error = errorOf(await auth.login(withPassword, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'aborted', status: undefined });
    expect(error.message).toMatch(/^login: aborted, by the caller's signal at http:/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(0);
  });

  it('ends a call that waits for headers', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(() => controller.abort(new Error('a reason')));
    const error = errorOf(await auth.login(withPassword, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', status: undefined });
  });

  it('ends a call inside the body, with its status', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(half(() => setTimeout(() => controller.abort(), 100)));
    expect(errorOf(await auth.login(withPassword, { signal: controller.signal }))).toMatchObject({
      kind: 'aborted',
      status: 200,
    });
  });

  it('changes nothing after the call', async () => {
    const controller = new AbortController();
    const { auth } = await clientOf(answer(200, granted));
    const outcome = await auth.login(withPassword, { signal: controller.signal });
    controller.abort();
    expect(outcome.ok).toBe(true);
  });

  it('from AbortSignal.timeout() ends a call as a timeout', async () => {
    const { auth } = await clientOf(silent);
    const error = errorOf(await auth.login(withPassword, { signal: AbortSignal.timeout(30) }));
    expect(error).toMatchObject({ kind: 'timeout' });
    expect(error.message).toMatch(/^login: timeout, the caller's signal timed out at http:/);
    const late = AbortSignal.timeout(1);
    await new Promise((resolve) => late.addEventListener('abort', resolve));
    expect(errorOf(await auth.login(withPassword, { signal: late }))).toMatchObject({ kind: 'timeout' });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i to another origin is not followed', async (status) => {
    const other = await serve(answer(200, granted));
    const { auth } = await clientOf((_request, response) =>
      response.writeHead(status, { location: `${other.url}/koodrive/ose/v1/auth/login` }).end(),
    );
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'invalid-response', status });
    expect(error.message).toMatch(/^login: invalid-response, a redirect, which is not followed, status 30\d at http:/);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(other.seen).toHaveLength(0);
  });

  it('is an invalid response, even with its envelope', async () => {
    const { auth } = await clientOf(answer(302, { code: 1, msg: 'x' }));
    expect(errorOf(await auth.login(withPassword))).toMatchObject({ kind: 'invalid-response', status: 302 });
  });

  it('whose status a browser hides is the same with status 0', async () => {
    const fetch = async () => Response.error();
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x', fetch });
    const error = errorOf(await auth.login(withPassword));
    expect(error).toMatchObject({ kind: 'invalid-response', status: 0 });
    expect(error.message).toContain('a redirect, which is not followed, status 0 at');
  });
});
