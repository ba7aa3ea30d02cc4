import { calls, traceIdLength } from '../../generated/client.js';
import type { Schemas } from './schema.js';

/** Where and as whom to call. */
export interface ConnectionOptions {
  /**
   * Absolute http or https URL that the operations' paths are put behind, such as `servers.international`. A path in it is kept;
   * user name, password, query and fragment are refused.
   */
  readonly baseUrl: string | URL;
  /** Name of the carrier (D18), sent with every call as `x-hw-agentName`: Latin-1 text that a header can carry. */
  readonly agentName: string;
  /**
   * Allow plain http to other hosts than this machine. Passwords then travel unencrypted.
   *
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
}

/** What a client is made from. */
export interface ClientOptions extends ConnectionOptions {
  /**
   * Milliseconds from the call to the last byte of the answer, 1 to 2147483647.
   *
   * @default 10000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * What to send requests with. It serves if it resolves with a `status` and a body as a byte stream, a Node stream, `text()` or
   * `arrayBuffer()`.
   *
   * @default the global `fetch`, looked up at each call
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Schemas to check requests and successes with, all or some of `koodrive-auth-contract/schemas`. A request that breaks its
   * schema ends with an `invalid-request` before anything is sent, an answer that breaks its schema with an `invalid-response`.
   * Both have `issues`.
   *
   * @default nothing is checked beyond the fields that the contract promises
   */
  readonly validate?: Schemas | undefined;
}

/** What a single call may say for itself. */
export interface CallOptions {
  /** Ends the call with an `aborted` error when it is aborted, before, during or while the body is read. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds from the call to the last byte of the answer, 1 to 2147483647; past them the call ends with a `timeout` error.
   *
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * The trace id to send, exactly 58 visible ASCII characters (D3).
   *
   * @default a new one from `createTraceId()`
   */
  readonly traceId?: string | undefined;
  /** Further request headers. Those that the client sets itself win over them. */
  readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
}

/** Refuses an argument unless it is usable: the message names it, and says what would be right and what was given. */
export function check(usable: unknown, name: string, rule: string, given: unknown): asserts usable {
  if (!usable) throw new TypeError(`${name} must be ${rule}, got ${show(given)}`);
}

/** A value as a person would write it, and its type. */
function show(value: unknown): string {
  if (typeof value === 'string') return `${JSON.stringify(value.slice(0, 100))} (${kindOf(value)})`;
  return /number|boolean/.test(typeof value) ? `${value} (${kindOf(value)})` : kindOf(value);
}

/** What a value is, without a word of it: `null`, `a string`, `Array`, `AbortSignal`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return `${value}`;
  return value === Object(value) ? {}.toString.call(value).slice(8, -1) : `a ${typeof value}`;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\t -~\u0080-\u00ff]*$/.test(value);

/** When an option can be used, and how to say that. */
const rules: Readonly<Record<string, readonly [isUsable: (value: unknown) => unknown, rule: string]>> = {
  agentName: [
    (value) => value && isHeaderValue(value) && value === value.trim(),
    'Latin-1 text without line breaks, and without spaces around it',
  ],
  allowInsecureHttp: [(value) => typeof value === 'boolean', 'true or false'],
  fetch: [(value) => typeof value === 'function', 'a function'],
  // A timer cannot wait past 31 bits: it would end at once.
  timeoutMs: [
    (value) => typeof value === 'number' && value >= 1 && value < 2 ** 31,
    'a number of milliseconds from 1 to 2147483647',
  ],
  validate: [
    (value) => isObject(value) && !('~standard' in value),
    "schemas by name: import * as validate from 'koodrive-auth-contract/schemas'",
  ],
  signal: [(value) => typeof Object(value).addEventListener === 'function', 'an AbortSignal'],
  traceId: [
    (value) => typeof value === 'string' && RegExp(`^[!-~]{${traceIdLength}}$`).test(value),
    `${traceIdLength} visible ASCII characters`,
  ],
  headers: [isObject, 'an object of names and values'],
};

/** Refuses options that are none, unknown ones, and such as cannot be used. `known` says what is needed to call. */
function checkOptions(options: unknown, known: readonly string[], such: string): void {
  check(isObject(options) && !('aborted' in options), 'options', `an object such as ${such}`, options);
  checkNames(options, known);
  for (const name of known) {
    const [isUsable, rule = ''] = rules[name] ?? [];
    const value: unknown = Reflect.get(options, name);
    const isMissing = value === undefined && name !== 'agentName';
    if (isUsable && !isMissing) check(isUsable(value), name, rule, value);
  }
}

/**
 * Checks the options of a client; `others` are those beside the connection. Returns its base URL without slashes at the end, and
 * the origin in it.
 */
export function readConnection(
  options: ConnectionOptions & Pick<ClientOptions, 'validate'>,
  others: readonly string[],
): { base: string; origin: string } {
  checkOptions(options, ['baseUrl', 'agentName', 'allowInsecureHttp', ...others], '{ baseUrl, agentName }');
  const { baseUrl, allowInsecureHttp, validate = {} } = options;
  const schemas = Object.keys(calls).flatMap((id) => [`${id}Request`, `${id}Response`]);
  // Some compilers and loaders add the last two to a module.
  checkNames(validate, [...schemas, 'default', 'module.exports']);
  for (const name of schemas) {
    const schema: unknown = Reflect.get(validate, name);
    const isSchema = schema === undefined || typeof Object(schema)['~standard']?.validate === 'function';
    check(isSchema, `validate.${name}`, 'a Standard Schema', schema);
  }
  return readBaseUrl(baseUrl, allowInsecureHttp);
}

function readBaseUrl(baseUrl: unknown, allowInsecureHttp = false): { base: string; origin: string } {
  const given: unknown = Object(baseUrl).href ?? baseUrl;
  const url = typeof given === 'string' ? given : '';
  // What may be a password or a token is not repeated.
  const shown = /[@?#]/.test(url) ? '***' : given;
  const [, origin = '', host = '', path = ''] = /^(https?:\/\/([^/?#@]+))(\/[^?#]*)$/.exec(hrefOf(url)) ?? [];
  check(origin, 'baseUrl', 'an absolute http or https URL without user name, query and fragment', shown);
  const isSafe = origin.startsWith('https') || /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
  check(isSafe || allowInsecureHttp, 'baseUrl', 'https, unless it is localhost or allowInsecureHttp is set', shown);
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return { base: origin + path.slice(0, end), origin };
}

function hrefOf(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return '';
  }
}

/** Checks the options of a call. */
export const checkCallOptions = (options: CallOptions): void =>
  checkOptions(options, ['signal', 'timeoutMs', 'traceId', 'headers'], '{ signal, timeoutMs }');

/** Headers as a plain object, their names in lower case, so that there is one of each. Values are not repeated: they may be tokens. */
export function readHeaders(headers: CallOptions['headers'] = {}): Record<string, string> {
  const entries: [string, unknown][] = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const isHeader = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && isHeaderValue(value);
      if (!isHeader)
        throw new TypeError(`headers: ${show(name)} cannot be sent, or its value is no Latin-1 text of one line`);
      return [name.toLowerCase(), value];
    }),
  );
}

/** Refuses what has an unknown name, and says which one may have been meant: the one that shares most pairs of letters. */
function checkNames(given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const text = name.slice(0, 50).toLowerCase();
    const shared = (other: string) =>
      [...text].filter((_, at) => at > 0 && other.toLowerCase().includes(text.slice(at - 1, at + 1))).length;
    const [nearest = ''] = [...known].sort((a, b) => shared(b) - shared(a));
    const help = shared(nearest) * 2 >= text.length - 1 ? `did you mean ${nearest}?` : `there are ${known.join(', ')}`;
    throw new TypeError(`unknown option ${name}: ${help}`);
  }
}
