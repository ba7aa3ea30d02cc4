import { agentNameHeader, type Field, type OperationId, traceIdHeader } from '../../generated/client.js';
import { createError, type FailureDetails, readProperty } from './errors.js';
import { parseJson, serializeJson } from './json.js';
import {
  type CallOptions,
  type ClientOptions,
  check,
  checkCallOptions,
  type FetchSignal,
  kindOf,
  readHeaders,
} from './options.js';
import type { Outcome, Success } from './outcome.js';
import { classifyResponse, invalidResponse, isRedirected, isResponse, type Reading, readBody } from './response.js';
import type { Schemas } from './schema.js';
import { createTraceId } from './trace-id.js';

/** A client with checked options. */
export interface Client extends Omit<ClientOptions, 'baseUrl' | 'allowInsecureHttp'> {
  /** The base URL, without slashes at its end. */
  readonly base: string;
  readonly origin: string;
}

/** How an operation is called. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  /** The fields of the request body. */
  readonly request: readonly Field[];
  /** The fields of the envelope of a success. */
  readonly response: readonly Field[];
}

/** A call in progress. */
export interface Call extends Reading {
  readonly client: Client;
  readonly operation: Operation;
  readonly traceId: string;
  readonly url: string;
  readonly fetch: ClientOptions['fetch'];
  /** The request body as JSON. */
  readonly content: string;
  /** Headers of the caller. */
  readonly headers: Readonly<Record<string, string>>;
  readonly controller: AbortController;
  /** Its stack points at the caller. */
  readonly callSite: Error;
  response?: Response;
  /** The response body. */
  text?: string | undefined;
  /** The data of a success. */
  data?: unknown;
}

/**
 * Calls an operation.
 *
 * @throws TypeError if an argument is wrong, or if `fetch` resolves with something that is not an unread response. Nothing else.
 */
export async function callOperation<Data>(
  client: Client,
  operation: Operation,
  body: unknown,
  options: CallOptions = {},
): Promise<Outcome<Data>> {
  const callSite = new Error();
  checkCallOptions(options);
  const { signal, timeoutMs = client.timeoutMs ?? 10_000, traceId = createTraceId() } = options;
  const call: Call = {
    client,
    operation,
    traceId,
    url: client.base + operation.path,
    fetch: client.fetch ?? globalThis.fetch,
    content: serializeJson(body),
    headers: readHeaders(options.headers),
    controller: new AbortController(),
    callSite,
    isActive: true,
  };
  const details = await race(call, body, signal, timeoutMs);
  const { response, data } = call;
  const exchanged = { response, status: response?.status, traceId };
  if (!details) return { ok: true, data, ...exchanged } as Success<Data>;
  return { ok: false, error: createError(details, call), ...exchanged };
}

