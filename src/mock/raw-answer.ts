import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { MockContract } from './contract.js';
import { type MockAnswer, refusal } from './refusal.js';
import { violationsHeader, violationsHeaderValue } from './violation.js';

const statusOf: Readonly<Record<string, [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time'],
};

/** The answer to what never became a request: broken HTTP, or a request that did not arrive in time. */
export function brokenRequest(contract: MockContract, code: string | undefined): MockAnswer {
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
