import { calls, traceIdLength } from '../../generated/client.js';
import type { FetchResponse } from './response.js';
import type { Schemas } from './schema.js';

/** The server to call, and the carrier that calls it. */
export interface ConnectionOptions {
  /**
   * Absolute http or https URL, such as `servers.international`. The path of the operation is appended to it. A user name, a
   * password, a query and a fragment are rejected.
   */
  readonly baseUrl: string | URL;
  /** Name of the carrier (D18), sent with every call as `x-hw-agentName`: Latin-1 text without line breaks. */
  readonly agentName: string;
  /**
   * Allow plain http to other hosts than this machine. Passwords then travel unencrypted.
   *
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
}

/** The request that a `fetch` is called with. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: FetchSignal;
  readonly redirect: 'manual';
}

interface ListenerOptions {
  readonly capture?: boolean | undefined;
  readonly once?: boolean | undefined;
  readonly passive?: boolean | undefined;
}

/** An `AbortSignal` that the types of every `fetch` accept: those of node-fetch 2 differ from the platform's in the rest. */
export type FetchSignal = Omit<AbortSignal, 'onabort'> & {
  readonly onabort: never;
  addEventListener(type: 'abort', listener: (event: Event) => unknown, options?: boolean | ListenerOptions): void;
  removeEventListener(type: 'abort', listener: (event: Event) => unknown, options?: boolean | ListenerOptions): void;
};

/** The options of a client. */
export interface ClientOptions extends ConnectionOptions {
  /**
   * Time limit in milliseconds, from the call to the last byte of the response: 1 to 2147483647.
   *
   * @default 10000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Function that sends requests, such as the `fetch` of undici or node-fetch. It resolves with a `status` and a body: a byte stream,
   * a Node stream, `text()` or `arrayBuffer()`.
   *
   * @default the global `fetch`, looked up at each call
   */
  readonly fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
  /**
   * Schemas that validate requests and successful responses: all or some of `koodrive-auth-contract/schemas`. An invalid request ends
   * as `invalid-request` before anything is sent, an invalid response as `invalid-response`. Both errors have `issues`.
   *
   * @default no schema: the types of the fields in a successful response are checked, and nothing in a request
   */
  readonly validate?: Schemas | undefined;
}

/** The options of one call. */
export interface CallOptions {
  /** Ends the call when it is aborted: as `aborted`, or as `timeout` if it comes from `AbortSignal.timeout()`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Time limit in milliseconds, from the call to the last byte of the response: 1 to 2147483647. After it the call ends as `timeout`.
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
  /** More request headers. A header that the client sets itself replaces yours. */
  readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
}

/** Throws a `TypeError` unless an argument is usable. It names the argument and the rule, and never quotes a value that may be secret. */
export function check(usable: unknown, name: string, rule: string, given: unknown): asserts usable {
  if (!usable) throw new TypeError(`${name} must be ${rule}, got ${kindOf(given)}`);
}

/** Names the kind of a value without quoting it: `null`, `a string`, `Array`, `AbortSignal`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return `${value}`;
  return value === Object(value) ? {}.toString.call(value).slice(8, -1) : `a ${typeof value}`;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\t -~\u0080-\u00ff]*$/.test(value);

/** When an option is usable, and the rule in words. */
const rules: Readonly<Record<string, readonly [isUsable: (value: unknown) => unknown, rule: string]>> = {
  agentName: [
    (value) => value && isHeaderValue(value) && value === value.trim(),
    'Latin-1 text of one line, not empty, without spaces around it',
  ],
  allowInsecureHttp: [(value) => typeof value === 'boolean', 'true or false'],
  fetch: [(value) => typeof value === 'function', 'a function'],
  // A timer cannot wait longer than 31 bits: it would end at once.
  timeoutMs: [
    (value) => typeof value === 'number' && value >= 1 && value <= 2_147_483_647,
    'a number from 1 to 2147483647',
  ],
  validate: [
    (value) => isObject(value) && !('~standard' in value),
    'an object of schemas, such as all exports of koodrive-auth-contract/schemas',
  ],
  signal: [(value) => typeof Object(value).addEventListener === 'function', 'an AbortSignal'],
  traceId: [
    (value) => typeof value === 'string' && RegExp(`^[!-~]{${traceIdLength}}$`).test(value),
    `${traceIdLength} visible ASCII characters`,
  ],
  headers: [isObject, 'an object of names and values'],
};

/** Checks the options of a client or a call. `example` shows the usual ones. */
function checkOptions(options: unknown, known: readonly string[], example: string): void {
  // An AbortSignal in place of the options has no keys of its own, so no unknown name.
  check(isObject(options) && !('aborted' in options), 'options', `an object such as ${example}`, options);
  checkNames(options, known);
  for (const name of known) {
    // `baseUrl` is checked where it is read.
    const [isUsable, rule = ''] = rules[name] ?? [];
    const value: unknown = Reflect.get(options, name);
    const isGiven = value !== undefined || name === 'agentName';
    if (isUsable && isGiven) check(isUsable(value), name, rule, value);
  }
}

/** Rejects unknown names, and lists the known ones. */
export function checkNames(options: object, known: readonly string[], path = ''): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`unknown option ${path}${unknown}: known are ${known.join(', ')}`);
}

