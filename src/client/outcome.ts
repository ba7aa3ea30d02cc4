import type { OperationId } from '../../generated/client.js';
import type { GatewayCode, ServiceCode } from '../../generated/error-codes.js';
import type { Issue } from './schema.js';

interface ErrorBase extends Error {
  readonly name: 'KooDriveError';
  /** The operation that was called. */
  readonly operation: OperationId;
  /** The trace id of the call, for support tickets. */
  readonly traceId: string;
  /** Returns name, message and the enumerable properties, for a log. It holds no secret and no text of a server, as the error itself. */
  toJSON(): Record<string, unknown>;
}

/** The service rejected the call, whatever the HTTP status: a wrong password, an expired captcha token, a taken phone. */
export interface ServiceError extends ErrorBase {
  /** `service`: the service rejected the call, whatever the HTTP status. Decide by `code`. */
  readonly kind: 'service';
  /** The code of the service, a string although the wire may carry a number (D1). Never "0"; `***` if it does not look like a code. */
  readonly code: ServiceCode;
  /**
   * The message of the service, at most 1,000 characters, with copies of secrets redacted; empty if there was none. Show it to people, and
   * never compare it (D8). Not enumerable, so loggers leave it out.
   */
  readonly serviceMessage: string;
  readonly status: number;
}

/**
 * The API gateway in front of the service rejected the call: an unknown API, a large request, too many requests, no backend. After 502
 * and 504 the service may have processed the request: do not repeat a registration automatically.
 */
export interface GatewayError extends ErrorBase {
  /**
   * `gateway`: the API gateway in front of the service rejected the call. After 429 a later call may succeed. After 502 and 504 the
   * service may have processed the request: do not repeat a registration automatically.
   */
  readonly kind: 'gateway';
  /** The code of the gateway, such as "APIGW.0101"; `***` if it does not look like a code. */
  readonly code: GatewayCode;
  /** The message of the gateway, as in a `ServiceError`. Not enumerable. */
  readonly serviceMessage: string;
  /** The gateway's own id of the request, for support tickets. Absent if it sent none; `***` if it does not look like an id. */
  readonly requestId?: string | undefined;
  readonly status: number;
}

/** The contract does not have such a response: not JSON, an unknown envelope, a wrong field, a redirect, over 1 MiB. */
export interface InvalidResponseError extends ErrorBase {
  /** `invalid-response`: the contract does not have such a response. The message says what is wrong with it. */
  readonly kind: 'invalid-response';
  /** HTTP status; 0 where a browser hides the status of a redirect. */
  readonly status: number;
  /** What the schema of the `validate` option found, at most 20. Absent without one. Not enumerable. */
  readonly issues?: readonly Issue[] | undefined;
}

/** The schema of the `validate` option rejected the request. Nothing was sent. */
export interface InvalidRequestError extends ErrorBase {
  /** `invalid-request`: the schema of the `validate` option rejected the request, and nothing was sent. `issues` say what is wrong. */
  readonly kind: 'invalid-request';
  /** What is wrong with the request, at most 20, for the fields of a form. Empty if the schema threw. Not enumerable. */
  readonly issues: readonly Issue[];
  readonly status?: undefined;
}

/** There was no complete response within the time limit. The service may have processed the request. */
export interface TimeoutError extends ErrorBase {
  /** `timeout`: no complete response within the time limit. The service may have processed the request. */
  readonly kind: 'timeout';
  /** HTTP status, if the headers had arrived. */
  readonly status?: number | undefined;
}

/** The caller's own signal ended the call. */
export interface AbortedError extends ErrorBase {
  /** `aborted`: your own signal ended the call. */
  readonly kind: 'aborted';
  /** HTTP status, if the headers had arrived. */
  readonly status?: number | undefined;
}

/** There was no connection, or it broke before the last byte. The service may have processed the request. */
export interface NetworkError extends ErrorBase {
  /** `network`: no connection, or one that broke. `cause` says why. The service may have processed the request. */
  readonly kind: 'network';
  /** HTTP status, if the headers had arrived. */
  readonly status?: number | undefined;
  /** What the platform reports. */
  readonly cause: {
    /** Such as "TypeError". */
    readonly name: string;
    /** Such as "ECONNREFUSED". Browsers give none. */
    readonly code?: string | undefined;
    /** The platform's message, at most 1,000 characters. Absent with a `fetch` of your own. */
    readonly message?: string | undefined;
  };
  /** What `fetch` threw, untouched, for debugging: it may hold secrets. Not enumerable, so loggers leave it out. */
  readonly thrown: unknown;
}

/**
 * Why a call failed; `kind` narrows it. A real `Error`. Its message, stack, JSON and enumerable properties hold no secret and no text of a
 * server.
 */
export type KooDriveError =
  | ServiceError
  | GatewayError
  | InvalidResponseError
  | InvalidRequestError
  | TimeoutError
  | AbortedError
  | NetworkError;

/** A call that succeeded. */
export interface Success<T> {
  readonly ok: true;
  /** The data of the response. */
  readonly data: T;
  readonly error?: undefined;
  /** HTTP status. */
  readonly status: number;
  /** The trace id of this call, for support tickets. */
  readonly traceId: string;
  /** The response. Its body has been read. */
  readonly response: Response;
}

/** A call that failed. */
export interface Failure {
  readonly ok: false;
  readonly data?: undefined;
  /** Why the call failed. Its `kind` decides which other properties it has. */
  readonly error: KooDriveError;
  /** HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** The trace id of this call, for support tickets. */
  readonly traceId: string;
  /** The response, if there was one. Its body has been read or cancelled. */
  readonly response?: Response | undefined;
}

/** How a call ended. `ok` narrows it. */
export type Outcome<T> = Success<T> | Failure;

/**
 * Returns the data of an outcome, or throws its error: for TanStack Query and others that expect a promise to reject.
 *
 * @throws KooDriveError the error of the outcome; TypeError if the value is not an outcome, such as a promise of one.
 *
 * @example
 * ```ts
 * const data = unwrap(await auth.login({ account, authType: '1', password }));
 * ```
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  // A `Response` has `ok` as well.
  if (outcome?.ok === true && 'data' in outcome) return outcome.data;
  if (outcome?.ok === false && isKooDriveError(outcome.error)) throw outcome.error;
  throw new TypeError('unwrap takes the outcome of a call: write unwrap(await auth.login(…))');
}

/**
 * Checks whether a caught value is an error of this client: from this copy of the package or another, from this realm or another (a
 * iframe, `node:vm`).
 *
 * @example
 * ```ts
 * try { unwrap(await auth.login(body)); } catch (error) { if (isKooDriveError(error)) report(error.kind, error.traceId); }
 * ```
 */
export function isKooDriveError(value: unknown): value is KooDriveError {
  try {
    // Only a real error has this tag, in any realm. A value that came as JSON never has it.
    return {}.toString.call(value) === '[object Error]' && (value as Error).name === 'KooDriveError';
  } catch {
    return false;
  }
}
