import type { SessionInfo } from '../../generated/domain.js';

/** The fields of a session that say when its access token ends: `issuedAt` in milliseconds, `expiresIn` in seconds. */
export type SessionTimes = Pick<SessionInfo, 'issuedAt' | 'expiresIn'>;

/** How to find out whether an access token has expired. */
export interface ExpiryOptions {
  /**
   * The time at which this device received the session: a date, or milliseconds since 1970. The end is then counted on the clock
   * of the device, which may be wrong.
   *
   * @default `issuedAt` of the session, a time of the service's clock
   */
  readonly receivedAt?: Date | number | undefined;
  /**
   * The time to compare with the end: a date, or milliseconds since 1970.
   *
   * @default the present
   */
  readonly now?: Date | number | undefined;
  /**
   * Milliseconds before its end at which a token counts as expired, for slow networks.
   *
   * @default 0
   */
  readonly skewMs?: number | undefined;
}

/** The end in milliseconds since 1970, or `NaN`. */
const endOf = ({ issuedAt, expiresIn }: SessionTimes, receivedAt: ExpiryOptions['receivedAt']): number =>
  Number(receivedAt ?? issuedAt) + expiresIn * 1000;

/**
 * Returns the earliest end of the access token: `expiresIn` (seconds, D9) after `receivedAt`, or else after `issuedAt`
 * (milliseconds since 1970, D10). The date is invalid if `issuedAt` is needed and is not a number.
 *
 * @example
 * ```ts
 * const receivedAt = Date.now();
 * const end = accessTokenExpiresAt(data.sessionInfo, { receivedAt });
 * ```
 */
export function accessTokenExpiresAt(
  session: SessionTimes,
  { receivedAt }: Pick<ExpiryOptions, 'receivedAt'> = {},
): Date {
  return new Date(endOf(session, receivedAt));
}

/** Returns whether the access token has expired. A session with unreadable times has expired. */
export function isAccessTokenExpired(session: SessionTimes, options: ExpiryOptions = {}): boolean {
  const { receivedAt, now = Date.now(), skewMs = 0 } = options;
  // Written so that NaN ends as expired.
  return !(endOf(session, receivedAt) - skewMs > +now);
}

/**
 * Returns the header that authorizes later calls. The value of the token already begins with its scheme, so it is unchanged (D11).
 *
 * @example
 * ```ts
 * await fetch(url, { headers: { ...authorizationHeader(data.sessionInfo) } });
 * ```
 */
export function authorizationHeader(session: Pick<SessionInfo, 'accessToken'>): { Authorization: string } {
  return { Authorization: session.accessToken };
}
