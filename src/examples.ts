export { errorCodes } from '../generated/error-codes.js';
export * from '../generated/examples.js';
export type { ErrorCode } from './contract/error-codes.js';
