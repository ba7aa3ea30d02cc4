import { successCode } from '../../generated/client.js';
import type { Fault } from './errors.js';

/** The types that a value must have: of its fields, if it is an object. */
export type Shape = 'string' | 'number' | 'boolean' | { readonly [field: string]: Shape };

/** The most that is read of a body. A length header counts compressed bytes, and may be absent: what arrives is counted. */
const maxBytes = 2 ** 20;

/** Whether a value is an answer that can be read: `fetch` may be anybody's. */
export function isResponse(value: unknown): value is Response {
  const { status, body, bodyUsed, text, arrayBuffer } = Object(value);
  const canBeRead = !bodyUsed && (body === null || iteratorOf(body) || text || arrayBuffer);
  return typeof status === 'number' && Boolean(canBeRead);
}

/** The text of a body, or nothing if it is over 1 MiB or nobody waits for it any more. Rejects if the connection breaks. */
export async function readBody(response: Response, isWaitedFor: () => boolean): Promise<string | undefined> {
  if (response.body === null) return '';
  const iterate = iteratorOf(response.body);
  // React Native and others have no streams, or nothing to decode them with.
  if (iterate && (globalThis.TextDecoder || !response.text)) return readPieces(iterate(), isWaitedFor);
  const text = response.text ? await response.text() : new TextDecoder().decode(await response.arrayBuffer());
  return text.length > maxBytes ? undefined : text;
}

type Pieces = Pick<AsyncIterator<Uint8Array | string, unknown>, 'next' | 'return'>;

/** What gives the pieces of a byte stream or a Node stream, one after the other; nothing if it is neither. */
function iteratorOf(body: unknown): (() => Pieces) | undefined {
  const stream = Object(body);
  if (!stream.getReader) return stream[Symbol.asyncIterator]?.bind(stream);
  return () => {
    const reader = (stream as ReadableStream<Uint8Array>).getReader();
    return {
      next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
      return: () => reader.cancel() as Promise<never>,
    };
  };
}

async function readPieces(pieces: Pieces, isWaitedFor: () => boolean): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let last: Uint8Array | undefined;
  let room = maxBytes;
  for (let count = 1; room >= 0 && isWaitedFor(); count++) {
    const { value, done } = await pieces.next();
    // One piece late: a body that comes whole, as nearly all do, is decoded quicker when that is known.
    if (last) text += decoder.decode(last, { stream: !done });
    if (done) return text;
    last = typeof value === 'string' ? new TextEncoder().encode(value) : (value as Uint8Array);
    room -= last.length;
    // Pieces that are all there already would keep every timer waiting.
    if (count % 256 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  pieces.return?.().catch(() => {});
  return undefined;
}

/** What is wrong with an answer. Told by its body rather than by its status alone: a 200 may carry a refusal. */
export function findFault(status: number, text: string | undefined, answer: unknown, shape: Shape): Fault | undefined {
  if (status < 200 || (status > 299 && status < 400))
    return invalid(status ? 'a redirect, which is not followed' : 'a redirect, whose status the browser hides');
  if (answer === undefined) return invalid(whatIsNoJson(text));
  const { data, msg, error_code, error_msg, code, request_id } = Object(answer) as Record<string, unknown>;
  if (typeof msg === 'string' && (typeof code === 'string' || Number.isInteger(code))) {
    if (`${code}` !== successCode) return { kind: 'service', code: `${code}`, serviceMessage: msg };
    const wrong = status < 300 ? misfit(shape, data, 'data') : 'the code of a success';
    return wrong ? invalid(wrong) : undefined;
  }
  if (typeof error_code === 'string' && typeof error_msg === 'string' && typeof request_id === 'string')
    return { kind: 'gateway', code: error_code, serviceMessage: error_msg, requestId: request_id };
  return invalid('JSON that is no envelope of the contract');
}

/** The fault of an answer that the contract does not know. */
export const invalid = (reason: string): Fault => ({ kind: 'invalid-response', reason });

function whatIsNoJson(text: string | undefined): string {
  if (text === undefined) return 'a body over 1 MiB';
  if (text.trim() === '') return 'an empty body';
  return /^\s*</.test(text) ? 'HTML instead of JSON' : 'a body that is no JSON';
}

/** The first field that is missing or of another type, in words. More than the shape has does no harm. */
function misfit(shape: Shape, value: unknown, path: string): string | undefined {
  if (value === undefined) return `${path} is missing`;
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (typeof shape === 'string') return type === shape ? undefined : `${path} must be a ${shape}, got ${type}`;
  if (type !== 'object') return `${path} must be an object, got ${type}`;
  for (const key in shape) {
    const found = misfit(shape[key] as Shape, (value as Record<string, unknown>)[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}
