import { agentNameHeader, type OperationId, traceIdHeader, traceIdLength } from '../../generated/client.js';
import { findFault, invalid } from './answer.js';
import { readBody } from './body.js';
import { attempt, check, checkTimeout } from './check.js';
import { createError, type Fault } from './errors.js';
import type { ClientOptions } from './options.js';
import type { CallOptions, Outcome } from './outcome.js';
import { type Findings, messagesOf } from './schema.js';
import { cut } from './secrets.js';
import { createTraceId } from './trace-id.js';

/** Fields that a value must have, each with a sample of its type. */
export interface Shape {
  readonly [field: string]: string | number | boolean | Shape;
}

/** Makes the method of one operation. It throws at once for arguments that cannot be used, and never rejects. */
export type Define = <Body, Data>(
  id: OperationId,
  path: string,
  /** What the `data` of a success must have. */
  shape: Shape,
  method?: string,
) => (body: Body, options?: CallOptions | undefined) => Promise<Outcome<Data>>;

/** What a platform says of a failure. */
interface Reason {
  readonly code?: string;
  readonly cause?: Reason;
}

/** Makes the methods of a client. A call ends by whichever comes first: the answer, the time limit or the caller's signal. */
export const createDefine =
  (base: string, client: ClientOptions, limit: number): Define =>
  <Body, Data>(id: OperationId, path: string, shape: Shape, method = 'POST') =>
  (body: Body, options: CallOptions = {}) => {
    const { signal, timeoutMs = limit, traceId = createTraceId() } = options;
    checkTimeout(timeoutMs);
    check(
      RegExp(`^[!-~]{${traceIdLength}}$`).test(traceId),
      'traceId',
      `${traceIdLength} visible ASCII characters`,
      traceId,
    );
    check(!signal || signal.addEventListener, 'signal', 'an AbortSignal', signal);
    const headers = attempt(() => ({
      // In lower case, so that there is one of each name.
      ...Object.fromEntries(new Headers(options.headers)),
      [agentNameHeader]: client.agentName,
      [traceIdHeader]: traceId,
      'content-type': 'application/json',
    }));
    // What was given is not told, since it may be a token.
    check(headers, 'headers', 'valid', '***');
    let content = attempt(() => JSON.stringify(body)) as string;
    check(content?.[0] === '{', 'body', 'an object', typeof body);
    const found = client.validate?.[`${id}Request`]?.['~standard'].validate(body);
    check(!found?.then, 'validate', 'synchronous', found);
    if (found?.issues) {
      const issues = cut(found.issues, content);
      throw Object.assign(new TypeError(`body: ${messagesOf(issues)}`), { issues });
    }
    const controller = new AbortController();

    const run = async (resolve: (outcome: Outcome<Data>) => void) => {
      let answer: unknown;
      let response: Response | undefined;
      let fault: Fault | undefined;

      const end = (fault: Fault | undefined) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        const status = response?.status;
        const outcome = {
          ok: !fault,
          ...(fault
            ? { error: createError(fault, content, { operation: id, status, traceId }) }
            : { data: (answer as { data: Data }).data }),
          response,
          status,
          traceId,
        };
        resolve(outcome as Outcome<Data>);
        // Whatever is still on its way is of no use to anyone.
        if (fault) controller.abort();
      };
      // Raced here rather than left to `fetch`: an injected one may not listen to its signal.
      const onAbort = () => end(['aborted', 'signal']);
      const timer = setTimeout(() => end(['timeout', `${timeoutMs} ms`]), timeoutMs);
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort);

      try {
        response = await (client.fetch ?? fetch)(base + path, {
          headers,
          method,
          body: content,
          signal: controller.signal,
          // Some edge runtimes do not know 'error'.
          redirect: 'manual',
        });
        const text = await readBody(response);
        answer = attempt(() => JSON.parse(text as string));
        // A schema names the field that is missing, so it comes before what is checked without one.
        fault = findFault(response, answer, {});
        const found = (!fault &&
          (await client.validate?.[`${id}Response`]?.['~standard'].validate(answer))) as Findings;
        fault = found?.issues
          ? invalid(`${messagesOf(found.issues)}`, found.issues)
          : findFault(response, answer, shape);
        // What is nested deeper than the stack makes this throw, and then nothing that the server said is told.
        if (fault) content += JSON.stringify(answer);
      } catch (error) {
        fault = [
          // With an answer at hand, it was the schema that failed.
          answer ? 'invalid-response' : 'network',
          // Only a name, such as ECONNREFUSED: a platform's message may quote a secret.
          `${(error as Reason)?.cause?.code ?? (error as Reason)?.code ?? 'failed'}`,
        ];
      }
      end(fault);
    };
    return new Promise(run);
  };
