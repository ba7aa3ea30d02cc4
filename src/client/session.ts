import type { SessionInfo } from '../../generated/domain.js';

/** What tells when a session's access token ends. */
export type SessionTimes = Pick<SessionInfo, 'issuedAt' | 'expiresIn'>;

/**
 * When the access token stops being valid: `issuedAt` (milliseconds since 1970, D10) plus `expiresIn` (seconds, D9). An invalid
 * date if the service sent an `issuedAt` that is no number.
 */
export function accessTokenExpiresAt(session: SessionTimes): Date {
  return new Date(Number(session.issuedAt) + session.expiresIn * 1000);
}

/** How to judge whether a token has expired. */
export interface ExpiryOptions {
  /**
   * The moment to judge by.
   *
   * @default the present
   */
  readonly now?: Date | number | undefined;
  /**
   * Milliseconds before its end at which a token counts as expired, for slow networks and clocks that differ.
   *
   * @default 0
   */
  readonly skewMs?: number | undefined;
}

/** Whether the access token has expired. A session whose times cannot be read counts as expired. */
export function isAccessTokenExpired(session: SessionTimes, options: ExpiryOptions = {}): boolean {
  const { now = Date.now(), skewMs = 0 } = options;
  // Written so that NaN, from an unreadable issuedAt, ends as expired.
  return !(+accessTokenExpiresAt(session) - skewMs > +now);
}

/**
 * The header that later calls are authorised with. The token's value already begins with its scheme, so it is passed on
 * unchanged (D11).
 *
 * @example
 * ```ts
 * await fetch(url, { headers: { ...authorizationHeader(data.sessionInfo) } });
 * ```
 */
export function authorizationHeader(session: Pick<SessionInfo, 'accessToken'>): { Authorization: string } {
  return { Authorization: session.accessToken };
}
