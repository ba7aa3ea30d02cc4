import { expect } from 'vitest';
import * as examples from '../../src/examples.js';
import type { CallOptions, ClientOptions, KooDriveError, Outcome } from '../../src/index.js';
import { clientWith } from '../support/wire.js';

export const { withPassword } = examples.login.requests;

/** The body of a successful login. */
export const granted = examples.login.responses.withPassword.body;

/** The URL of a login by `clientWith`. */
export const url = 'https://example.com/koodrive/ose/v1/auth/login';

/** Creates a response whose body is a text, or anything else as JSON. */
export const respond = (body: unknown, status = 200): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

/** Logs in with a `fetch` that is this function, or that resolves with this response. */
export const login = (response: unknown, client?: Partial<ClientOptions>, call?: CallOptions) =>
  clientWith(typeof response === 'function' ? (...args) => response(...args) : () => response, client).login(
    withPassword,
    call,
  );

/** Returns the error of a call, and checks what every error has. */
export async function errorOf(call: Promise<Outcome<unknown>>): Promise<KooDriveError> {
  const { ok, error, status, traceId, response } = await call;
  if (ok) throw new Error('the call succeeded');
  expect(error).toBeInstanceOf(Error);
  expect(error.traceId).toBe(traceId);
  expect([error.status, response?.status]).toEqual([status, status]);
  return error;
}
