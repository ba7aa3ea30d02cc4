// Generated from openapi/ by `npm run generate`. Do not edit.

import type { Call, Operation } from '../src/call.js';
import type { CallOptions, Outcome } from '../src/outcome.js';
import type { LoginRequest, LoginData, RegisterUserRequest, RegisterUserData } from './domain.js';

/** The version of the contract: of the spec and of this package. */
export const contractVersion = '1.0.0';

/** The published origins, each a base URL for the client. */
export const servers = {
  /** International site. */
  international: 'https://intl.myhuaweicloud-koodrive.com',
  /** Site for the Chinese mainland. */
  chinaMainland: 'https://cn.myhuaweicloud-koodrive.com',
} as const;

/** The names of the two headers that every operation takes. */
export const headerNames = { agentName: 'x-hw-agentName', traceId: 'X-Traceid' } as const;

/** The length of a trace id, in characters. */
export const traceIdLength = 58;

/** The `code` of an envelope that reports success, as a string. */
export const successCode = '0';

/** The names of the fields whose values are secret, in requests and answers. */
export const secretFields = ['password', 'captchaToken', 'accessToken', 'refreshToken'] as const;

/** The id of an operation, which is also the name of its method. */
export type OperationId = 'login' | 'registerUser';

const loginOperation = {
  id: 'login',
  method: 'POST',
  path: '/koodrive/ose/v1/auth/login',
  shape: {
    userInfo: { userId: '', firstname: '', phone: '' },
    sessionInfo: { accessToken: '', expiresIn: 0, issuedAt: '', refreshToken: '' },
  },
} as const satisfies Operation;

const registerUserOperation = {
  id: 'registerUser',
  method: 'POST',
  path: '/koodrive/ose/v1/user/register',
  shape: { userId: '', phone: '', sessionInfo: { accessToken: '', expiresIn: 0, issuedAt: '', refreshToken: '' } },
} as const satisfies Operation;

/** A client with one method for each operation. Each resolves with an outcome: nothing that a server or a network does rejects. */
export interface KooDriveAuthClient {
  /**
   * Log in.
   *
   * Logs a user in with an account and either its password or the token of a verification code.
   * Answers with the user and a new session.
   */
  login(body: LoginRequest, options?: CallOptions | undefined): Promise<Outcome<LoginData>>;

  /**
   * Register a user.
   *
   * Creates a user for a phone number that a verification code has confirmed, and logs the user in.
   * Answers with the new user's id and a new session.
   */
  registerUser(body: RegisterUserRequest, options?: CallOptions | undefined): Promise<Outcome<RegisterUserData>>;
}

/** The methods over `call`, which sends one operation. */
export const createMethods = (call: Call): KooDriveAuthClient => ({
  login: (body, options) => call(loginOperation, body, options),
  registerUser: (body, options) => call(registerUserOperation, body, options),
});
