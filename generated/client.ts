// Generated from openapi/ by scripts/generate/client.ts (`npm run generate`). Do not edit.

import type { LoginRequest, LoginData, RegisterUserRequest, RegisterUserData } from './domain.js';

/** The published origins, each a base URL for the client. */
export const servers = {
  /** International site (inferred, D20) */
  international: 'https://intl.myhuaweicloud-koodrive.com',
  /** Chinese mainland site (inferred, D20) */
  chinaMainland: 'https://cn.myhuaweicloud-koodrive.com',
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = { agentName: 'x-hw-agentName', traceId: 'X-Traceid' } as const;

/** The same in lower case, as `Headers` has them. They are constants, since a bundler drops constants that are not used. */
export const agentNameHeader = 'x-hw-agentname';
export const traceIdHeader = 'x-traceid';

/** The length of a trace id, in characters. */
export const traceIdLength = 58;

/** The `code` of an envelope that reports success, as a string. */
export const successCode = '0';

/** What each error code means. */
export const meanings: Readonly<Record<string, string>> = {
  '13000101': 'Bad request',
  '13000102': 'Invalid parameters',
  '13000201': 'Service fault',
  '99000001': 'Refused with status 200',
  '99000002': 'Wrong password',
  '99000003': 'Captcha token expired',
  '99000004': 'Account locked',
  '99000005': 'Phone already taken',
  '99000006': 'Credentials refused',
  '99000007': 'Account frozen',
  'APIGW.0101': 'Unknown API',
  'APIGW.0201': 'Payload too large',
  'APIGW.0202': 'Bad gateway',
  'APIGW.0203': 'Gateway timeout',
  'APIGW.0308': 'Rate limited',
  'APIGW.99000001': 'Refused for another reason',
};

/** The request body of each operation, and the data of its success. */
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

/**
 * How each operation is called, and the fields of its request and of the `data` in its response: their types, `secret` for
 * `format: password`. A question mark ends the name of an optional field.
 */
export const calls = {
  login: {
    method: 'POST',
    path: '/koodrive/ose/v1/auth/login',
    request: { account: 'string', authType: 'string', password: 'secret', captchaToken: 'secret' },
    data: {
      userInfo: { userId: 'string', firstname: 'string', 'surname?': 'string', phone: 'string', 'email?': 'string' },
      sessionInfo: { accessToken: 'secret', expiresIn: 'integer', issuedAt: 'string', refreshToken: 'secret' },
    },
  },
  registerUser: {
    method: 'POST',
    path: '/koodrive/ose/v1/user/register',
    request: {
      firstname: 'string',
      'surname?': 'string',
      phone: 'string',
      'email?': 'string',
      captchaToken: 'secret',
      password: 'secret',
    },
    data: {
      userId: 'string',
      phone: 'string',
      sessionInfo: { accessToken: 'secret', expiresIn: 'integer', issuedAt: 'string', refreshToken: 'secret' },
    },
  },
} as const;
