import { jsonFault } from './json-fault.js';
import { type Violation, violation } from './violation.js';

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
