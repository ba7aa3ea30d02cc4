import { attempt, check } from './check.js';
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

/** Checks what it takes to connect, and takes the slashes off the base URL's end. */
export function readConnection({ allowInsecureHttp, baseUrl, agentName }: ConnectionOptions): string {
  const href = attempt(() => new URL(baseUrl).href) || '';
  check(
    /^https?:[^@?#]+$/.test(href) && (allowInsecureHttp || /^http(s:|:..(localhost|127[\d.]+|\[::1])[:/])/.test(href)),
    'baseUrl',
    'https://host/path, or http with allowInsecureHttp',
    // What may be a password or a token is not repeated.
    `${baseUrl}`.replace(/.*@|[?#].*/gs, '***'),
  );
  // A header carries Latin-1, and trims both ends.
  check(
    agentName && agentName === attempt(() => new Headers({ a: agentName }).get('a')),
    'agentName',
    'Latin characters',
    agentName,
  );
  return href.replace(/\/+$/, '');
}
