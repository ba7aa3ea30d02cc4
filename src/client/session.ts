import type { SessionInfo } from '../../generated/domain.js';
import { checkNames } from './options.js';

/** The fields of a session that say when its access token ends: `issuedAt` in milliseconds, `expiresIn` in seconds. */
export type SessionTimes = Pick<SessionInfo, 'issuedAt' | 'expiresIn'>;

/** The options of `isAccessTokenExpired`. */
export interface ExpiryOptions {
  /**
   * When this device received the session: a `Date`, or milliseconds since 1970. The validity then starts at this time, so the result
   * is right even if the clock of the device is wrong.
   *
   * @default `issuedAt` of the session, a time of the service's clock
   */
  readonly receivedAt?: Date | number | undefined;
  /**
   * The time at which the token must still be valid: a `Date`, or milliseconds since 1970.
   *
   * @default the present
   */
  readonly now?: Date | number | undefined;
  /**
   * How many milliseconds earlier the token counts as expired, to allow for slow networks.
   *
   * @default 0
   */
  readonly skewMs?: number | undefined;
}

/**
 * Throws a `TypeError` unless the session has these fields. A value that cannot be read is no mistake of the caller: it came from
 * the service. The message quotes no value: it may be a token.
 */
function checkSession(session: object, ...fields: readonly string[]): void {
  const missing = fields.find((name) => Object(session)[name] == null);
  if (missing) throw new TypeError(`session must be data.sessionInfo: it has no ${missing}`);
}

/** Throws a `TypeError` for an unknown option, and for a value that is neither a number nor a `Date`. */
function checkTimes(options: ExpiryOptions, ...known: readonly string[]): void {
  checkNames(options, known);
  for (const [name, value] of Object.entries(options)) {
    if (!/Undefined|Number|Date/.test({}.toString.call(value)))
      throw new TypeError(`${name} must be milliseconds or a Date`);
  }
}

/** Checks the session and the options, and returns the end in milliseconds since 1970, or `NaN`. */
function endOf(session: SessionTimes, options: ExpiryOptions, ...known: readonly string[]): number {
  checkSession(session, 'issuedAt', 'expiresIn');
  checkTimes(options, ...known);
  return Number(options.receivedAt ?? session.issuedAt) + session.expiresIn * 1000;
}

/**
 * Returns the earliest end of the access token: `expiresIn` (seconds, D9) after `receivedAt`, or else after `issuedAt`
 * (milliseconds since 1970, D10). The date is invalid if `issuedAt` is needed and is not a number.
 *
 * @throws TypeError if the session is not `data.sessionInfo` of a login or registration, or an option is wrong.
 *
 * @example
 * ```ts
 * const receivedAt = Date.now();
 * const end = accessTokenExpiresAt(data.sessionInfo, { receivedAt });
 * ```
 */
export function accessTokenExpiresAt(session: SessionTimes, options: Pick<ExpiryOptions, 'receivedAt'> = {}): Date {
  return new Date(endOf(session, options, 'receivedAt'));
}

/**
 * Returns whether the access token has expired. A session with unreadable times has expired.
 *
 * @throws TypeError if the session is not `data.sessionInfo` of a login or registration, or an option is wrong.
 */
export function isAccessTokenExpired(session: SessionTimes, options: ExpiryOptions = {}): boolean {
  const end = endOf(session, options, 'receivedAt', 'now', 'skewMs');
  const { now = Date.now(), skewMs = 0 } = options;
  // Written so that NaN ends as expired.
  return !(end - skewMs > +now);
}

/**
 * Returns the header that authorizes later calls. The value of the token already begins with its scheme, so it is unchanged (D11).
 *
 * @throws TypeError if the session is not `data.sessionInfo` of a login or registration.
 *
 * @example
 * ```ts
 * await fetch(url, { headers: { ...authorizationHeader(data.sessionInfo) } });
 * ```
 */
export function authorizationHeader(session: Pick<SessionInfo, 'accessToken'>): { Authorization: string } {
  checkSession(session, 'accessToken');
  return { Authorization: session.accessToken };
}
