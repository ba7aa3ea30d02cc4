import type { Variants } from './contract.js';

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

/** The response header in which the reasons of a refusal travel, as in Prism. */
export const violationsHeader = 'sl-violations';

const maxHeaderLength = 4096;
const maxMessageLength = 240;

/** A violation of the request. */
export const violation = (location: readonly string[], code: string, message: string): Violation => ({
  location: ['request', ...location],
  severity: 'Error',
  code,
  message: message.length > maxMessageLength ? `${message.slice(0, maxMessageLength)}…` : message,
});

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
      items.push(asciiJson(violation([], 'truncated', `${violations.length - index} more`)));
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

/** Turns what a validator reports about a body into violations that name fields and rules but no values. */
export function bodyViolations(problems: readonly SchemaProblem[], variants: Variants | undefined): Violation[] {
  // `oneOf`, `anyOf` and `if` only repeat that one of the problems beside them occurred.
  const causes = problems.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
  return (causes.length > 0 ? causes : problems).map((problem) => {
    const tag = problem.keyword === 'discriminator' ? [String(problem.params['tag'])] : [];
    const path = [...problem.instancePath.split('/').slice(1).map(unescapePointer), ...tag];
    const subject = path.length > 0 ? `Request body property ${path.join('.')}` : 'Request body';
    return violation(['body', ...path], problem.keyword, `${subject} ${rule(problem, variants)}`);
  });
}

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

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
