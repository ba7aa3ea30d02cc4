import type { OperationId } from '../generated/client.js';
import { createError, type Fault } from './errors.js';
import { type Answer, exchange } from './exchange.js';
import type { Settings } from './options.js';
import type { CallOptions, Outcome } from './outcome.js';
import { type PreparedRequest, prepare } from './request.js';
import { secretsOf } from './secrets.js';

/** Fields that a value must have, each with a sample of its type. */
export interface Shape {
  readonly [field: string]: string | number | boolean | Shape;
}

/** What the spec says of one operation. */
export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  /** What the `data` of a success must have. */
  readonly shape: Shape;
}

/** Sends one operation. Throws at once for arguments that cannot be used, and never rejects. */
export type Call = <T>(
  operation: Operation,
  body: object | undefined,
  options?: CallOptions | undefined,
) => Promise<Outcome<T>>;

/** The call that all methods of a client share. */
export const createCall =
  (settings: Settings): Call =>
  (operation, body, options = {}) =>
    send(settings, operation, prepare(settings, operation, body, options));

/** Sends a request, and ends by whichever comes first: the answer, the time limit or the caller's signal. */
function send<T>(settings: Settings, operation: Operation, request: PreparedRequest): Promise<Outcome<T>> {
  const { traceId, timeoutMs, signal } = request;
  const controller = new AbortController();
  const answer: Answer = {};

  return new Promise((resolve) => {
    const end = (outcome: Outcome<T>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const fail = (fault: Fault) => {
      const { response } = answer;
      const status = response && { status: response.status };
      const call = { operation: operation.id, traceId, ...status };
      const error = createError(fault, call, secretsOf(request, answer.text));
      end({ ok: false, error, traceId, ...status, ...(response && { response }) });
      // Whatever is still on its way is of no use to anyone.
      controller.abort();
    };
    const onAbort = () => fail({ kind: 'aborted', reason: "by the caller's signal" });
    // Raced here rather than left to `fetch`: an injected one may not listen to its signal.
    const timer = setTimeout(
      () => fail({ kind: 'timeout', reason: `no complete answer in ${timeoutMs} ms` }),
      timeoutMs,
    );
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);

    exchange(settings, operation, request, controller.signal, answer).then((reading) => {
      const { response } = answer;
      if (reading.fault) fail(reading.fault);
      else if (response) end({ ok: true, data: reading.data as T, status: response.status, traceId, response });
    });
  });
}
