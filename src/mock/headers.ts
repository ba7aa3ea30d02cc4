import type { MockHeader } from './contract.js';
import { type Violation, violation } from './violation.js';

/** Looks a header of a request up, by its name in any case. */
export type HeaderLookup = (name: string) => string | undefined;

/** Keywords of a header's schema that say nothing about its value. */
const annotations = ['type', 'description', 'title', 'example', 'examples', 'default', 'deprecated'];
const rules = ['minLength', 'maxLength', 'pattern', 'enum'];

/**
 * What is wrong with the headers of a request.
 *
 * @throws {TypeError} when a header's schema has a keyword that is not known here: to skip it would accept what Prism refuses.
 */
export function headerViolations(headers: readonly MockHeader[], lookup: HeaderLookup): Violation[] {
  return headers.flatMap(({ name, required, schema }) => {
    const unknown = Object.keys(schema).find((keyword) => !annotations.includes(keyword) && !rules.includes(keyword));
    if (unknown !== undefined || (schema['type'] ?? 'string') !== 'string')
      throw new TypeError(`The mock cannot check header ${name}: ${unknown ?? 'only strings are known'}`);
    const value = lookup(name);
    // Prism takes an empty header for a missing one.
    if (value === undefined || value === '')
      return required ? [violation(['header', name], 'required', `Request header ${name} is required`)] : [];
    return brokenRules(schema, value).map(([keyword, message]) =>
      violation(['header', name], keyword, `Request header ${name} must ${message}`),
    );
  });
}

function brokenRules(schema: MockHeader['schema'], value: string): [string, string][] {
  const length = [...value].length;
  const { minLength, maxLength, pattern, enum: allowed } = schema;
  const broken: [string, string][] = [];
  if (typeof minLength === 'number' && length < minLength)
    broken.push(['minLength', `have at least ${minLength} characters`]);
  if (typeof maxLength === 'number' && length > maxLength)
    broken.push(['maxLength', `have at most ${maxLength} characters`]);
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
    broken.push(['pattern', `match pattern "${pattern}"`]);
  if (Array.isArray(allowed) && !allowed.includes(value)) broken.push(['enum', `be one of ${allowed.join(', ')}`]);
  return broken;
}
