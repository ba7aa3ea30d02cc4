import type { Contract, Operation, Variants } from '../contract/contract.js';
import { decodePart, resolve, type Schema } from '../contract/openapi.js';

/** One reason why a request was refused, in the form of Prism's `sl-violations` header. It never holds a value of a field. */
export interface Violation {
  /** Where: `request`, then for instance `body` and the name of a field. */
  readonly location: readonly string[];
  readonly severity: 'Error' | 'Warning' | 'Information' | 'Hint';
  readonly code: string;
  readonly message: string;
}

/** What an Ajv validator reports; only what is used here. */
export interface SchemaProblem {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator as the generator makes them. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

/** Finds the validator of an operation's request body. */
export type BodyValidators = (operationId: string) => BodyValidator | undefined;

/** Looks a header of a request up, by its name in any case. */
export type HeaderLookup = (name: string) => string | undefined;

const maxMessageLength = 240;

/** How many reasons a refusal keeps: a body may break a rule a hundred thousand times. */
const maxViolations = 50;

/** A violation of the request. */
export const violation = (location: readonly string[], code: string, message: string): Violation => ({
  location: ['request', ...location].map((part) => cut(part, maxMessageLength)),
  severity: 'Error',
  code,
  message: cut(message, maxMessageLength),
});

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);

/** Keeps the first violations, and says how many more there were. */
export function limited<T>(found: readonly T[], toViolation: (item: T) => Violation): Violation[] {
  const kept = found.slice(0, maxViolations).map(toViolation);
  return found.length > maxViolations ? [...kept, more(found.length - maxViolations)] : kept;
}

const more = (count: number): Violation => violation([], 'truncated', `${count} more`);

/** What stands for violations that are left out. The last of them may stand for others itself. */
export const standIn = (left: readonly Violation[]): Violation =>
  more(left.reduce((sum, { code, message }) => sum + (code === 'truncated' ? Number.parseInt(message, 10) : 1), 0));

/** Says what is wrong with a request, without a value of it; an empty list when nothing is. */
export function explain(
  contract: Contract,
  operation: Operation,
  header: HeaderLookup,
  body: unknown,
  validators: BodyValidators,
): Violation[] {
  const headers = headerViolations(contract, operation, header);
  const { request } = operation;
  if (body === undefined)
    return request?.required ? [...headers, violation(['body'], 'required', 'Request body is required')] : headers;
  const validate = validators(operation.id);
  return !validate || validate(body)
    ? headers
    : [...headers, ...bodyViolations(validate.errors ?? [], request?.variants)];
}

/** What is wrong with the headers of a request, as far as the rules of {@link headerRules} go. */
export function headerViolations(contract: Contract, operation: Operation, lookup: HeaderLookup): Violation[] {
  return operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    const value = lookup(name);
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

/** Turns what a validator reports about a body into violations that name fields and rules but no values. */
export function bodyViolations(problems: readonly SchemaProblem[], variants: Variants | undefined): Violation[] {
  // `oneOf`, `anyOf` and `if` only repeat that one of the problems beside them occurred.
  const causes = problems.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
  return limited(causes.length > 0 ? causes : problems, (problem) => {
    const tag = problem.keyword === 'discriminator' ? [String(problem.params['tag'])] : [];
    const path = [...problem.instancePath.split('/').slice(1).map(decodePart), ...tag];
    const subject = path.length > 0 ? `Request body property ${path.join('.')}` : 'Request body';
    return violation(['body', ...path], problem.keyword, `${subject} ${rule(problem, variants)}`);
  });
}

/** The rule that was broken, in words. Only parameters that come from the schema, and names of properties, are quoted. */
function rule({ keyword, params }: SchemaProblem, variants: Variants | undefined): string {
  switch (keyword) {
    case 'required':
      return `must have required property '${params['missingProperty']}'`;
    case 'additionalProperties':
      return `must NOT have additional properties; found '${params['additionalProperty']}'`;
    case 'type':
      return `must be ${[params['type']].flat().join(' or ')}`;
    case 'enum':
      return `must be equal to one of the allowed values: ${[params['allowedValues']].flat().join(', ')}`;
    case 'discriminator':
      return `must be one of ${variants?.values.join(', ')}`;
    case 'format':
      return `must match format "${params['format']}"`;
    case 'pattern':
      return `must match pattern "${params['pattern']}"`;
    case 'minLength':
    case 'maxLength':
      return `must have ${keyword === 'minLength' ? 'at least' : 'at most'} ${params['limit']} characters`;
    default:
      return `must pass the rule '${keyword}' of its schema`;
  }
}

/** The response header in which the reasons of a refusal travel, as in Prism. */
export const violationsHeader = 'sl-violations';

const maxHeaderLength = 4096;

/**
 * Writes violations as a header value: JSON in ASCII alone, since Node refuses other characters in a header and a property
 * may be named in any script. What is too long is left out whole, so that the value stays JSON.
 */
export function violationsHeaderValue(violations: readonly Violation[]): string {
  const items: string[] = [];
  let length = 2;
  for (const [index, item] of violations.entries()) {
    const json = asciiJson(item);
    if (length + json.length > maxHeaderLength) {
      items.push(asciiJson(standIn(violations.slice(index))));
      break;
    }
    items.push(json);
    length += json.length + 1;
  }
  return `[${items.join(',')}]`;
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