/**
 * Checks the options of a client. `others` are the names of further options. Returns the base URL without slashes at its end, and its
 * origin.
 */
export function readConnection(
  options: ConnectionOptions & Pick<ClientOptions, 'validate'>,
  others: readonly string[],
): { base: string; origin: string } {
  checkOptions(options, ['baseUrl', 'agentName', 'allowInsecureHttp', ...others], '{ baseUrl, agentName }');
  const { baseUrl, allowInsecureHttp, validate = {} } = options;
  const schemas = Object.keys(calls).flatMap((id) => [`${id}Request`, `${id}Response`]);
  // Some compilers and loaders add these to a module.
  const { default: _, 'module.exports': __, ...given } = validate as Record<string, unknown>;
  checkNames(given, schemas, 'validate.');
  for (const [name, schema] of Object.entries(given)) {
    const isSchema = schema === undefined || typeof Object(schema)['~standard']?.validate === 'function';
    check(isSchema, `validate.${name}`, 'a Standard Schema', schema);
  }
  return readBaseUrl(baseUrl, allowInsecureHttp);
}

function readBaseUrl(baseUrl: unknown, allowInsecureHttp: unknown): { base: string; origin: string } {
  let url = '';
  try {
    url = new URL(baseUrl as string).href;
  } catch {
    // Rejected below. The platform's message would quote the URL.
  }
  const [, origin = '', host = '', path = ''] = /^(https?:\/\/([^/?#@]+))(\/[^?#]*)$/.exec(url) ?? [];
  check(origin, 'baseUrl', 'an absolute http or https URL without user name, query and fragment', baseUrl);
  const isSafe = origin.startsWith('https') || /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
  check(isSafe || allowInsecureHttp, 'baseUrl', 'https, unless it is localhost or allowInsecureHttp is set', baseUrl);
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return { base: origin + path.slice(0, end), origin };
}

/** Checks the options of a call. */
export const checkCallOptions = (options: CallOptions): void =>
  checkOptions(options, ['signal', 'timeoutMs', 'traceId', 'headers'], '{ signal, timeoutMs } after the body');

/** Returns headers as a plain object with names in lower case, so that there is one of each. Works without the platform's `Headers`. */
export function readHeaders(headers: CallOptions['headers'] = {}): Record<string, string> {
  const entries: [string, unknown][] = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      // A wrong name may be a value in the wrong place, so it is not quoted.
      const isHeader = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && isHeaderValue(value);
      check(isHeader, 'headers', 'ASCII names and Latin-1 strings of one line', value);
      return [name.toLowerCase(), value];
    }),
  );
}
