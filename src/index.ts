export type { OperationId } from '../generated/client.js';
export { servers } from '../generated/client.js';
export type * from '../generated/domain.js';
export type { components, operations, paths } from '../generated/types.js';
export type { KooDriveAuthClient } from './client/create.js';
export { createKooDriveAuthClient } from './client/create.js';
export type { CallOptions, ClientOptions, FetchInit } from './client/options.js';
export type {
  AbortedError,
  Failure,
  GatewayError,
  InvalidRequestError,
  InvalidResponseError,
  KooDriveError,
  NetworkError,
  Outcome,
  ServiceError,
  Success,
  TimeoutError,
} from './client/outcome.js';
export { isKooDriveError, unwrap } from './client/outcome.js';
export type { FetchResponse } from './client/response.js';
export type { Issue, Schemas } from './client/schema.js';
export type { ExpiryOptions, SessionTimes } from './client/session.js';
export { accessTokenExpiresAt, authorizationHeader, isAccessTokenExpired } from './client/session.js';
export { createTraceId } from './client/trace-id.js';
