import { headerNames, type OperationId, traceIdLength } from '../generated/client.js';
import { readBody } from './body.js';
import { attempt, check, checkHeader, checkTimeout } from './check.js';
import { createError, type Fault } from './errors.js';
import { interpret, invalid } from './interpret.js';
import type { ClientOptions } from './options.js';
import type { CallOptions, Outcome } from './outcome.js';
import { writeBody } from './request.js';
import { createTraceId } from './trace-id.js';

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

/** The call that all methods of a client share. Ends by whichever comes first: the answer, the time limit or the caller's signal. */
export const createCall =
  (base: string, client: ClientOptions & { timeoutMs: number }): Call =>
  <T>({ id, method, path, shape }: Operation, body: object | undefined, options: CallOptions = {}) => {
    const { signal, timeoutMs = client.timeoutMs, traceId = createTraceId() } = options;
    checkTimeout(timeoutMs);
    checkHeader('traceId', traceId);
    check(traceId.length === traceIdLength, 'traceId', `${traceIdLength} characters`, traceId);
    check(!signal || 'aborted' in signal, 'signal', 'an AbortSignal', typeof signal);
    const headers = attempt(() => ({
      // In lower case, so that there is one of each name.
      ...Object.fromEntries(new Headers(options.headers)),
      accept: 'application/json',
      'content-type': 'application/json',
      [headerNames.agentName.toLowerCase()]: client.agentName,
      [headerNames.traceId.toLowerCase()]: traceId,
    }));
    // What was given is not told, since it may be a token.
    check(headers, 'headers', 'valid', 'others');
    const content = writeBody(body, client.validate?.[`${id}Request`]);
    const controller = new AbortController();

    return new Promise<Outcome<T>>((resolve) => {
      let response: Response | undefined;
      let text: string | undefined;
      const end = (outcome: Outcome<T>) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        resolve(outcome);
      };
      const fail = (fault: Fault) => {
        const status = response?.status;
        const error = createError(fault, { operation: id, traceId, status }, content + text);
        end({ ok: false, error, status, traceId, response });
        // Whatever is still on its way is of no use to anyone.
        controller.abort();
      };
      // Raced here rather than left to `fetch`: an injected one may not listen to its signal.
      const onAbort = () => fail({ kind: 'aborted', reason: 'by signal' });
      const timer = setTimeout(() => fail({ kind: 'timeout', reason: `${timeoutMs} ms` }), timeoutMs);
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort);

      const exchange = async () => {
        response = await (client.fetch ?? fetch)(base + path, {
          method,
          headers,
          body: content,
          // Some edge runtimes do not know 'error'.
          redirect: 'manual',
          signal: controller.signal,
        });
        const { ok, status } = response;
        // A browser hides the status of a redirect: it is then 0.
        if (!ok && status < 400) return invalid('redirect, not followed');
        text = await readBody(response);
        return text === undefined
          ? invalid('over 1 MiB, or not UTF-8')
          : interpret(text, ok, shape, client.validate?.[`${id}Response`]);
      };
      exchange()
        // Only the name, such as ECONNREFUSED: a platform's message may quote a secret.
        .catch(
          (error): Fault => ({
            kind: text === undefined ? 'network' : 'invalid-response',
            reason: `${error?.cause?.code ?? error?.code}`,
          }),
        )
        .then((reading) => {
          if (reading.kind) fail(reading);
          else if (response) end({ ok: true, data: reading.data as T, status: response.status, traceId, response });
        });
    });
  };
