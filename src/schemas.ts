export type * from '../generated/domain.js';
export * from '../generated/schemas.js';
export type { SchemaIssue, StandardSchema } from './client/schema.js';
