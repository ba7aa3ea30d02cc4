// Generated from openapi/ by scripts/generate/domain.ts (`npm run generate`). Do not edit.

import type { components } from './types.js';

type Named<Name extends keyof components['schemas']> = components['schemas'][Name];

/**
 * Account and credentials. `authType` selects one of two variants.
 *
 * > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page lists both as optional.
 */
export type LoginRequest = PasswordLoginRequest | CodeLoginRequest;

/**
 * User information and authentication information.
 *
 * > **Inferred (D16).** Both are required. The page does not say which fields are always present.
 */
export interface LoginData extends AuthenticationResult {}

/** The body of a 200 response to `login`: of a success, or of a failure. */
export type LoginResponse = LoginEnvelope | ServiceEnvelope;

/**
 * A new user.
 *
 * > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
 */
export interface RegisterUserRequest extends UserRegistration {}

/**
 * User registration response.
 *
 * > **Inferred (D16).** All three fields are required. The page does not say which fields are always present.
 */
export interface RegisterUserData extends RegistrationResult {}

/** The body of a 200 response to `registerUser`: of a success, or of a failure. */
export type RegisterUserResponse = RegisterUserEnvelope | ServiceEnvelope;

/**
 * Login with account and password.
 *
 * > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
 */
export interface PasswordLoginRequest extends Named<'PasswordLoginRequest'> {}

/**
 * Login with account and verification code.
 *
 * > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
 */
export interface CodeLoginRequest extends Named<'CodeLoginRequest'> {}

/**
 * Account and credentials. `authType` selects one of two variants.
 *
 * > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page lists both as optional.
 */
export type LoginCredentials = PasswordLoginRequest | CodeLoginRequest;

/**
 * Response of the API gateway, which is in front of the service.
 *
 * > **Inferred (D15).** Other pages of the publisher document this response.
 */
export interface GatewayEnvelope extends Named<'GatewayEnvelope'> {}

/**
 * User information.
 *
 * > **Inferred (D16).** `surname` and `email` are optional, because a registration does not need them. The page does not say which
 * > fields are always present.
 */
export interface UserInfo extends Named<'UserInfo'> {}

/**
 * Authentication information.
 *
 * > **Inferred (D16).** All four fields are required. The page does not say which fields are always present.
 */
export interface SessionInfo extends Named<'SessionInfo'> {}

/**
 * User information and authentication information.
 *
 * > **Inferred (D16).** Both are required. The page does not say which fields are always present.
 */
export interface AuthenticationResult extends Named<'AuthenticationResult'> {
  userInfo: UserInfo;
  sessionInfo: SessionInfo;
}

/** Response to a login that succeeded. */
export interface LoginEnvelope extends Named<'LoginEnvelope'> {
  data: AuthenticationResult;
}

/**
 * Response to a call that failed.
 *
 * > **Inferred (D15).** It has no `data`. Its status may be 200.
 */
export interface ServiceEnvelope extends Named<'ServiceEnvelope'> {}

/**
 * A new user.
 *
 * > **Inferred (D17).** No other fields. The page does not say what the service does with fields that it does not list.
 */
export interface UserRegistration extends Named<'UserRegistration'> {}

/**
 * User registration response.
 *
 * > **Inferred (D16).** All three fields are required. The page does not say which fields are always present.
 */
export interface RegistrationResult extends Named<'RegistrationResult'> {
  sessionInfo: SessionInfo;
}

/** Response to a registration that succeeded. */
export interface RegisterUserEnvelope extends Named<'RegisterUserEnvelope'> {
  data: RegistrationResult;
}
