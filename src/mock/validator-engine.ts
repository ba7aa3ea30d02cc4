import type { Engine } from './answer.js';
import { exampleForValid } from './choice.js';
import type { MockContract } from './contract.js';
import { type BodyValidators, explain } from './explain.js';
import { impossibleWish, invalidRequest, refusal } from './refusal.js';

/**
 * Makes an engine for where Prism cannot run, such as a browser: the validators that were compiled from the spec tell whether a
 * request is valid, and the example is chosen as Prism would.
 */
export const createValidatorEngine =
  (contract: MockContract, validators: BodyValidators): Engine =>
  ({ operation, header, body, preference }) => {
    const violations = explain(operation, header, body, validators);
    if (violations.length > 0) return invalidRequest(contract, operation, preference, violations);
    if (preference.dynamic)
      return impossibleWish(
        contract,
        operation,
        'Prefer',
        'dynamic=true works in the mock server only: handlers make nothing up',
      );
    const example = exampleForValid(operation, body, preference);
    if (!example) return refusal(contract, 500, 'mock', 'The spec has no example for this answer');
    return { status: example.status, body: example.body, example: example.key, violations: [] };
  };
