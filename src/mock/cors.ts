import type { IncomingHttpHeaders } from 'node:http';
import { violationsHeader } from './violation.js';

/** Headers that let a page of any origin call the mock and read all of its answers. */
export function corsHeaders(request: IncomingHttpHeaders): Record<string, string> {
  const { origin } = request;
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
