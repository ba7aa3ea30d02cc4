import type { OperationId } from '../../generated/client.js';
import type { GatewayCode, ServiceCode } from '../../generated/error-codes.js';
import type { Issue } from './schema.js';

interface ErrorBase extends Error {
  readonly name: 'KooDriveError';
  /** The operation that was called. */
  readonly operation: OperationId;
  /** The trace id of the call, for support tickets. */
  readonly traceId: string;
  /** The error as plain data for a log. It holds no secret, as the error itself holds none. */
  toJSON(): Record<string, unknown>;
}

/** The service itself said no, whatever the HTTP status: a wrong password, an expired captcha token, a taken phone. */
export interface ServiceError extends ErrorBase {
  /** `service`: the service itself said no, whatever the HTTP status. Decide by `code`. */
  readonly kind: 'service';
  /** The service's code, a string although the wire may carry a number (D1). Never "0". At most 100 characters. */
  readonly code: ServiceCode;
  /** The service's words, at most 1,000 characters, with every secret cut out. For people, never for comparison (D8). */
  readonly serviceMessage: string;
  readonly status: number;
}

/** The API gateway in front of the service answered: unknown API, too large, too many requests, upstream down. */
export interface GatewayError extends ErrorBase {
  /** `gateway`: the API gateway in front of the service said no. At 429, 502 and 504 a later call may succeed. */
  readonly kind: 'gateway';
  /** The gateway's code, such as "APIGW.0101". At most 100 characters. */
  readonly code: GatewayCode;
  /** The gateway's words, at most 1,000 characters, with every secret cut out. */
  readonly serviceMessage: string;
  /** The gateway's own id of the request, for support tickets. At most 100 characters. */
  readonly requestId: string;
  readonly status: number;
}

/** The answer is none that the contract knows: not JSON, an unknown envelope, no promised data, a redirect, over 1 MiB. */
export interface InvalidResponseError extends ErrorBase {
  /** `invalid-response`: the answer is none that the contract knows. The message says what is wrong with it. */
  readonly kind: 'invalid-response';
  /** HTTP status; 0 where a browser hides the status of a redirect. */
  readonly status: number;
  /** What the schema given by the `validate` option found, at most 20. Absent where no schema was asked. */
  readonly issues?: readonly Issue[] | undefined;
}

/** The request breaks the schema given by the `validate` option. Nothing was sent. */
export interface InvalidRequestError extends ErrorBase {
  /** `invalid-request`: the schema of `validate` refuses the request, and nothing was sent. `issues` say what is wrong. */
  readonly kind: 'invalid-request';
  /** What is wrong with the request, at most 20, for the fields of a form. */
  readonly issues: readonly Issue[];
  readonly status?: undefined;
}

/** No complete answer within the time limit. The service may have done the work all the same. */
export interface TimeoutError extends ErrorBase {
  /** `timeout`: no complete answer within the time limit. The service may have done the work all the same. */
  readonly kind: 'timeout';
  /** HTTP status, where the headers had come before the limit. */
  readonly status?: number | undefined;
}

/** The caller's own signal ended the call. */
export interface AbortedError extends ErrorBase {
  /** `aborted`: your own signal ended the call. */
  readonly kind: 'aborted';
  /** HTTP status, where the headers had come before the abort. */
  readonly status?: number | undefined;
}

/** No connection, or one that broke before the last byte. The service may have done the work all the same. */
export interface NetworkError extends ErrorBase {
  /** `network`: no connection, or one that broke. `cause` has the platform's words. The service may have done the work all the same. */
  readonly kind: 'network';
  /** HTTP status, where the headers had come before the break. */
  readonly status?: number | undefined;
  /** What the platform says of it, with every secret cut out. */
  readonly cause: {
    /** Such as "TypeError". */
    readonly name: string;
    /** Such as "ECONNREFUSED"; browsers give none. */
    readonly code?: string | undefined;
    /** At most 1,000 characters. */
    readonly message: string;
  };
}

/** Why a call failed. `kind` tells the seven apart; each is a real `Error`. None carries a password, captcha token or session token. */
export type KooDriveError =
  | ServiceError
  | GatewayError
  | InvalidResponseError
  | InvalidRequestError
  | TimeoutError
  | AbortedError
  | NetworkError;

/** A call that the service granted. */
export interface Success<T> {
  readonly ok: true;
  /** What the service promised for a success. */
  readonly data: T;
  /** HTTP status. */
  readonly status: number;
  /** The trace id of this call, for support tickets. */
  readonly traceId: string;
  /** The response, its body already read. */
  readonly response: Response;
}

/** A call that ended in any other way. */
export interface Failure {
  readonly ok: false;
  /** Why; its `kind` says which other fields it has. */
  readonly error: KooDriveError;
  /** HTTP status, where there was a response. */
  readonly status?: number | undefined;
  /** The trace id of this call, for support tickets. */
  readonly traceId: string;
  /** The response, where there was one, its body already read or given up. */
  readonly response?: Response | undefined;
}

/** How a call ended. `ok` tells the two apart. */
export type Outcome<T> = Success<T> | Failure;

/**
 * Turns an outcome into its data, or throws its error: for TanStack Query and others that tell success from failure by
 * whether a promise rejects.
 *
 * @throws KooDriveError the error of the outcome; TypeError if it is no outcome, such as a promise of one.
 *
 * @example
 * ```ts
 * const data = unwrap(await auth.login({ account, authType: '1', password }));
 * ```
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome?.ok) return outcome.data;
  if (outcome?.ok === false) throw outcome.error;
  throw new TypeError('unwrap must be given an outcome: write unwrap(await auth.login(…))');
}

/**
 * Whether a caught value is an error of this client, from this copy of the package or another, from this realm or another
 * (a worker, an iframe, `node:vm`).
 *
 * @example
 * ```ts
 * try { unwrap(await auth.login(body)); } catch (error) { if (isKooDriveError(error)) report(error.kind, error.traceId); }
 * ```
 */
export function isKooDriveError(value: unknown): value is KooDriveError {
  try {
    // The tag is a real error's in any realm, and nothing that came as JSON can have it.
    return {}.toString.call(value) === '[object Error]' && (value as Error).name === 'KooDriveError';
  } catch {
    return false;
  }
}
