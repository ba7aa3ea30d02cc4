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

/** The same in lower case. Separate constants, so that a bundler can drop an unused one. */
export const agentNameHeader = 'x-hw-agentname';
export const traceIdHeader = 'x-traceid';

/** The length of a trace id, in characters. */
export const traceIdLength = 58;

/** The `code` of an envelope that reports success, as a string. */
export const successCode = '0';

/** What each error code means. The service has not published the illustrative ones. */
export const meanings: Readonly<Record<string, string>> = {
  '13000101': 'Bad request',
  '13000102': 'Invalid parameters',
  '13000201': 'Service fault',
  '99000001': 'Refused with status 200, illustrative',
  '99000002': 'Wrong password, illustrative',
  '99000003': 'Captcha token expired, illustrative',
  '99000004': 'Account locked, illustrative',
  '99000005': 'Phone already taken, illustrative',
  '99000006': 'Credentials refused, illustrative',
  '99000007': 'Account frozen, illustrative',
  'APIGW.0101': 'Unknown API',
  'APIGW.0201': 'Payload too large',
  'APIGW.0202': 'Bad gateway',
  'APIGW.0203': 'Gateway timeout',
  'APIGW.0308': 'Rate limited',
  'APIGW.99000001': 'Refused for another reason, illustrative',
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

/** A field of a body. A `secret` is a string with `format: password`, which is never logged or quoted. */
export interface Field {
  readonly path: readonly string[];
  readonly type: string;
  readonly optional?: boolean;
}

/** How each operation is called, and the fields of its request and of the envelope of its success. */
export const calls = {
  login: {
    method: 'POST',
    path: '/koodrive/ose/v1/auth/login',
    request: [
      { path: ['account'], type: 'string' },
      { path: ['authType'], type: 'string' },
      { path: ['password'], type: 'secret', optional: true },
      { path: ['captchaToken'], type: 'secret', optional: true },
    ],
    response: [
      { path: ['code'], type: 'string' },
      { path: ['msg'], type: 'string', optional: true },
      { path: ['data'], type: 'object' },
      { path: ['data', 'userInfo'], type: 'object' },
      { path: ['data', 'userInfo', 'userId'], type: 'string' },
      { path: ['data', 'userInfo', 'firstname'], type: 'string' },
      { path: ['data', 'userInfo', 'surname'], type: 'string', optional: true },
      { path: ['data', 'userInfo', 'phone'], type: 'string' },
      { path: ['data', 'userInfo', 'email'], type: 'string', optional: true },
      { path: ['data', 'sessionInfo'], type: 'object' },
      { path: ['data', 'sessionInfo', 'accessToken'], type: 'secret' },
      { path: ['data', 'sessionInfo', 'expiresIn'], type: 'integer' },
      { path: ['data', 'sessionInfo', 'issuedAt'], type: 'string' },
      { path: ['data', 'sessionInfo', 'refreshToken'], type: 'secret' },
    ],
  },
  registerUser: {
    method: 'POST',
    path: '/koodrive/ose/v1/user/register',
    request: [
      { path: ['firstname'], type: 'string' },
      { path: ['surname'], type: 'string', optional: true },
      { path: ['phone'], type: 'string' },
      { path: ['email'], type: 'string', optional: true },
      { path: ['captchaToken'], type: 'secret' },
      { path: ['password'], type: 'secret' },
    ],
    response: [
      { path: ['code'], type: 'string' },
      { path: ['msg'], type: 'string', optional: true },
      { path: ['data'], type: 'object' },
      { path: ['data', 'userId'], type: 'string' },
      { path: ['data', 'phone'], type: 'string' },
      { path: ['data', 'sessionInfo'], type: 'object' },
      { path: ['data', 'sessionInfo', 'accessToken'], type: 'secret' },
      { path: ['data', 'sessionInfo', 'expiresIn'], type: 'integer' },
      { path: ['data', 'sessionInfo', 'issuedAt'], type: 'string' },
      { path: ['data', 'sessionInfo', 'refreshToken'], type: 'secret' },
    ],
  },
} as const;
