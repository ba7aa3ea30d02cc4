import type { KooDriveError } from './errors.js';

/** What a single call may say for itself. */
export interface CallOptions {
  /** Ends the call with an `aborted` error when it is aborted, before, during or while the body is read. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds from the call to the last byte of the answer, 1 to 2147483647; past them the call ends with a `timeout` error.
   *
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * The trace id to send, exactly 58 visible ASCII characters (D3).
   *
   * @default a new one from `createTraceId()`
   */
  readonly traceId?: string | undefined;
  /** Further request headers. Those that the client sets itself win over them. */
  readonly headers?: Headers | Readonly<Record<string, string>> | undefined;
}

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
 * @example
 * ```ts
 * const data = unwrap(await auth.login({ account, authType: '1', password }));
 * ```
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.data;
  throw outcome.error;
}