/** Waits for the response, the time limit or the signal, whichever is first. Resolves with the failure, or with `undefined` on success. */
async function race(
  call: Call,
  body: unknown,
  signal: AbortSignal | undefined,
  timeoutMs: number,
): Promise<FailureDetails | undefined> {
  if (signal?.aborted) return describeAbort(signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unlisten: (() => void) | undefined;
  const ended = new Promise<FailureDetails | undefined>((resolve, reject) => {
    // Aborts only a running request: undici ends the process when a request that has failed is aborted.
    const end = (failure: FailureDetails) => {
      resolve(failure);
      call.isActive = false;
      call.controller.abort();
      call.cancel?.();
    };
    timer = setTimeout(
      () => end({ kind: 'timeout', reason: `no complete response within ${timeoutMs} ms` }),
      timeoutMs,
    );
    unlisten = signal && listen(signal, () => end(describeAbort(signal)));
    exchange(call, body).then(resolve, reject);
  });
  return ended.finally(() => {
    clearTimeout(timer);
    unlisten?.();
  });
}

const describeAbort = (signal: AbortSignal): FailureDetails =>
  readProperty(readProperty(signal, 'reason'), 'name') === 'TimeoutError'
    ? { kind: 'timeout', reason: "the caller's signal timed out" }
    : { kind: 'aborted', reason: "by the caller's signal" };

/** What runs when a signal is aborted. All calls with a signal share one listener, since Node warns of the eleventh. */
const listeners = /* @__PURE__ */ new WeakMap<AbortSignal, { callbacks: Set<() => void>; onAbort: () => void }>();

/** Runs `end` when the signal is aborted, until the returned function is called. */
function listen(signal: AbortSignal, end: () => void): () => void {
  let shared = listeners.get(signal);
  if (!shared) {
    const callbacks = new Set<() => void>();
    const onAbort = () => {
      for (const callback of callbacks) callback();
    };
    shared = { callbacks, onAbort };
    listeners.set(signal, shared);
  }
  const { callbacks, onAbort } = shared;
  if (callbacks.size === 0) signal.addEventListener('abort', onAbort);
  callbacks.add(end);
  return () => {
    callbacks.delete(end);
    if (callbacks.size === 0) signal.removeEventListener('abort', onAbort);
  };
}

/** Validates the request, sends it, reads the response and validates it. Resolves with the failure, or with `undefined` on success. */
async function exchange(call: Call, body: unknown): Promise<FailureDetails | undefined> {
  const { client, operation, content } = call;
  const requestProblem = await validate(client, `${operation.id}Request`, () => parseJson(content).value);
  if (requestProblem) return { kind: 'invalid-request', ...requestProblem };
  // The call has ended meanwhile: nobody reads this result.
  if (!call.isActive) return undefined;
  // JSON has no field of a FormData, a Map or a promise.
  const isBody = content.startsWith('{') && kindOf(body) === 'Object';
  check(isBody, 'body', 'an object that JSON can carry', body);
  check(call.fetch, 'fetch', 'a function', call.fetch);

  let received: unknown;
  try {
    const { response, source } = await send(call, call.fetch);
    received = response;
    if (isResponse(source)) {
      call.response = response as Response;
      call.text = await readBody(source, call);
    }
  } catch (thrown) {
    return { kind: 'network', thrown };
  }
  const { response, text } = call;
  check(response, 'fetch', 'a function that resolves with an unread response', received);

  if (isRedirected(response, client.origin)) return invalidResponse('a redirect that fetch followed');
  const result = classifyResponse(response.status, text, operation.response);
  if (result.kind !== 'success') return result;
  const { envelope, mismatch } = result;
  const responseProblem = await validate(client, `${operation.id}Response`, () => envelope);
  if (responseProblem) return { ...invalidResponse(mismatch), ...responseProblem };
  if (mismatch) return invalidResponse(mismatch);
  call.data = envelope['data'];
  return undefined;
}

/** Sends a request. `source` is what the body is read from: the response, unless a wrapper of `fetch` has read it. */
async function send(
  { client, operation, url, headers, content, controller, traceId }: Call,
  fetch: NonNullable<ClientOptions['fetch']>,
): Promise<{ response: unknown; source: unknown }> {
  try {
    const response = await fetch(url, {
      method: operation.method,
      headers: {
        ...headers,
        [agentNameHeader]: client.agentName,
        [traceIdHeader]: traceId,
        'content-type': 'application/json',
      },
      body: content,
      signal: controller.signal as FetchSignal,
      // Some edge runtimes do not know 'error'.
      redirect: 'manual',
    });
    return { response, source: response };
  } catch (thrown) {
    // Wrappers such as ky and ofetch throw for a status of 400 and above. Some have read the body by then.
    const response = readProperty(thrown, 'response');
    if (isResponse(response)) return { response, source: response };
    const status = readProperty(response, 'status');
    if (typeof status !== 'number') throw thrown;
    const data = readProperty(thrown, 'data') ?? '';
    const text = async () => (typeof data === 'string' ? data : JSON.stringify(data));
    return { response, source: { status, text } };
  }
}

/** Validates a value with a schema of the client. Resolves with `undefined` if the value is valid or there is no schema. */
async function validate(
  { validate = {} }: Client,
  name: keyof Schemas,
  value: () => unknown,
): Promise<Pick<FailureDetails, 'reason' | 'issues'> | undefined> {
  const schema = validate[name]?.['~standard'];
  if (!schema) return undefined;
  try {
    const { issues } = await schema.validate(value());
    return issues && { issues };
  } catch {
    // What it threw may quote the value.
    return { reason: `validate.${name} threw`, issues: [] };
  }
}
