import { headerNames, type OperationId, traceIdLength } from '../generated/client.js';
import { readBody } from './body.js';
import { attempt, check, checkHeader, checkTimeout } from './check.js';
import { createError, type Fault } from './errors.js';
import { findFault, invalid } from './interpret.js';
import type { ClientOptions } from './options.js';
import type { CallOptions, Outcome } from './outcome.js';
import { cut, secretsIn } from './secrets.js';
import { createTraceId } from './trace-id.js';
import { judge, summarize } from './validate.js';

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
    if (options.traceId !== undefined) checkHeader('traceId', traceId, traceIdLength);
    check(!signal || 'aborted' in signal, 'signal', 'an AbortSignal', signal);
    const headers = attempt(() => ({
      // In lower case, so that there is one of each name.
      ...(options.headers && Object.fromEntries(new Headers(options.headers))),
      'content-type': 'application/json',
      [headerNames.agentName.toLowerCase()]: client.agentName,
      [headerNames.traceId.toLowerCase()]: traceId,
    }));
    // What was given is not told, since it may be a token.
    check(headers, 'headers', 'valid', 'others');
    const content = attempt(() => JSON.stringify(body));
    check(content?.[0] === '{', 'body', 'an object', typeof body);
    const found = judge(client, `${id}Request`, body);
    check(!('then' in found), 'validate', 'synchronous', found);
    if (found.issues) {
      const issues = cut(found.issues, secretsIn(content));
      throw Object.assign(new TypeError(`body: ${summarize(issues)}`), { issues });
    }
    const controller = new AbortController();

    return new Promise<Outcome<T>>((resolve) => {
      let response: Response | undefined;
      let answer: unknown;
      let answered: string[] = [];

      const secrets = () => [...(attempt(() => secretsIn(content)) ?? []), ...answered];
      const end = (fault: Fault | undefined) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        const seen = { status: response?.status, traceId, response };
        const outcome = fault
          ? { ok: false, error: createError(fault, id, seen, secrets()), ...seen }
          : { ok: true, data: Object(answer).data, ...seen };
        resolve(outcome as Outcome<T>);
        // Whatever is still on its way is of no use to anyone.
        if (fault) controller.abort();
      };
      // Raced here rather than left to `fetch`: an injected one may not listen to its signal.
      const onAbort = () => end({ kind: 'aborted', reason: 'by signal' });
      const timer = setTimeout(() => end({ kind: 'timeout', reason: `${timeoutMs} ms` }), timeoutMs);
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
        const text = await readBody(response);
        answer = attempt(() => JSON.parse(text ?? ''));
        let fault = findFault(response, answer, shape);
        const { issues } = fault ? {} : await judge(client, `${id}Response`, answer);
        if (issues) fault = invalid(summarize(issues), { issues });
        // Where the secrets cannot be found, this throws, and nothing that the server said is told.
        if (fault && answer) answered = secretsIn(text);
        return fault;
      };
      exchange()
        .catch(
          (error): Fault => ({
            // With an answer at hand, it was the schema that failed.
            kind: answer ? 'invalid-response' : 'network',
            // Only a name, such as ECONNREFUSED: a platform's message may quote a secret.
            reason: `${error?.cause?.code ?? error?.code ?? 'failed'}`,
          }),
        )
        .then(end);
    });
  };
