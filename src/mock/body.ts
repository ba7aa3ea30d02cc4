import { type Violation, violation } from './refusal.js';

/** The value that a request's body holds, or why it holds none. */
export type DecodedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** The largest request body that the mock reads, in bytes: 1 MiB. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Decodes a request body of JSON. What is wrong is said without a piece of the body, which may hold a password.
 *
 * @param mediaTypes the media types that the operation takes.
 */
export function decodeBody(
  bytes: Uint8Array,
  contentType: string | undefined,
  mediaTypes: readonly string[],
): DecodedBody {
  if (bytes.byteLength === 0) return { ok: true, value: undefined };
  const given = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaTypes.length > 0 && !mediaTypes.includes(given))
    return refuse('media-type', `Request header content-type must be ${mediaTypes.join(' or ')}`);

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('encoding', 'Request body is not UTF-8');
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuse('json', `Request body is not JSON: ${jsonFault(text)}`);
  }
}

const refuse = (code: string, message: string): DecodedBody => ({
  ok: false,
  violations: [violation(['body'], code, message)],
});

/** The tokens of JSON. A string ends at its quote, a number has no leading zero, and nothing else exists. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside of strings
  /[\t\n\r ]*(?:(?<punctuation>[{}[\],:])|(?<string>"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?<literal>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What must come next, in the words of the message. */
type Expected =
  | 'a value'
  | 'a value or ]'
  | 'a name in double quotes'
  | 'a name in double quotes or }'
  | 'a colon'
  | 'a comma or ]'
  | 'a comma or }'
  | 'the end';

/**
 * Says where a text that is not JSON stops being JSON, and what was expected there, without quoting from it: JSON.parse quotes,
 * and what it quotes may be a password.
 */
export function jsonFault(text: string): string {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'a value';
  let afterComma = false;
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const groups = token.exec(text)?.groups;
    const mark = groups?.['punctuation'] ?? (groups?.['string'] !== undefined ? 'string' : groups && 'literal');
    const next: Expected | undefined = mark === undefined ? undefined : step(expected, mark, open);
    if (next === undefined) {
      if (afterComma && (mark === '}' || mark === ']'))
        return `${place(text, token.lastIndex - 1)}: a comma before ${mark}`;
      return `${place(text, skipSpace(text, start))}: expected ${expected}`;
    }
    expected = next;
    afterComma = mark === ',';
  }
}

/** What is expected after a token, or nothing when the token is not expected itself. */
function step(expected: Expected, mark: string, open: ('{' | '[')[]): Expected | undefined {
  const afterValue = (): Expected =>
    open.length === 0 ? 'the end' : open.at(-1) === '{' ? 'a comma or }' : 'a comma or ]';
  if (expected === 'a value' || expected === 'a value or ]') {
    if (mark === '{' || mark === '[') {
      open.push(mark);
      return mark === '{' ? 'a name in double quotes or }' : 'a value or ]';
    }
    if (mark === 'string' || mark === 'literal') return afterValue();
  }
  if ((expected === 'a name in double quotes' || expected === 'a name in double quotes or }') && mark === 'string')
    return 'a colon';
  if (expected === 'a colon' && mark === ':') return 'a value';
  if (expected === 'a comma or ]' && mark === ',') return 'a value';
  if (expected === 'a comma or }' && mark === ',') return 'a name in double quotes';
  if ((mark === ']' || mark === '}') && expected.endsWith(`or ${mark}`)) {
    open.pop();
    return afterValue();
  }
  return undefined;
}

const skipSpace = (text: string, start: number): number =>
  start + (/^[\t\n\r ]*/.exec(text.slice(start))?.[0].length ?? 0);

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`;
}
