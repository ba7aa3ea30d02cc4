import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { ClientOptions, FetchInit } from '../../src/client/options.js';
import { createKooDriveAuthClient, type KooDriveAuthClient } from '../../src/index.js';
import { listen } from './listen.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Starts a server on a free port. It is closed when the test ends. */
export async function serve(
  handler: Handler,
): Promise<{ url: string; seen: { request: IncomingMessage; body: string }[] }> {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const { url, close } = await listen(async (request, response) => {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return; // The client hung up.
    }
    seen.push({ request, body });
    handler(request, response, body);
  });
  onTestFinished(close);
  return { url, seen };
}

/** Creates a client of a server with this handler. */
export async function clientOf(
  handler: Handler,
  options?: Partial<ClientOptions>,
): Promise<{ auth: KooDriveAuthClient; seen: { request: IncomingMessage; body: string }[] }> {
  const { url, seen } = await serve(handler);
  return { auth: createKooDriveAuthClient({ baseUrl: url, agentName: 'my-carrier', ...options }), seen };
}

/** Creates a client that calls this `fetch`, and sends nothing. */
export const clientWith = (
  fetch: (url: string, init: FetchInit) => unknown,
  options?: Partial<ClientOptions>,
): KooDriveAuthClient =>
  createKooDriveAuthClient({
    baseUrl: 'https://example.com',
    agentName: 'x',
    fetch: async (url, init) => (await fetch(url, init)) as Response,
    ...options,
  });

/** Returns a handler that sends this status and body as JSON. */
export const answer =
  (status: number, body: unknown): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  };
