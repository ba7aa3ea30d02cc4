import * as generated from '../../generated/validators.js';
import type { Contract } from '../contract/contract.js';
import { resolve, type Schema } from '../contract/openapi.js';
import type { Engine } from './answer.js';
import { exampleForValid } from './choose-example.js';
import { impossibleWish, invalidRequest, refusal } from './refusal.js';
import { type BodyValidator, type BodyValidators, explain, headerRules } from './violations.js';

const byName: Readonly<Record<string, BodyValidator | undefined>> = { ...generated };

/** The validators compiled from the spec when it was generated. They make no code at run time. */
export const generatedValidators: BodyValidators = (operationId) => byName[`${operationId}Request`];

/** Keywords of a header's schema that say nothing about its value. */
const annotations = ['description', 'title', 'example', 'examples', 'default', 'deprecated'];

/**
 * Makes an engine for where Prism cannot run, such as a browser: the validators that were compiled from the spec tell whether a
 * request is valid, and the example is chosen as Prism would.
 *
 * @throws {TypeError} when a header's schema has a keyword that is not known here: to skip it would accept what Prism refuses.
 */
export function createValidatorEngine(contract: Contract, validators: BodyValidators): Engine {
  for (const { name, in: place, schema } of contract.operations.flatMap(({ parameters }) => parameters)) {
    const { type = 'string', ...rules } = resolve<Schema>(contract.document, schema) ?? {};
    const unknown = Object.keys(rules).find((keyword) => ![...annotations, ...headerRules].includes(keyword));
    if (place !== 'header' || unknown !== undefined || type !== 'string')
      throw new TypeError(`The mock cannot check ${place} ${name}: ${unknown ?? 'only headers of text are known'}`);
  }
  return ({ operation, header, body, preference }) => {
    const violations = explain(contract, operation, header, body, validators);
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
}
