import { agentNameHeader, type OperationId, traceIdHeader } from '../../generated/client.js';
import { findFault, invalid, isResponse, readBody, type Shape } from './answer.js';
import { createError, type Fault } from './errors.js';
import { type CallOptions, type ClientOptions, check, checkCallOptions, kindOf, readHeaders } from './options.js';
import type { Outcome, Success } from './outcome.js';
import { createFilter, parse } from './secrets.js';
import { createTraceId } from './trace-id.js';

/** A client, its options checked. */
export interface Client extends Omit<ClientOptions, 'baseUrl'> {
  /** What the paths are put behind. */
  readonly base: string;
  readonly origin: string;
}

/** How an operation is called. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  /** What the `data` of a success must have. */
  readonly data: Shape;
}

/** A call under way. */
interface Call {
  readonly client: Client;
  readonly operation: Operation;
  readonly headers: Record<string, string>;
  /** The body as JSON. */
  readonly content: string;
  readonly controller: AbortController;
  /** Whether somebody waits for it. */
  isWaitedFor: boolean;
  /** Whether the platform is at work on it. */
  isOpen: boolean;
  /** The body as it is sent, where that has been looked at. */
  sent?: unknown;
  response?: Response;
  answer?: unknown;
}

/**
 * Calls an operation.
 *
 * @throws TypeError if an argument cannot be used, or what `fetch` resolves with; nothing else.
 */
export async function callOperation<Data>(
  client: Client,
  operation: Operation,
  body: unknown,
  options: CallOptions = {},
): Promise<Outcome<Data>> {
  const place = new Error();
  checkCallOptions(options);
  const { signal, timeoutMs = client.timeoutMs ?? 10_000, traceId = createTraceId() } = options;
  const call: Call = {
    client,
    operation,
    headers: {
      ...readHeaders(options.headers),
      [agentNameHeader]: client.agentName,
      [traceIdHeader]: traceId,
      'content-type': 'application/json',
    },
    content: serialize(body),
    controller: new AbortController(),
    isWaitedFor: true,
    isOpen: false,
  };
  const fault = await firstOf(call, signal, timeoutMs);
  const { response, answer, content } = call;
  const status = response?.status;
  if (!fault) return { ok: true, data: (answer as { data: Data }).data, response, status, traceId } as Success<Data>;
  const filter = createFilter([call.sent ?? parse(content), answer]);
  const failed = { operation: operation.id, traceId, origin: client.origin, response, place };
  return { ok: false, error: createError(fault, failed, filter), response, status, traceId };
}

/** A body as JSON, written once: what is judged is what is sent. Nothing for what JSON has no word for. */
function serialize(body: unknown): string {
  try {
    return JSON.stringify(body) ?? '';
  } catch {
    // What the platform says of it may quote the body.
    throw new TypeError('body must be an object for JSON, got one that refers to itself, holds a bigint or throws');
  }
}

/** Whichever ends a call first: its exchange, the time limit or the signal. Resolves with nothing for a success. */
async function firstOf(call: Call, signal: AbortSignal | undefined, timeoutMs: number): Promise<Fault | undefined> {
  const aborted: Fault = { kind: 'aborted', reason: "by the caller's signal" };
  if (signal?.aborted) return aborted;
  let release = () => {};
  try {
    // Raced here rather than left to `fetch`: an injected one may not listen to its signal.
    return await new Promise((resolve, reject) => {
      const late: Fault = { kind: 'timeout', reason: `no complete answer within ${timeoutMs} ms` };
      const timer = setTimeout(() => resolve(late), timeoutMs);
      const unlisten = signal && listen(signal, () => resolve(aborted));
      release = () => {
        clearTimeout(timer);
        unlisten?.();
      };
      exchange(call).then(resolve, reject);
    });
  } finally {
    release();
    call.isWaitedFor = false;
    // Only what is still at work: to abort what has failed makes undici end the process.
    if (call.isOpen) call.controller.abort();
  }
}

/** What waits for each signal. All calls with a signal share one listener, since Node warns of the eleventh. */
const waiting = /* @__PURE__ */ new WeakMap<AbortSignal, { calls: Set<() => void>; onAbort: () => void }>();

/** Runs `end` when the signal is aborted, until the function that it returns is called. */
function listen(signal: AbortSignal, end: () => void): () => void {
  const calls = new Set<() => void>();
  const shared = waiting.get(signal) ?? {
    calls,
    onAbort: () => {
      for (const run of calls) run();
    },
  };
  if (shared.calls.size === 0) {
    waiting.set(signal, shared);
    signal.addEventListener('abort', shared.onAbort);
  }
  shared.calls.add(end);
  return () => {
    shared.calls.delete(end);
    if (shared.calls.size === 0) signal.removeEventListener('abort', shared.onAbort);
  };
}

/** Judges the request, sends it, reads the answer and judges that. Resolves with what is wrong, if anything is. */
async function exchange(call: Call): Promise<Fault | undefined> {
  const { client, operation, content, headers, controller } = call;
  const requestSchema = client.validate?.[`${operation.id}Request`]?.['~standard'];
  const responseSchema = client.validate?.[`${operation.id}Response`]?.['~standard'];
  if (requestSchema) {
    try {
      call.sent = parse(content);
      const { issues } = await requestSchema.validate(call.sent);
      if (issues) return { kind: 'invalid-request', issues };
    } catch {
      // What it has thrown may quote the body.
      throw new TypeError(`validate.${operation.id}Request has thrown`);
    }
    if (!call.isWaitedFor) return undefined;
  }
  if (!content.startsWith('{')) throw new TypeError(`body must be an object, got ${kindOf(parse(content))}`);
  const send = client.fetch ?? globalThis.fetch;
  check(send, 'fetch', 'given, since there is no global one', send);

  let given: unknown;
  let text: string | undefined;
  try {
    call.isOpen = true;
    given = await send(client.base + operation.path, {
      headers,
      method: operation.method,
      body: content,
      signal: controller.signal,
      // Some edge runtimes do not know 'error'.
      redirect: 'manual',
    });
    if (isResponse(given)) {
      call.response = given;
      text = await readBody(given, () => call.isWaitedFor);
    }
  } catch (thrown) {
    return { kind: 'network', thrown };
  } finally {
    call.isOpen = false;
  }
  const { response } = call;
  check(
    response,
    'fetch',
    'a function that resolves with a response: status, and an unread stream, text() or arrayBuffer()',
    given,
  );

  call.answer = text === undefined ? undefined : parse(text);
  const { status } = response;
  const fault = findFault(status, text, call.answer, responseSchema ? {} : operation.data);
  if (fault || !responseSchema) return fault;
  // The schema says more of a field than its type, so it comes before what is checked without one.
  try {
    const { issues } = await responseSchema.validate(call.answer);
    if (issues) return { kind: 'invalid-response', issues };
  } catch {
    return invalid(`validate.${operation.id}Response has thrown`);
  }
  return findFault(status, text, call.answer, operation.data);
}
