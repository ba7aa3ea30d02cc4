export type { KooDriveAuthClient, OperationId } from '../generated/client.js';
export { servers } from '../generated/client.js';
export type * from '../generated/domain.js';
export type { components, operations, paths } from '../generated/types.js';
export { createKooDriveAuthClient } from './client/create.js';
export type {
  AbortedError,
  GatewayError,
  InvalidResponseError,
  KooDriveError,
  NetworkError,
  ServiceError,
  TimeoutError,
} from './client/errors.js';
export { isKooDriveError } from './client/errors.js';
export type { ClientOptions } from './client/options.js';
export type { CallOptions, Failure, Outcome, Success } from './client/outcome.js';
export { unwrap } from './client/outcome.js';
export type { Issue, Schemas } from './client/schema.js';
export type { ExpiryOptions, SessionTimes } from './client/session.js';
export { accessTokenExpiresAt, authorizationHeader, isAccessTokenExpired } from './client/session.js';
export { createTraceId } from './client/trace-id.js';
