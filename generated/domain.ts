// Generated from openapi/ by `npm run generate`. Do not edit.

import type { components, operations } from './types.js';

/**
 * Proof of identity, in one of two variants. `authType` says which.
 *
 * **Inferred (D5).** The page marks both `password` and `captchaToken` as optional, but a login without either proves nothing.
 * `authType` `1` requires `password`, and `2` requires `captchaToken`.
 */
export type LoginRequest = components['schemas']['LoginCredentials'];

/**
 * The user who logged in, and the session.
 *
 * **Inferred (D16).** The page does not say which fields of an answer are always there; the contract promises both.
 */
export type LoginData = components['schemas']['LoginGrant'];

/** The body of a 200 answer to `login`: of a success, or of a failure. */
export type LoginResponse = operations['login']['responses'][200]['content']['application/json'];

/**
 * The user to create.
 *
 * **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
 */
export type RegisterUserRequest = components['schemas']['UserRegistration'];

/**
 * The new user and the session.
 *
 * **Inferred (D16).** The page does not say which fields of an answer are always there; the contract promises all three.
 */
export type RegisterUserData = components['schemas']['RegistrationResult'];

/** The body of a 200 answer to `registerUser`: of a success, or of a failure. */
export type RegisterUserResponse = operations['registerUser']['responses'][200]['content']['application/json'];

/**
 * Login with account and password.
 *
 * **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
 */
export type PasswordLoginRequest = components['schemas']['PasswordLoginRequest'];

/**
 * Login with account and verification code.
 *
 * **Inferred (D17).** What the service does with fields that are not listed is unknown, so the contract allows none.
 */
export type CodeLoginRequest = components['schemas']['CodeLoginRequest'];

/**
 * Answer of the API gateway, which stands before the service, to a call that it did not let through.
 *
 * **Inferred (D15).** Known from other public pages of the publisher.
 */
export type GatewayEnvelope = components['schemas']['GatewayEnvelope'];

/**
 * A user.
 *
 * **Inferred (D16).** The page does not say which fields are always there. `surname` and `email` may be missing, since a user can
 * be registered without them.
 */
export type UserInfo = components['schemas']['UserInfo'];

/**
 * A session: the tokens, and how long they are good for.
 *
 * **Inferred (D16).** The page does not say which fields are always there; a session without one of them is of no use, so the
 * contract promises all four.
 */
export type SessionInfo = components['schemas']['SessionInfo'];

/** Answer to a login that succeeded. */
export type LoginEnvelope = components['schemas']['LoginEnvelope'];

/**
 * Answer of the service to a call that failed.
 *
 * **Inferred (D15).** The pages list no failure. Other public pages of the publisher show this envelope, without `data`, for the
 * same service, and a status of 200 with a code other than `0` is possible.
 */
export type ServiceEnvelope = components['schemas']['ServiceEnvelope'];

/** Answer to a registration that succeeded. */
export type RegisterUserEnvelope = components['schemas']['RegisterUserEnvelope'];
