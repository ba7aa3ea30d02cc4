// Generated from openapi/ by `npm run generate`. Do not edit.

import type { Define } from '../src/client/call.js';
import type { CallOptions, Outcome } from '../src/client/outcome.js';
import type { LoginRequest, LoginData, RegisterUserRequest, RegisterUserData } from './domain.js';

/** The version of the contract: of the spec and of this package. */
export const contractVersion = '1.0.0';

/** The published origins, each a base URL for the client. */
export const servers = {
  /**
   * International site.
   *
   * > **Inferred (D20).** Published for the enterprise edition. A carrier may have been given another host.
   */
  international: 'https://intl.myhuaweicloud-koodrive.com',
  /**
   * Site for the Chinese mainland.
   *
   * > **Inferred (D20).** Published for the enterprise edition. A carrier may have been given another host.
   */
  chinaMainland: 'https://cn.myhuaweicloud-koodrive.com',
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = { agentName: 'x-hw-agentName', traceId: 'X-Traceid' } as const;

/** The same in lower case, as `Headers` has them: constants, since a bundler drops those that are not used. */
export const agentNameHeader = 'x-hw-agentname';
export const traceIdHeader = 'x-traceid';

/** The length of a trace id, in characters. */
export const traceIdLength = 58;

/** The `code` of an envelope that reports success, as a string. */
export const successCode = '0';

/**
 * Finds the fields whose values are secret in compact JSON: in the groups are a number's digits and a text as JSON writes it. The
 * scheme of a token is left out (D11), since the token is also repeated without it.
 */
export const secretFields = /"(?:password|captchaToken|accessToken|refreshToken)":(?:(\d+)|"(?:AT )?((?:\\.|[^"])+))/g;

/** The id of an operation, which is also the name of its method. */
export type OperationId = 'login' | 'registerUser';

/** A client with one method for each operation. Each resolves with an outcome: nothing that a server or a network does rejects. */
export interface KooDriveAuthClient {
  /**
   * Log in.
   *
   * Logs a user in with an account and either its password or the token of a verification code.
   * Answers with the user and a new session.
   *
   * > **Inferred (D15).** The page lists status 200 only. The other statuses, both envelopes of a failure, and a failure with status
   * > 200 are known from other pages of the publisher.
   */
  login(body: LoginRequest, options?: CallOptions | undefined): Promise<Outcome<LoginData>>;

  /**
   * Register a user.
   *
   * Creates a user for a phone number that a verification code has confirmed, and logs the user in.
   * Answers with the new user's id and a new session.
   *
   * > **Inferred (D15).** The page lists status 200 only. The other statuses, both envelopes of a failure, and a failure with status
   * > 200 are known from other pages of the publisher.
   */
  registerUser(body: RegisterUserRequest, options?: CallOptions | undefined): Promise<Outcome<RegisterUserData>>;
}

/** The methods, each made by `define` from what the spec says of its operation. */
export const createMethods = (define: Define): KooDriveAuthClient => ({
  login: define('login', '/koodrive/ose/v1/auth/login', {
    userInfo: { userId: '', firstname: '', phone: '' },
    sessionInfo: { accessToken: '', expiresIn: 0, issuedAt: '', refreshToken: '' },
  }),
  registerUser: define('registerUser', '/koodrive/ose/v1/user/register', {
    userId: '',
    phone: '',
    sessionInfo: { accessToken: '', expiresIn: 0, issuedAt: '', refreshToken: '' },
  }),
});
