import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Contract } from '../contract/contract.js';
import { maxBodyBytes, violationsHeader } from './refuse.js';

/** Returns the path of a request, without its query. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => /^[^?#]*/.exec(url)?.[0] || '/';

/** Returns all headers of a request, by their names in lower case. */
export const joinHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Reads the body of a request. What is above the limit is not kept. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | 'too-large' | 'aborted'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return Promise.resolve('too-large');
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

/** Returns the headers of the response to `OPTIONS`. They allow any method: otherwise a page could not read a refusal. */
export const preflightHeaders = (request: IncomingHttpHeaders, { operations }: Contract): Record<string, string> => ({
  Allow: [...new Set(operations.map(({ method }) => method)), 'OPTIONS'].join(', '),
  'Access-Control-Allow-Methods': request['access-control-request-method'] ?? '*',
  'Access-Control-Allow-Headers': request['access-control-request-headers'] ?? '*',
  'Access-Control-Max-Age': '600',
});
