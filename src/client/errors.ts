import { meanings } from '../../generated/client.js';
import type { Call } from './call.js';
import type { KooDriveError, NetworkError } from './outcome.js';
import { createRedact, type Fields, mask, type Redact, secretsIn } from './redact.js';
import { envelopeOf, parseJson } from './response.js';
import { type Findings, type Issue, maxIssues } from './schema.js';

/** What is known of a failure. Only `kind` and `reason` are the client's own text. */
export interface FailureDetails {
  readonly kind: KooDriveError['kind'];
  readonly reason?: string;
  readonly code?: string;
  readonly serviceMessage?: string;
  readonly requestId?: string | undefined;
  readonly issues?: Findings['issues'];
  /** What `fetch` threw. */
  readonly thrown?: unknown;
}

// A console prints the name of the class before the message.
const CallError = class KooDriveError extends Error {
  // An accessor on the prototype, so that no own property repeats it.
  override get name() {
    return 'KooDriveError';
  }

  toJSON() {
    return { ...this, name: this.name, message: this.message };
  }
};

/**
 * Creates the error of a failed call. Message, stack and enumerable properties hold our own text and values of a fixed form; what others
 * have written is in properties that loggers do not see.
 */
export function createError(details: FailureDetails, call: Call): KooDriveError {
  const { kind, code, serviceMessage = '', requestId, thrown } = details;
  const { operation, traceId, response } = call;
  const status = response?.status;
  const redact = createRedact([
    // Read from the texts, since a schema may have changed the objects.
    ...secretsIn(operation.request, parseJson(call.content).exact),
    ...secretsIn(envelopeOf(operation.data), parseJson(call.text ?? '').exact),
    ...Object.values(call.headers).filter(({ length }) => length >= 8),
  ]);
  /** Returns a value if it has a fixed form and holds no secret. */
  const fixed = (value: string, form: RegExp) => (form.test(value) && redact(value) === value ? value : undefined);
  const visible: Record<string, unknown> = { kind, operation: operation.id, traceId, status };
  const hidden: Record<string, unknown> = {};
  let { reason = '' } = details;

  if (code !== undefined) {
    const meaning = Object.hasOwn(meanings, code) && meanings[code];
    const [, number] = /^(?:[A-Z]{1,16}\.)?(-?\d{1,10})$/.exec(code) ?? [];
    // A short secret may be a part of a code by chance, so only a whole secret is masked.
    const isCode = number !== undefined && redact(number) !== mask && redact(code) !== mask;
    visible['code'] = meaning || isCode ? code : mask;
    hidden['serviceMessage'] = redact(serviceMessage).slice(0, 1_000);
    reason = `${visible['code']}${meaning ? ` (${meaning})` : ''}`;
  }
  if (requestId !== undefined) visible['requestId'] = fixed(requestId, /^[\da-f-]{8,64}$/i) ?? mask;
  if (details.issues) {
    const issues = readIssues(details.issues, redact);
    hidden['issues'] = issues;
    const fields = kind === 'invalid-request' ? operation.request : envelopeOf(operation.data);
    reason ||= `the schema rejects ${[...new Set(issues.map(({ path }) => knownPath(fields, path)))].join(', ')}`;
  }
  if (kind === 'network') {
    const text = (key: string) => textIn(read(thrown, 'cause'), key) || textIn(thrown, key);
    const errorCode = fixed(text('code'), /^E[A-Z]{2,20}$|^[A-Z]{2,9}_[A-Z\d_]{2,40}$/);
    const cause: NetworkError['cause'] = {
      name: fixed(text('name'), /^[A-Z]?[A-Za-z]{0,30}Error$/) ?? 'Error',
      ...(errorCode && { code: errorCode }),
      ...(call.fetch === globalThis.fetch && { message: redact(text('message')).slice(0, 1_000) }),
    };
    visible['cause'] = cause;
    hidden['thrown'] = thrown;
    reason = cause.code || cause.message || cause.name;
  }
  if (status !== undefined) reason += `, status ${status}`;
  const where = kind === 'invalid-request' ? '; nothing was sent' : ` at ${call.url}`;
  // A message must not break out of its line in a log.
  const message = `${operation.id}: ${kind}, ${reason}${where}`.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  const error = new CallError(message);
  // A custom `Error.prepareStackTrace` may make anything of a stack, or throw.
  const stack = read(call.callSite, 'stack');
  // Firefox and Safari write no line before the frames.
  if (typeof stack === 'string') error.stack = stack.replace(/^Error\b.*/, () => `${error}`);
  for (const [name, value] of Object.entries(hidden)) Object.defineProperty(error, name, { value });
  const created: unknown = Object.assign(error, visible);
  return created as KooDriveError;
}

/** Reads the issues of any schema. Nothing in them is relied on. */
function readIssues(issues: unknown, redact: Redact): Issue[] {
  const text = (value: unknown, key: string, limit: number) => redact(textIn(value, key)).slice(0, limit);
  return listIn(issues).map((issue) => {
    const path = listIn(read(issue, 'path')).map((part) => text({ part }, 'part', 100) || text(part, 'key', 100));
    const code = text(issue, 'code', 100);
    return { message: text(issue, 'message', 200), path, ...(code && { code }) };
  });
}

/** Returns the part of a path that the contract has. */
function knownPath(fields: Fields, path: Issue['path']): string {
  const names: unknown[] = [];
  let shape: unknown = fields;
  for (const name of path) {
    const key = [name, `${name}?`].find((key) => Object.hasOwn(Object(shape), key));
    if (key === undefined) break;
    names.push(name);
    shape = Object(shape)[key];
  }
  return names.join('.') || 'an unknown field';
}

/** Returns a property of anything, or nothing if it cannot be read. */
export function read(value: unknown, key: string): unknown {
  try {
    return Object(value)[key];
  } catch {
    return undefined;
  }
}

/** Returns a property that is a text, a number or a symbol, as text. */
function textIn(value: unknown, key: string): string {
  const text = read(value, key);
  return /string|number|symbol/.test(typeof text) ? String(text) : '';
}

/** Returns the first items of a list. */
function listIn(value: unknown): unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, maxIssues) : [];
  } catch {
    return [];
  }
}
