import { readBody } from './body.js';
import type { Operation } from './call.js';
import { interpret, invalid, type Reading } from './interpret.js';
import type { Settings } from './options.js';
import type { PreparedRequest } from './request.js';

/** What has come of an answer so far. */
export interface Answer {
  response?: Response;
  text?: string;
}

/** The name of what broke a connection, such as ECONNREFUSED: the rest of the platform's message is not known to be free of secrets. */
function reasonOf(error: unknown): string {
  const { code, cause } = Object(error);
  const name = Object(cause).code ?? code;
  return typeof name === 'string' && /^\w+$/.test(name) ? name : 'no connection, or one that broke';
}

/** Sends a request and reads what comes back, up to the verdict. Notes in `answer` how far it came. */
export async function exchange(
  settings: Settings,
  operation: Operation,
  request: PreparedRequest,
  abortion: AbortSignal,
  answer: Answer,
): Promise<Reading> {
  let bytes: Uint8Array | undefined;
  try {
    const response = await (settings.fetch ?? fetch)(settings.base + operation.path, {
      method: operation.method,
      headers: request.headers,
      body: request.content ?? null,
      // Some edge runtimes do not know 'error'.
      redirect: 'manual',
      signal: abortion,
    });
    answer.response = response;
    // A browser hides the status of a redirect: it is then 0.
    if (!response.status || (response.status > 299 && response.status < 400))
      return invalid('a redirect, which is never followed');
    bytes = await readBody(response);
  } catch (error) {
    return { fault: { kind: 'network', reason: reasonOf(error) } };
  }
  if (!bytes) return invalid('the body is over 1 MiB');

  let body: unknown;
  try {
    // Fatal, or an invalid byte would become a character of a token.
    answer.text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    body = JSON.parse(answer.text);
  } catch {
    return invalid('the body is not JSON');
  }
  const reading = interpret(answer.response.ok, body, operation.shape);
  if (reading.fault) return reading;

  try {
    const findings = await settings.validate[`${operation.id}Response`]?.['~standard'].validate(body);
    if (findings?.issues) return invalid('a success that breaks its schema', findings.issues);
  } catch {
    return invalid('the schema failed to judge the body');
  }
  return reading;
}
