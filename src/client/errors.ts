import type { OperationId } from '../../generated/client.js';
import { attempt } from './check.js';
import type { Issue } from './schema.js';
import { cut } from './secrets.js';

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
  readonly kind: 'service';
  /** The service's code, a string although the wire may carry a number (D1). Never "0". */
  readonly code: string;
  /** The service's words, with every secret cut out. For people, never for comparison (D8). */
  readonly serviceMessage: string;
  readonly status: number;
}

/** The API gateway in front of the service answered: unknown API, too large, too many requests, upstream down. */
export interface GatewayError extends ErrorBase {
  readonly kind: 'gateway';
  /** The gateway's code, such as "APIGW.0101". */
  readonly code: string;
  /** The gateway's words, with every secret cut out. */
  readonly serviceMessage: string;
  /** The gateway's own id of the request, for support tickets. */
  readonly requestId: string;
  readonly status: number;
}

/** The answer is none that the contract knows: not JSON, an unknown envelope, no promised data, a redirect, over 1 MiB. */
export interface InvalidResponseError extends ErrorBase {
  readonly kind: 'invalid-response';
  /** HTTP status; 0 where a browser hides the status of a redirect. */
  readonly status: number;
  /** What the schema given by the `validate` option found. Absent where no schema was asked. */
  readonly issues?: readonly Issue[];
}

/** No complete answer within the time limit. The service may have done the work all the same. */
export interface TimeoutError extends ErrorBase {
  readonly kind: 'timeout';
  /** HTTP status, where the headers had come before the limit. */
  readonly status?: number | undefined;
}

/** The caller's own signal ended the call. */
export interface AbortedError extends ErrorBase {
  readonly kind: 'aborted';
  /** HTTP status, where the headers had come before the abort. */
  readonly status?: number | undefined;
}

/** No connection, or one that broke before the last byte. The service may have done the work all the same. */
export interface NetworkError extends ErrorBase {
  readonly kind: 'network';
  /** HTTP status, where the headers had come before the break. */
  readonly status?: number | undefined;
}

/** Why a call failed. `kind` tells the six apart; each is a real `Error`. None carries a password, captcha token or session token. */
export type KooDriveError =
  | ServiceError
  | GatewayError
  | InvalidResponseError
  | TimeoutError
  | AbortedError
  | NetworkError;

/** What went wrong, as it was found, not yet free of secrets: what the message says of it, and what only this kind of error has. */
export type Fault = readonly [kind: KooDriveError['kind'], reason: string, fields?: object];

// The name is what a console prints before a message.
const CallError = class KooDriveError extends Error {
  // An accessor, so that the first line of the stack has the name as well and no own property repeats it.
  override get name() {
    return 'KooDriveError';
  }

  toJSON() {
    return { ...this, name: this.name, message: this.message };
  }
};

/** Makes the error of a fault. Every word that a server had a hand in loses its secrets first. */
export function createError(
  [kind, reason, fields]: Fault,
  exchanged: string,
  known: { readonly operation: OperationId; readonly traceId: string; readonly status: number | undefined },
): KooDriveError {
  // For logs: short, and in one line. The substitute is no character that could complete a secret.
  const line = cut(reason, exchanged).replace(/\p{C}/gu, '?').slice(0, 300);
  const error: unknown = Object.assign(
    new CallError(`${known.operation}: ${kind}, ${line}`),
    { kind, ...known },
    // What a schema says of an answer may be more than JSON can copy.
    attempt(() => cut(fields, exchanged)),
  );
  return error as KooDriveError;
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
  // The tag is a real error's in any realm, and nothing that came as JSON can have it.
  return {}.toString.call(value) === '[object Error]' && (value as Error).name === 'KooDriveError';
}
