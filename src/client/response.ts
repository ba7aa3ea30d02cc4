import { type Field, successCode } from '../../generated/client.js';
import type { FailureDetails } from './errors.js';
import { parseJson } from './json.js';
import { kindOf } from './options.js';
import { valueAt } from './redact.js';

/** What the client uses of a response. */
export interface FetchResponse {
  readonly status: number;
  /** A byte stream or a Node stream; `null` without a body; absent where the platform has no streams. */
  readonly body?: unknown;
  readonly bodyUsed?: boolean;
  /** The final URL. */
  readonly url?: string;
  /** Whether `fetch` followed a redirect. */
  readonly redirected?: boolean;
  text?(): Promise<string>;
  arrayBuffer?(): Promise<ArrayBuffer>;
}

/** The limit of a response body. A length header counts compressed bytes and may be absent, so received bytes are counted. */
const maxBytes = 2 ** 20;

/** Checks whether a value is a response with a body that can be read. */
export function isResponse(value: unknown): value is FetchResponse {
  const { status, body, bodyUsed, text, arrayBuffer } = Object(value);
  return typeof status === 'number' && !bodyUsed && Boolean(body === null || isStream(body) || text || arrayBuffer);
}

/** Checks whether `fetch` followed a redirect. A response made by hand has no URL. */
export function isRedirected({ redirected, url }: FetchResponse, origin: string): boolean {
  const [, finalOrigin = origin] = /^(https?:\/\/[^/?#]+)/.exec(`${url}`) ?? [];
  return Boolean(redirected) || finalOrigin !== origin;
}

const isStream = (body: unknown): boolean => Boolean(Object(body).getReader ?? Object(body)[Symbol.asyncIterator]);

/** What a call and the reading of its body share. */
export interface Reading {
  /** Whether the caller still waits. */
  isActive: boolean;
  /** Cancels the body stream. */
  cancel?: () => void;
}

/** Reads a body as text. Resolves with `undefined` if it is over 1 MiB or nobody waits. Rejects if the connection breaks. */
export async function readBody(response: FetchResponse, reading: Reading): Promise<string | undefined> {
  const { body } = response;
  let text: string | undefined = '';
  // React Native has no streams, and some of its versions have no TextDecoder.
  if (isStream(body) && (globalThis.TextDecoder || !response.text)) text = await readChunks(chunksOf(body), reading);
  else if (response.text) text = await response.text();
  else if (response.arrayBuffer) text = new TextDecoder().decode(await response.arrayBuffer());
  return text === undefined || text.length > maxBytes ? undefined : text.replace(/^\ufeff/, '');
}

interface Chunks {
  next(): Promise<IteratorResult<Uint8Array | string, unknown>>;
  cancel(): unknown;
}

function chunksOf(body: unknown): Chunks {
  const stream = Object(body);
  if (stream.getReader) {
    const reader = stream.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
  const iterator = stream[Symbol.asyncIterator]();
  // The iterator of a Node stream ends only after the chunk that it waits for.
  return { next: () => iterator.next(), cancel: () => (stream.destroy ? stream.destroy() : iterator.return?.()) };
}

async function readChunks(chunks: Chunks, reading: Reading): Promise<string | undefined> {
  reading.cancel = () => {
    new Promise((resolve) => resolve(chunks.cancel())).catch(() => {});
  };
  const decoder = new TextDecoder();
  let text = '';
  let previous: Uint8Array | undefined;
  let left = maxBytes;
  for (let count = 1; left >= 0 && reading.isActive; count++) {
    const { value, done } = await chunks.next();
    // Decode one chunk late, so that the last chunk is known: a body of one chunk, as most are, decodes faster.
    if (previous) text += decoder.decode(previous, { stream: !done });
    if (done) return text;
    previous = typeof value === 'string' ? new TextEncoder().encode(value) : (value as Uint8Array);
    left -= previous.byteLength;
    // Let timers run: buffered chunks would block them.
    if (count % 256 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  reading.cancel();
  return undefined;
}

/** Describes a response that does not follow the contract. */
export const invalidResponse = (reason = ''): FailureDetails => ({ kind: 'invalid-response', reason });

/** The envelope of a success. Its fields have their documented types, except the mismatch. */
export interface SuccessEnvelope {
  readonly kind: 'success';
  readonly envelope: Record<string, unknown>;
  /** Names the first field that could not be converted. */
  readonly mismatch: string | undefined;
}

/** Decides what a response means. Its body decides rather than its status, since a 200 may carry an error. */
export function classifyResponse(
  status: number,
  text: string | undefined,
  fields: readonly Field[],
): FailureDetails | SuccessEnvelope {
  if (status < 200 || (status > 299 && status < 400)) return invalidResponse('a redirect, which is not followed');
  if (text === undefined) return invalidResponse('a body over 1 MiB');
  const { value, exact } = parseJson(text);
  const [code, serviceMessage = ''] = readEnvelope(exact, 'code', 'msg');
  if (code === successCode) {
    if (status > 299) return invalidResponse('a success code with an error status');
    const envelope = value as Record<string, unknown>;
    const mismatch = convertFields(fields, envelope, exact);
    envelope['msg'] ??= '';
    return { kind: 'success', envelope, mismatch };
  }
  if (code !== undefined) return { kind: 'service', code, serviceMessage };
  const [gatewayCode, message = '', requestId] = readEnvelope(exact, 'error_code', 'error_msg', 'request_id');
  if (gatewayCode !== undefined) return { kind: 'gateway', code: gatewayCode, serviceMessage: message, requestId };
  if (value !== undefined) return invalidResponse('JSON that is not an envelope of the contract');
  if (text.trim() === '') return invalidResponse('an empty body');
  return invalidResponse(/^\s*</.test(text) ? 'HTML instead of JSON' : 'a body that is not JSON');
}

/** Returns the code and the texts of an envelope, or an empty list for other values. A text may be missing. */
function readEnvelope(value: unknown, ...names: string[]): (string | undefined)[] {
  const fields = Object(value) as Record<string, unknown>;
  const [code, ...texts] = names.map((name) => fields[name] ?? undefined);
  const isText = (field: unknown) => typeof field === 'string' || Number.isInteger(field);
  if (!isText(code) || texts.some((text) => text !== undefined && !isText(text))) return [];
  // A code without a message counts only if there are no other fields: other APIs send `{"code":404,"message":"Not found"}`.
  const isCodeAlone = `${code}` !== successCode && !names.slice(1).some((name) => name in fields);
  if (isCodeAlone && Object.keys(fields).some((name) => name !== 'data' && !names.includes(name))) return [];
  return [`${code}`, ...texts.map((text) => (text === undefined ? text : `${text}`))];
}

/** Converts the fields of an envelope to their documented types, in place. Returns the first mismatch. Leaves other fields as they are. */
function convertFields(fields: readonly Field[], envelope: unknown, exact: unknown): string | undefined {
  let mismatch: string | undefined;
  for (const field of fields) {
    const parent = valueAt(envelope, field.path.slice(0, -1));
    // The parent is optional and absent, or its own mismatch was found before.
    if (typeof parent !== 'object' || parent === null) continue;
    const problem = convertField(field, parent as Record<string, unknown>, exact);
    if (problem) mismatch ??= `${field.path.join('.')} ${problem}`;
  }
  return mismatch;
}

/** Converts a field of an object to its documented type. Returns what is wrong with a field that cannot be converted. */
function convertField(
  { path, type, optional }: Field,
  parent: Record<string, unknown>,
  exact: unknown,
): string | undefined {
  const name = path.at(-1) as string;
  const given = parent[name];
  if (given === undefined || given === null) {
    if (!optional) return given === null ? 'is null' : 'is missing';
    delete parent[name];
    return undefined;
  }
  const value = convertValue(type, given, () => valueAt(exact, path));
  if (value === undefined) return `must be of type ${type.replace('secret', 'string')}, got ${kindOf(given)}`;
  parent[name] = value;
  return undefined;
}

/** Converts a value to its documented type. Returns `undefined` if it is of another kind. */
function convertValue(type: string, value: unknown, exact: () => unknown): unknown {
  if (type === 'string' && Number.isFinite(value)) return `${exact()}`;
  if (/integer|number/.test(type)) {
    const number = typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? Number(value) : value;
    const isNumber = type === 'integer' ? Number.isInteger : Number.isFinite;
    return isNumber(number) ? number : undefined;
  }
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return type === 'any' || kind === type.replace('secret', 'string') ? value : undefined;
}
