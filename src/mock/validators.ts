import * as generated from '../../generated/schemas.js';
import type { StandardSchema } from '../client/schema.js';
import type { Contract, Operation } from '../contract/contract.js';
import { resolve, type Schema } from '../contract/openapi.js';
import type { Engine, Headers } from './answer.js';
import { exampleForValid } from './choose-example.js';
import { impossibleWish, invalidRequest, refusal, type Violation, violation } from './refusal.js';

/** Finds the schema of an operation's request body, with its compiled validator. */
export type BodySchemas = (operationId: string) => StandardSchema<unknown> | undefined;

const byName: Readonly<Record<string, StandardSchema<unknown> | undefined>> = { ...generated };

/** The schemas whose validators were compiled from the spec when it was generated. They make no code at run time. */
export const generatedSchemas: BodySchemas = (operationId) => byName[`${operationId}Request`];

/** Keywords of a header's schema that say nothing about its value. */
const annotations = ['description', 'title', 'example', 'examples', 'default', 'deprecated'];

/**
 * Makes an engine for where Prism cannot run, such as a browser: the validators that were compiled from the spec tell whether a
 * request is valid, and the example is chosen as Prism would.
 *
 * @throws {TypeError} when a header's schema has a keyword that is not known here: to skip it would accept what Prism refuses.
 */
export function createValidatorEngine(contract: Contract, schemas: BodySchemas): Engine {
  for (const { name, in: place, schema } of contract.operations.flatMap(({ parameters }) => parameters)) {
    const { type = 'string', ...rules } = resolve<Schema>(contract.document, schema) ?? {};
    const unknown = Object.keys(rules).find((keyword) => ![...annotations, ...headerRules].includes(keyword));
    if (place !== 'header' || unknown !== undefined || type !== 'string')
      throw new TypeError(`The mock cannot check ${place} ${name}: ${unknown ?? 'only headers of text are known'}`);
  }
  return ({ operation, headers, body, preference }) => {
    const violations = explain(contract, operation, headers, body, schemas);
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

/** Says what is wrong with a request, without a value of it; an empty list when nothing is. */
export function explain(
  contract: Contract,
  operation: Operation,
  sent: Headers,
  body: unknown,
  schemas: BodySchemas,
): Violation[] {
  const headers = headerViolations(contract, operation, sent);
  const { request } = operation;
  if (body === undefined)
    return request ? [...headers, violation(['body'], 'required', 'Request body is required')] : headers;
  const { issues = [] } = schemas(operation.id)?.['~standard'].validate(body) ?? {};
  return [
    ...headers,
    ...issues.map(({ path, code, message }) => violation(['body', ...path.map(String)], code, message)),
  ];
}

/** What is wrong with the headers of a request, as far as the rules of {@link headerRules} go. */
export function headerViolations(contract: Contract, operation: Operation, headers: Headers): Violation[] {
  return operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    const value = headers[name.toLowerCase()];
    if (place !== 'header') return [];
    if (value === undefined || (value === '' && required))
      return required ? [violation(['header', name], 'required', `Request header ${name} is required`)] : [];
    return brokenRules(resolve<Schema>(contract.document, schema) ?? {}, value).map(([keyword, message]) =>
      violation(['header', name], keyword, `Request header ${name} must ${message}`),
    );
  });
}

/** The rules for a header that are checked here. */
export const headerRules = ['minLength', 'maxLength', 'pattern', 'enum'];

function brokenRules(schema: Schema, value: string): [string, string][] {
  if ((schema.type ?? 'string') !== 'string') return [];
  const length = [...value].length;
  const { minLength, maxLength, pattern, enum: allowed } = schema;
  const broken: [string, string][] = [];
  if (typeof minLength === 'number' && length < minLength)
    broken.push(['minLength', `have at least ${minLength} characters`]);
  if (typeof maxLength === 'number' && length > maxLength)
    broken.push(['maxLength', `have at most ${maxLength} characters`]);
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
    broken.push(['pattern', `match pattern "${pattern}"`]);
  if (allowed && !allowed.includes(value)) broken.push(['enum', `be one of ${allowed.join(', ')}`]);
  return broken;
}
