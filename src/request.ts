import { attempt, check } from './check.js';
import { secretCutter } from './secrets.js';
import type { Schema } from './validate.js';

/** The body as JSON, or a `TypeError` if it cannot be sent or breaks its schema. */
export function writeBody(body: unknown, schema: Schema | undefined): string {
  const content = attempt(() => JSON.stringify(body)) ?? '';
  check(content[0] === '{', 'body', 'an object for JSON', typeof body);
  const findings = schema?.['~standard'].validate(body) ?? {};
  check(!('then' in findings), 'validate', 'synchronous for requests', 'a promise');
  if (findings.issues) {
    const issues = secretCutter(content)(findings.issues);
    throw Object.assign(new TypeError(`body: ${issues.map((issue) => issue.message)}`), { issues });
  }
  return content;
}
