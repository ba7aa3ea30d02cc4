// Generated from openapi/ by `npm run generate`. Do not edit.

import type { components, operations } from './types.js';

/**
 * Who logs in, and the proof, in one of two variants. `authType` says which.
 *
 * > **Inferred (D5).** `authType` `1` requires `password`, and `2` requires `captchaToken`. The page marks both as optional, but
 * > a login with neither proves nothing.
 */
export type LoginRequest = components['schemas']['LoginCredentials'];

/**
 * The user who logged in, and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises both.
 */
export type LoginData = components['schemas']['LoginGrant'];

/** The body of a 200 answer to `login`: of a success, or of a failure. */
export type LoginResponse = operations['login']['responses'][200]['content']['application/json'];

/**
 * The user to create.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export type RegisterUserRequest = components['schemas']['UserRegistration'];

/**
 * The new user and the session.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises all three.
 */
export type RegisterUserData = components['schemas']['RegistrationResult'];

/** The body of a 200 answer to `registerUser`: of a success, or of a failure. */
export type RegisterUserResponse = operations['registerUser']['responses'][200]['content']['application/json'];

/**
 * Login with account and password.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export type PasswordLoginRequest = components['schemas']['PasswordLoginRequest'];

/**
 * Login with account and verification code.
 *
 * > **Inferred (D17).** What the service does with fields that are not listed is not known, so the contract allows none.
 */
export type CodeLoginRequest = components['schemas']['CodeLoginRequest'];

/** Answer of the API gateway, which stands before the service, to a call that it did not let through (D15). */
export type GatewayEnvelope = components['schemas']['GatewayEnvelope'];

/**
 * A user.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. `surname` and `email` may be missing, since a user can
 * > be registered without them.
 */
export type UserInfo = components['schemas']['UserInfo'];

/**
 * A session: the tokens, and how long they are good for.
 *
 * > **Inferred (D16).** The page does not say which fields are always there. The contract promises all four, since a session without
 * > one of them is of no use.
 */
export type SessionInfo = components['schemas']['SessionInfo'];

/** Answer to a login that succeeded. */
export type LoginEnvelope = components['schemas']['LoginEnvelope'];

/** Answer of the service to a call that failed (D15). There is no `data`, and the status may be 200. */
export type ServiceEnvelope = components['schemas']['ServiceEnvelope'];

/** Answer to a registration that succeeded. */
export type RegisterUserEnvelope = components['schemas']['RegisterUserEnvelope'];
