import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Contract } from '../contract/contract.js';
import { maxBodyBytes } from './body.js';
import { type MockAnswer, refusal, violationsHeader, violationsHeaderValue } from './refusal.js';

/** Path and query of a request target, which may also be an absolute URL or `*`. */
export function parseTarget(target: string): { path: string; query: URLSearchParams } {
  const absolute = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(target)?.[0] ?? '';
  const [beforeFragment = ''] = target.slice(absolute.length).split('#', 1);
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  return { path: path || '/', query: new URLSearchParams(mark < 0 ? '' : beforeFragment.slice(mark)) };
}

/** All headers of a request, by their names in small letters. */
export function joinHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  // A header may be called __proto__.
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== '__proto__') headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return headers;
}

/** A whole body, or why there is none: it is too large, or the connection ended before it did. */
export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** Reads a request's body as long as it is not too large. What is too large is not kept. */
export function readBody(request: IncomingMessage): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= maxBodyBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve({ kind: 'too-large' });
    });
    request.once('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }));
    request.once('close', () => resolve({ kind: 'aborted' }));
    request.once('error', () => resolve({ kind: 'aborted' }));
  });
}

/** Headers that let a page of any origin call the mock and read all of its answers. */
export function corsHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin ?? '*',
    ...(origin !== undefined && { 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' }),
    'Access-Control-Expose-Headers': `${violationsHeader}, Allow, Content-Length`,
  };
}

/** Headers of the answer to a preflight. */
export function preflightHeaders(request: IncomingHttpHeaders, methods: readonly string[]): Record<string, string> {
  const headers = request['access-control-request-headers'];
  const method = request['access-control-request-method'];
  return {
    // The method that is asked for too, or the page could not read why it is not allowed.
    'Access-Control-Allow-Methods': [...new Set([...methods, ...(method === undefined ? [] : [method])])].join(', '),
    ...(headers !== undefined && { 'Access-Control-Allow-Headers': headers }),
    // Chromium asks for this when a public page calls a machine of the private network.
    ...(request['access-control-request-private-network'] !== undefined && {
      'Access-Control-Allow-Private-Network': 'true',
    }),
    'Access-Control-Max-Age': '600',
  };
}

const statusOf: Readonly<Record<string, [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
};

/** The answer to what never became a request: broken HTTP, or a request that did not arrive in time. */
export function brokenRequest(contract: Contract, code: string | undefined): MockAnswer {
  const [status, reason] = statusOf[code ?? ''] ?? [400, 'The request is not valid HTTP'];
  return refusal(contract, status, 'http', reason);
}

/** How long a connection stays open after a raw answer, in milliseconds. */
const lingerMs = 500;

/** Writes an answer to a connection on which Node offers no response object, and ends it. */
export function writeRaw(socket: Duplex, { status, body, headers, violations }: MockAnswer): void {
  const content = JSON.stringify(body);
  const head = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(content),
    Connection: 'close',
    [violationsHeader]: violationsHeaderValue(violations),
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  // The caller may still be sending. To cut it off at once could cost it the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), lingerMs).unref();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${content}`);
}
