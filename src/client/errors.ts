import { type Field, meanings } from '../../generated/client.js';
import type { Call } from './call.js';
import { parseJson } from './json.js';
import type { KooDriveError, NetworkError } from './outcome.js';
import { createRedact, mask, type Redact, secretsIn } from './redact.js';
import { type Findings, type Issue, maxIssues } from './schema.js';

/** What is known of a failure. Only `kind` and `reason` are the client's own text: `call.ts` and `response.ts` write the reasons. */
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
 * Creates the error of a failed call. Message, stack and enumerable properties hold our own text, values of a fixed form, and the message
 * of the platform's `fetch`. Text of others is in properties that loggers do not see.
 */
export function createError(details: FailureDetails, call: Call): KooDriveError {
  const { operation, traceId, response } = call;
  const { kind } = details;
  const status = response?.status;
  const { reason, visible, hidden = {} } = describeFailure(details, call, createRedact(secretsOf(call)));
  const received = status === undefined ? '' : `, status ${status}`;
  const where = kind === 'invalid-request' ? '; nothing was sent' : ` at ${call.url}`;
  // A message must not break out of its line in a log.
  const message = `${operation.id}: ${kind}, ${reason}${received}${where}`.replace(/[^ -~]/g, '?');
  const error = new CallError(message);
  // A custom `Error.prepareStackTrace` may make anything of a stack, or throw.
  const stack = readProperty(call.callSite, 'stack');
  // Firefox and Safari write no line before the frames.
  if (typeof stack === 'string') error.stack = stack.replace(/^Error\b.*/, () => `${error}`);
  for (const [name, value] of Object.entries(hidden)) Object.defineProperty(error, name, { value });
  const created: unknown = Object.assign(error, { kind, operation: operation.id, traceId, status }, visible);
  return created as KooDriveError;
}

/** Returns the secrets of a call. They come from the texts that were sent and received, since a schema may have changed the objects. */
const secretsOf = ({ operation, content, text = '', headers }: Call): string[] => [
  ...secretsIn(operation.request, parseJson(content).exact),
  ...secretsIn(operation.response, parseJson(text).exact),
  ...Object.values(headers).filter(({ length }) => length >= 8),
];

/** What an error says of its failure. */
interface Description {
  readonly reason: string;
  /** The enumerable properties. */
  readonly visible?: Record<string, unknown>;
  /** The properties that are not enumerable. */
  readonly hidden?: Record<string, unknown>;
}

function describeFailure(details: FailureDetails, call: Call, redact: Redact): Description {
  const { kind, code, issues, reason = '' } = details;
  if (code !== undefined) return describeCode(code, details, redact);
  if (issues) return describeIssues(issues, details, call, redact);
  if (kind === 'network') return describeNetwork(details.thrown, call, redact);
  return { reason };
}

function describeCode(code: string, { serviceMessage = '', requestId }: FailureDetails, redact: Redact): Description {
  const [, number] = /^(?:[A-Z]{1,16}\.)?(-?\d{1,10})$/.exec(code) ?? [];
  const meaning = number && meanings[code];
  // A short secret may be a part of a code by chance, so only a whole secret is masked.
  const isCode = number !== undefined && redact(number) !== mask && redact(code) !== mask;
  const shown = meaning || isCode ? code : mask;
  const id = requestId && (fixedForm(requestId, /^[\da-f-]{8,64}$/i, redact) ?? mask);
  return {
    reason: shown + (meaning ? ` (${meaning})` : ''),
    visible: { code: shown, ...(requestId !== undefined && { requestId: id }) },
    hidden: { serviceMessage: redact(serviceMessage, 1_000) },
  };
}

function describeIssues(
  given: Findings['issues'],
  { kind, reason }: FailureDetails,
  { operation }: Call,
  redact: Redact,
): Description {
  const issues = readIssues(given, redact);
  const fields = kind === 'invalid-request' ? operation.request : operation.response;
  const names = new Set(issues.map(({ path }) => knownPath(fields, path)));
  return { reason: reason || `the schema rejects ${[...names].join(', ') || 'the value'}`, hidden: { issues } };
}

function describeNetwork(thrown: unknown, { fetch }: Call, redact: Redact): Description {
  const text = (key: string) => textIn(readProperty(thrown, 'cause'), key) || textIn(thrown, key);
  const code = fixedForm(text('code'), /^E[A-Z]{2,20}$|^[A-Z]{2,9}_[A-Z\d_]{2,40}$/, redact);
  const cause: NetworkError['cause'] = {
    name: fixedForm(text('name'), /^[A-Za-z]{0,31}Error$/, redact) ?? 'Error',
    ...(code && { code }),
    // Another fetch may repeat the request in its message. The platform's own does not.
    ...(fetch === globalThis.fetch && { message: redact(text('message'), 1_000) }),
  };
  return { reason: cause.code || cause.message || cause.name, visible: { cause }, hidden: { thrown } };
}

/** Returns a text if it has a fixed form and contains no secret, otherwise `undefined`. */
const fixedForm = (text: string, form: RegExp, redact: Redact): string | undefined =>
  form.test(text) && redact(text) === text ? text : undefined;

/** Reads the issues of any schema: a schema of the caller may return anything. */
function readIssues(issues: unknown, redact: Redact): Issue[] {
  return firstItems(issues).map((issue) => {
    const code = redact(textIn(issue, 'code'), 100);
    return {
      message: redact(textIn(issue, 'message'), 200),
      path: firstItems(readProperty(issue, 'path')).map((part) => redact(toText(part) || textIn(part, 'key'), 100)),
      ...(code && { code }),
    };
  });
}

/** Returns the part of a path that the contract has. */
function knownPath(fields: readonly Field[], path: Issue['path']): string {
  // An object comes before its fields, so the last one is the deepest.
  const known = fields.filter((field) => field.path.every((name, index) => name === path[index])).at(-1);
  return known?.path.join('.') ?? (path.length === 0 ? 'the value' : 'an unknown field');
}

/** Returns a property of any value, or `undefined` if it cannot be read. */
export function readProperty(value: unknown, key: string): unknown {
  try {
    return Object(value)[key];
  } catch {
    return undefined;
  }
}

/** Returns a string, a number or a symbol as text, and an empty text for any other value. */
const toText = (value: unknown): string => (/string|number|symbol/.test(typeof value) ? String(value) : '');

const textIn = (value: unknown, key: string): string => toText(readProperty(value, key));

/** Returns the first items of a list, and an empty list for any other value. */
function firstItems(value: unknown): unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, maxIssues) : [];
  } catch {
    return [];
  }
}
