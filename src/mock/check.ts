import * as generated from '../../generated/schemas.js';
import type { StandardSchema } from '../client/schema.js';
import type { Operation } from '../contract/contract.js';
import type { Schema } from '../contract/openapi.js';
import { type Violation, violation } from './refuse.js';

/** All headers of a request, by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** The value in a request body, or why the body cannot be read. */
export type DecodedBody = { readonly value: unknown } | { readonly violations: readonly Violation[] };

/** Decodes a JSON request body. A message never quotes the body, which may hold a password. */
export function decodeBody(
  bytes: Uint8Array,
  contentType: string | undefined,
  mediaTypes: readonly string[],
): DecodedBody {
  if (bytes.byteLength === 0) return { value: undefined };
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaTypes.length > 0 && !mediaTypes.includes(mediaType))
    return reject('media-type', `Request header content-type must be ${mediaTypes.join(' or ')}`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return reject('encoding', 'Request body is not UTF-8');
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return reject('json', `Request body is not JSON${explainSyntax(text, error)}`);
  }
}

const reject = (code: string, message: string): DecodedBody => ({ violations: [violation(['body'], code, message)] });

/** What applications send by mistake instead of JSON. */
const mistakes: readonly (readonly [form: RegExp, explanation: string])[] = [
  [/^\s*\[object \w+\]\s*$/, ', but an object that was converted to text: send JSON.stringify(object)'],
  [/^\s*--[^\r\n]+\r?\ncontent-disposition:/i, ', but multipart form data: send an object with JSON.stringify'],
  [/^[^\s={["]+=[^\s{["]*$/, ', but form-encoded: send an object with JSON.stringify'],
];

/** Explains why a text is not JSON: by a known mistake, or by the position if V8 reports one. V8's own message quotes the text. */
function explainSyntax(text: string, error: unknown): string {
  const [, mistake] = mistakes.find(([form]) => form.test(text)) ?? [];
  if (mistake) return mistake;
  const message = error instanceof Error ? error.message : '';
  const [, reported] = /JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? [];
  const position = message === 'Unexpected end of JSON input' ? text.length : Number(reported);
  const isInvalidValue = Number.isNaN(position) && message.endsWith('is not valid JSON');
  if (isInvalidValue) return ': a value in it is not valid, such as text without double quotes';
  if (Number.isNaN(position)) return '';
  const lines = text.slice(0, position).split('\n');
  return `: it stops being valid at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** Finds the schema of an operation's request body. Its validator is compiled. */
export type FindBodySchema = (operationId: string) => StandardSchema<unknown> | undefined;

const byName: Readonly<Record<string, StandardSchema<unknown> | undefined>> = { ...generated };

/** Finds a schema whose validator was compiled from the spec when the package was made. */
export const findCompiledSchema: FindBodySchema = (operationId) => byName[`${operationId}Request`];

/** Checks headers and body of a request. Returns what is wrong with them, and never quotes a value. */
export function checkRequest(
  operation: Operation,
  headers: Headers,
  body: unknown,
  findSchema: FindBodySchema,
): Violation[] {
  const headerViolations = checkHeaders(operation, headers);
  if (body === undefined && !operation.request) return headerViolations;
  if (body === undefined) return [...headerViolations, violation(['body'], 'required', 'Request body is required')];
  const { issues = [] } = findSchema(operation.id)?.['~standard'].validate(body) ?? {};
  const bodyViolations = issues.map(({ path, code, message }) =>
    violation(['body', ...path.map(String)], code, message),
  );
  return [...headerViolations, ...bodyViolations];
}

/** Checks the headers of a request by the keywords that the spec uses for headers. */
export function checkHeaders(operation: Operation, headers: Headers): Violation[] {
  return operation.parameters.flatMap(({ name, required, schema }) => {
    const value = headers[name.toLowerCase()];
    if (value === undefined || (value === '' && required))
      return required ? [violation(['header', name], 'required', `Request header ${name} is required`)] : [];
    return brokenRules(schema ?? {}, value).map(([keyword, rule]) =>
      violation(['header', name], keyword, `Request header ${name} must ${rule}`),
    );
  });
}

function brokenRules({ minLength, maxLength, pattern, enum: allowed }: Schema, value: string) {
  const length = [...value].length;
  const rules: [keyword: string, isBroken: boolean, rule: string][] = [
    ['minLength', typeof minLength === 'number' && length < minLength, `have at least ${minLength} characters`],
    ['maxLength', typeof maxLength === 'number' && length > maxLength, `have at most ${maxLength} characters`],
    ['pattern', typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value), `match pattern "${pattern}"`],
    ['enum', allowed !== undefined && !allowed.includes(value), `be one of ${allowed?.join(', ')}`],
  ];
  return rules.filter(([, isBroken]) => isBroken).map(([keyword, , rule]) => [keyword, rule] as const);
}
