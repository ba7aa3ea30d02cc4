import type { OperationId } from '../../generated/client.js';
import type { KooDriveError, NetworkError } from './outcome.js';
import { type Findings, type Issue, maxIssues } from './schema.js';
import type { Filter } from './secrets.js';

/** What went wrong, as it was found. The reason is in words of ours; all else is foreign, and not yet free of secrets. */
export interface Fault {
  readonly kind: KooDriveError['kind'];
  readonly reason?: string;
  readonly code?: string;
  readonly serviceMessage?: string;
  readonly requestId?: string;
  readonly issues?: Findings['issues'];
  /** What `fetch` has thrown. */
  readonly thrown?: unknown;
}

/** The call that a fault ended. */
export interface FailedCall {
  readonly operation: OperationId;
  readonly traceId: string;
  readonly origin: string;
  readonly response: Response | undefined;
  /** Made where the method was called. */
  readonly place: Error;
}

// The name is what a console prints before a message.
const CallError = class KooDriveError extends Error {
  // An accessor, so that no own property repeats it.
  override get name() {
    return 'KooDriveError';
  }

  toJSON() {
    return { ...this, name: this.name, message: this.message };
  }
};

/** Makes the error of a fault. Foreign words pass the filter; words of ours do not, since a mask in them would tell a secret. */
export function createError(fault: Fault, call: FailedCall, filter: Filter): KooDriveError {
  const { kind, code, serviceMessage = '', requestId, issues, thrown } = fault;
  const { operation, traceId, origin, response, place } = call;
  const status = response?.status;
  const told: Record<string, unknown> = { kind, operation, traceId, status };
  let reason = fault.reason ?? '';
  if (code !== undefined) {
    const [its, words] = [filter.code(code), filter.text(serviceMessage, 1_000)];
    Object.assign(told, { code: its, serviceMessage: words });
    reason = `${its} "${words.slice(0, 200)}"`;
  }
  if (requestId !== undefined) told['requestId'] = filter.text(requestId, 100);
  if (issues) {
    const found = readIssues(issues, filter);
    told['issues'] = found;
    reason = listOf(found.map(({ message }) => message));
  }
  if (kind === 'network') {
    const cause = readCause(thrown, filter);
    told['cause'] = cause;
    // Browsers do not tell a connection that was refused from an unknown host or from CORS.
    reason =
      cause.code ??
      `${cause.message.slice(0, 200) || 'failed'} (no code: refused, an unknown host and CORS look alike here)`;
  }
  if (response && kind === 'invalid-response') reason += contentTypeOf(response, filter);
  if (status !== undefined) reason += `, status ${status}`;
  const where = kind === 'invalid-request' ? ', nothing was sent' : ` at ${origin}`;
  // The words of a server must not break out of the line of a log.
  const message = `${operation}: ${kind}, ${reason}${where}`.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  const error = new CallError(message);
  // The frames of the caller. Firefox and Safari write no line before them.
  if (place.stack) error.stack = place.stack.replace(/^Error\b.*/, () => `${error}`);
  const made: unknown = Object.assign(error, told);
  return made as KooDriveError;
}

/** What a response says that it is, after a comma. One that is made by hand may have no headers, or such as throw. */
function contentTypeOf(response: Response, filter: Filter): string {
  try {
    const contentType = response.headers.get('content-type');
    return contentType ? `, ${filter.text(contentType, 100)}` : '';
  } catch {
    return '';
  }
}

/** Issues of any schema in one form. A schema may be anybody's, so nothing in them is relied on. */
function readIssues(issues: unknown, filter: Filter): Issue[] {
  return listIn(issues).map((issue) => {
    const code = wordIn(issue, 'code');
    const path = listIn(read(issue, 'path')).map((part) =>
      filter.text(wordIn({ part }, 'part') || wordIn(part, 'key'), 100),
    );
    return { message: filter.text(wordIn(issue, 'message'), 200), path, ...(code && { code: filter.code(code) }) };
  });
}

/** Texts as a person would list them. */
function listOf(texts: readonly string[]): string {
  const told = texts.length > 5 ? [...texts.slice(0, 4), `${texts.length - 4} more`] : texts;
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1)}` : `${told}`;
}

/** What a platform says of a failure: the inner error first, since undici wraps the reason. */
function readCause(thrown: unknown, filter: Filter): NetworkError['cause'] {
  const word = (key: string) => wordIn(read(thrown, 'cause'), key) || wordIn(thrown, key);
  const code = word('code');
  return {
    name: filter.text(word('name') || typeof thrown, 100),
    ...(code && { code: filter.text(code, 100) }),
    message: filter.text(word('message') || wordIn({ thrown }, 'thrown'), 1_000),
  };
}

/** A property of anything, or nothing if it cannot be read. */
function read(value: unknown, key: string): unknown {
  try {
    return Object(value)[key];
  } catch {
    return undefined;
  }
}

/** A property that is a text, a number or a symbol, as text. */
function wordIn(value: unknown, key: string): string {
  const word = read(value, key);
  return /string|number|symbol/.test(typeof word) ? String(word) : '';
}

/** The first items of a list. */
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, maxIssues) : []);
