import { demand, isHeaderValue, isTimeLimit, refuse, shown, timeLimitRule } from './arguments.js';
import type { Schemas } from './validate.js';

/** Where and as whom to call. */
export interface ConnectionOptions {
  /**
   * Absolute http or https URL that the operations' paths are put behind, such as `servers.international`. A path in it is kept;
   * user name, password, query and fragment are refused.
   */
  readonly baseUrl: string | URL;
  /** Name of the carrier, sent with every call as `x-hw-agentName`: Latin-1 text that a header can carry. */
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
   * Milliseconds from the call to the last byte of the answer, more than 0 and below 2147483648.
   *
   * @default 10000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * What to send requests with.
   *
   * @default the global `fetch`, looked up at each call
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Schemas to check requests and successes with, all or some of `koodrive-auth-contract/schemas`. A request that breaks its
   * schema throws a `TypeError` before anything is sent; an answer that breaks its schema is an `invalid-response` with `issues`.
   *
   * @default nothing is checked beyond the fields that the contract promises
   */
  readonly validate?: Schemas | undefined;
}

/** Options after they were checked. */
export interface Settings {
  /** Base URL without a slash at its end. */
  readonly base: string;
  readonly agentName: string;
  readonly timeoutMs: number;
  readonly fetch: ClientOptions['fetch'];
  readonly validate: Schemas;
}

const absolute = 'be an absolute http or https URL';
const loopback = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1]$/;

/** Checks what it takes to connect, and takes the slash off the base URL's end. */
export function readConnection({ baseUrl, agentName, allowInsecureHttp }: ConnectionOptions): string {
  // A URL may hold a password or a token, and then is not quoted.
  const given = /[@?#]/.test(`${baseUrl}`) ? 'not quoted here' : shown(`${baseUrl}`);
  const demandUrl = (usable: unknown, rule: string) => usable || refuse('baseUrl', rule, given);
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    refuse('baseUrl', absolute, given);
  }
  demandUrl(/^https?:$/.test(url.protocol), absolute);
  demandUrl(
    !(url.username || url.password || url.search || url.hash),
    'have no user name, password, query or fragment',
  );
  demandUrl(
    url.protocol === 'https:' || allowInsecureHttp === true || loopback.test(url.hostname),
    'be https, or http to this machine, unless allowInsecureHttp is true',
  );
  demand(isHeaderValue(agentName), 'agentName', 'be text that a header can carry', agentName);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** Checks the options of a client, and fills in the defaults. */
export function readOptions(options: ClientOptions): Settings {
  const { timeoutMs = 10_000, agentName, fetch, validate = {} } = options;
  demand(isTimeLimit(timeoutMs), 'timeoutMs', timeLimitRule, timeoutMs);
  demand(fetch === undefined || typeof fetch === 'function', 'fetch', 'be a function', fetch);
  return { base: readConnection(options), agentName, timeoutMs, fetch, validate };
}
