export type { KooDriveAuthClient, OperationId } from '../generated/client.js';
export { servers } from '../generated/client.js';
export type * from '../generated/domain.js';
export type { components, operations, paths } from '../generated/types.js';
export { createKooDriveAuthClient } from './client.js';
export type {
  AbortedError,
  GatewayError,
  InvalidResponseError,
  KooDriveError,
  NetworkError,
  ServiceError,
  TimeoutError,
} from './errors.js';
export { isKooDriveError } from './errors.js';
export type { ClientOptions } from './options.js';
export type { CallOptions, Failure, Outcome, Success } from './outcome.js';
export { unwrap } from './outcome.js';
export type { ExpiryOptions, SessionTimes } from './session.js';
export { accessTokenExpiresAt, authorizationHeader, isAccessTokenExpired } from './session.js';

export { createTraceId } from './trace-id.js';
export type { Issue, Schemas } from './validate.js';
