import { agentNameHeader, type Field, type OperationId, traceIdHeader } from '../../generated/client.js';
import { createError, type FailureDetails, readProperty } from './errors.js';
import { parseJson, serializeJson } from './json.js';
import {
  type CallOptions,
  type ClientOptions,
  check,
  checkCallOptions,
  type FetchSignal,
  readHeaders,
} from './options.js';
import type { Outcome, Success } from './outcome.js';
import { classifyResponse, invalidResponse, isRedirected, isResponse, type Reading, readBody } from './response.js';
import type { Schemas } from './schema.js';
import { createTraceId } from './trace-id.js';

/** A client with checked options. */
export interface Client extends Omit<ClientOptions, 'baseUrl'> {
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
  /** Made where the method was called. */
  readonly callSite: Error;
  /** Whether `fetch` or the body is still in progress. */
  isPending?: boolean;
  response?: Response;
  /** The response body. */
  text?: string | undefined;
  /** The data of a success. */
  data?: unknown;
}

/**
 * Calls an operation.
 *
 * @throws TypeError if an argument is wrong, or what `fetch` resolves with; nothing else.
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

/** Waits for the response, the time limit or the signal, whichever is first. Resolves with the failure, or with `undefined`. */
async function race(
  call: Call,
  body: unknown,
  signal: AbortSignal | undefined,
  timeoutMs: number,
): Promise<FailureDetails | undefined> {
  if (signal?.aborted) return describeAbort(signal);
  let release = () => {};
  try {
    // An injected fetch may ignore its signal.
    return await new Promise((resolve, reject) => {
      const late: FailureDetails = { kind: 'timeout', reason: `no complete response within ${timeoutMs} ms` };
      const timer = setTimeout(() => resolve(late), timeoutMs);
      const unlisten = signal && listen(signal, () => resolve(describeAbort(signal)));
      release = () => {
        clearTimeout(timer);
        unlisten?.();
      };
      exchange(call, body).then(resolve, reject);
    });
  } finally {
    release();
    call.isActive = false;
    // Only while the platform is at work: undici ends the process when a request that has failed is aborted.
    if (call.isPending) {
      call.controller.abort();
      call.cancel?.();
    }
  }
}

const describeAbort = (signal: AbortSignal): FailureDetails =>
  readProperty(readProperty(signal, 'reason'), 'name') === 'TimeoutError'
    ? { kind: 'timeout', reason: "the caller's signal timed out" }
    : { kind: 'aborted', reason: "by the caller's signal" };

/** The callbacks for each signal. They share one listener, since Node warns of the eleventh. */
const listeners = /* @__PURE__ */ new WeakMap<AbortSignal, { callbacks: Set<() => void>; onAbort: () => void }>();

/** Runs `end` when the signal is aborted, until the returned function is called. */
function listen(signal: AbortSignal, end: () => void): () => void {
  const callbacks = new Set<() => void>();
  const shared = listeners.get(signal) ?? {
    callbacks,
    onAbort: () => {
      for (const run of callbacks) run();
    },
  };
  if (shared.callbacks.size === 0) {
    listeners.set(signal, shared);
    signal.addEventListener('abort', shared.onAbort);
  }
  shared.callbacks.add(end);
  return () => {
    shared.callbacks.delete(end);
    if (shared.callbacks.size === 0) signal.removeEventListener('abort', shared.onAbort);
  };
}

/** Validates the request, sends it, reads the response and validates it. Resolves with the failure, or with `undefined`. */
async function exchange(call: Call, body: unknown): Promise<FailureDetails | undefined> {
  const { client, operation, content } = call;
  const requestProblem = await validate(client, `${operation.id}Request`, () => parseJson(content).value);
  if (requestProblem) return { kind: 'invalid-request', ...requestProblem };
  if (!call.isActive) return undefined;
  check(content.startsWith('{'), 'body', 'an object that JSON can carry', body);
  check(call.fetch, 'fetch', 'a function', call.fetch);

  let received: unknown;
  try {
    call.isPending = true;
    const { response, source } = await send(call, call.fetch);
    received = response;
    if (isResponse(source)) {
      call.response = response as Response;
      call.text = await readBody(source, call);
    }
  } catch (thrown) {
    return { kind: 'network', thrown };
  } finally {
    call.isPending = false;
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
