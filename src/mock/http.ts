import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Contract } from '../contract/contract.js';
import { contentOf, headersOf } from './answer.js';
import { type MockResponse, maxBodyBytes, refuse, violationsHeader } from './refuse.js';

export const pathOf = ({ url = '/' }: IncomingMessage): string => /^[^?#]*/.exec(url)?.[0] || '/';

/** Returns all headers of a request, by their names in lower case. */
export const joinHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Whether a request declares a body above the limit. */
export const declaresLargeBody = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > maxBodyBytes;

/** Reads the body of a request. What is above the limit is not kept. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | 'too-large' | 'aborted'> {
  if (declaresLargeBody(request)) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= maxBodyBytes) chunks.push(chunk);
      else resolve('too-large');
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => resolve('aborted'));
    request.once('error', () => resolve('aborted'));
  });
}

/** Returns headers that let a page of any origin call the mock and read all of its responses. */
export const corsHeaders = ({ origin }: IncomingHttpHeaders): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin ?? '*',
  ...(origin !== undefined && { 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' }),
  'Access-Control-Expose-Headers': `${violationsHeader}, Allow, Content-Length`,
});

/** Returns the headers of the response to `OPTIONS`. They allow any method: a page could not read a refusal otherwise. */
export const preflightHeaders = (request: IncomingHttpHeaders, { operations }: Contract): Record<string, string> => ({
  Allow: [...new Set(operations.map(({ method }) => method)), 'OPTIONS'].join(', '),
  'Access-Control-Allow-Methods': request['access-control-request-method'] ?? '*',
  'Access-Control-Allow-Headers': request['access-control-request-headers'] ?? '*',
  // Chromium requires this when a public page calls a machine of the private network.
  ...(request['access-control-request-private-network'] && { 'Access-Control-Allow-Private-Network': 'true' }),
  'Access-Control-Max-Age': '600',
});

const brokenHttp: Readonly<Record<string, [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
};

/** Refuses what never became a request: broken HTTP, or a request that did not arrive in time. */
export function refuseBrokenHttp(contract: Contract, code: string | undefined): MockResponse {
  const [status, reason] = brokenHttp[code ?? ''] ?? [400, 'The request is not valid HTTP'];
  return refuse(contract, status, 'http', reason);
}

/** Writes a response to a connection for which Node has no response object, and ends the connection. */
export function writeRaw(socket: Duplex, result: MockResponse): void {
  const content = contentOf(result);
  const head = { ...headersOf(result), 'Content-Length': Buffer.byteLength(content), Connection: 'close' };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  // A client that still sends would lose the response if the connection ended at once.
  socket.resume();
  setTimeout(() => socket.destroy(), 500).unref();
  socket.end(`HTTP/1.1 ${result.status} ${STATUS_CODES[result.status]}\r\n${lines.join('')}\r\n${content}`);
}
