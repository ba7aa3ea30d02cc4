import type { MockOperation } from './contract.js';
import { type HeaderLookup, headerViolations } from './headers.js';
import { bodyViolations, type SchemaProblem, type Violation, violation } from './violation.js';

/** A validator as the generator makes them. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

/** Finds the validator of an operation's request body. */
export type BodyValidators = (operationId: string) => BodyValidator | undefined;

/** Says what is wrong with a request, without a value of it; an empty list when nothing is. */
export function explain(
  operation: MockOperation,
  header: HeaderLookup,
  body: unknown,
  validators: BodyValidators,
): Violation[] {
  const headers = headerViolations(operation.headers, header);
  if (body === undefined && operation.mediaTypes.length > 0)
    return [...headers, violation(['body'], 'required', 'Request body is required')];
  const validate = validators(operation.id);
  return !validate || validate(body)
    ? headers
    : [...headers, ...bodyViolations(validate.errors ?? [], operation.variants)];
}
