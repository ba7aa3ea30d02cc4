// Generated from openapi/ by `npm run generate`. Do not edit.

import type { LoginRequest, LoginData, RegisterUserRequest, RegisterUserData } from './domain.js';

/** The version of the contract: of the spec and of this package. */
export const contractVersion = '1.0.0';

/** The published origins, each a base URL for the client. */
export const servers = {
  /** International site (inferred, D20) */
  international: 'https://intl.myhuaweicloud-koodrive.com',
  /** Chinese mainland site (inferred, D20) */
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

/** The codes of failures that the contract knows, as strings. */
export const failureCodes: readonly string[] = [
  '13000101',
  '13000102',
  '13000201',
  '99000001',
  '99000002',
  '99000003',
  '99000004',
  '99000005',
  '99000006',
  '99000007',
  'APIGW.0101',
  'APIGW.0201',
  'APIGW.0202',
  'APIGW.0203',
  'APIGW.0308',
  'APIGW.99000001',
];

/** Names of the fields whose values are secret wherever they stand: those with `format: password`. */
export const secretFields: readonly string[] = ['password', 'captchaToken', 'accessToken', 'refreshToken'];

/** What each operation takes, and what it answers with when it succeeds. */
export interface Operations {
  /**
   * Log in.
   *
   * Logs a user in with an account and either a password or a verification code. Returns user information and authentication
   * information.
   *
   * > **Inferred (D15).** The page lists status 200 only. The other statuses, the envelopes of failures, and failures with status 200
   * > are documented on other pages of the publisher.
   */
  readonly login: { readonly body: LoginRequest; readonly data: LoginData };

  /**
   * Register a user.
   *
   * Registers a new user. Returns the user ID, the mobile number and authentication information.
   *
   * > **Inferred (D15).** The page lists status 200 only. The other statuses, the envelopes of failures, and failures with status 200
   * > are documented on other pages of the publisher.
   */
  readonly registerUser: { readonly body: RegisterUserRequest; readonly data: RegisterUserData };
}

/** The id of an operation, which is also the name of its method. */
export type OperationId = keyof Operations;

/** How each operation is called, and the types of the fields that `data` of a success must have. */
export const calls = {
  login: {
    method: 'POST',
    path: '/koodrive/ose/v1/auth/login',
    data: {
      userInfo: { userId: 'string', firstname: 'string', phone: 'string' },
      sessionInfo: { accessToken: 'string', expiresIn: 'number', issuedAt: 'string', refreshToken: 'string' },
    },
  },
  registerUser: {
    method: 'POST',
    path: '/koodrive/ose/v1/user/register',
    data: {
      userId: 'string',
      phone: 'string',
      sessionInfo: { accessToken: 'string', expiresIn: 'number', issuedAt: 'string', refreshToken: 'string' },
    },
  },
} as const;
