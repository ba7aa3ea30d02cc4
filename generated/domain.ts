// Generated from openapi/ by `npm run generate`. Do not edit.

import type { components } from './types.js';

type Named<Name extends keyof components['schemas']> = components['schemas'][Name];

/**
 * Who logs in, and the proof, in one of two variants. `authType` says which.
 *
 * > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page marks both as optional, but
 * > a login with neither proves nothing.
 */
export type LoginRequest = PasswordLoginRequest | CodeLoginRequest;

/**
 * The user who logged in, and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises both.
 */
export interface LoginData extends LoginGrant {}

/** The body of a 200 answer to `login`: of a success, or of a failure. */
export type LoginResponse = LoginEnvelope | ServiceEnvelope;

/**
 * The user to create.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export interface RegisterUserRequest extends UserRegistration {}

/**
 * The new user and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises all three.
 */
export interface RegisterUserData extends RegistrationResult {}

/** The body of a 200 answer to `registerUser`: of a success, or of a failure. */
export type RegisterUserResponse = RegisterUserEnvelope | ServiceEnvelope;

/**
 * Login with account and password.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export interface PasswordLoginRequest extends Named<'PasswordLoginRequest'> {}

/**
 * Login with account and verification code.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export interface CodeLoginRequest extends Named<'CodeLoginRequest'> {}

/**
 * Who logs in, and the proof, in one of two variants. `authType` says which.
 *
 * > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page marks both as optional, but
 * > a login with neither proves nothing.
 */
export type LoginCredentials = PasswordLoginRequest | CodeLoginRequest;

/** Answer of the API gateway, which stands before the service, to a call that it did not let through (D15). */
export interface GatewayEnvelope extends Named<'GatewayEnvelope'> {}

/**
 * A user.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. `surname` and `email` may be missing, since a user can
 * > be registered without them.
 */
export interface UserInfo extends Named<'UserInfo'> {}

/**
 * A session: the tokens, and how long they are good for.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises all four, since a session without
 * > one of them is of no use.
 */
export interface SessionInfo extends Named<'SessionInfo'> {}

/**
 * The user who logged in, and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises both.
 */
export interface LoginGrant extends Named<'LoginGrant'> {
  userInfo: UserInfo;
  sessionInfo: SessionInfo;
}

/** Answer to a login that succeeded. */
export interface LoginEnvelope extends Named<'LoginEnvelope'> {
  data: LoginGrant;
}

/** Answer of the service to a call that failed (D15). There is no `data`, and the status may be 200. */
export interface ServiceEnvelope extends Named<'ServiceEnvelope'> {}

/**
 * The user to create.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export interface UserRegistration extends Named<'UserRegistration'> {}

/**
 * The new user and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises all three.
 */
export interface RegistrationResult extends Named<'RegistrationResult'> {
  sessionInfo: SessionInfo;
}

/** Answer to a registration that succeeded. */
export interface RegisterUserEnvelope extends Named<'RegisterUserEnvelope'> {
  data: RegistrationResult;
}
