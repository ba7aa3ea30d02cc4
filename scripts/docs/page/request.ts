import type { FormOperation } from '../form-data.js';

/** The request body with a test number in the field that takes one; as it is, where there is no number or no field. */
export const withNumber = (body: unknown, field: string | undefined, number: string): unknown =>
  field && number && typeof body === 'object' ? { ...body, [field]: number } : body;

/** What the text of a body is wrong in, or nothing. The mock takes it all the same: its answer to malformed JSON is worth seeing. */
export function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What came back, as text to show. */
export type Answer = Awaited<ReturnType<typeof send>>;

/** Sends to the page's own origin, without cookies and empty headers, and follows no redirect that could lead elsewhere. */
export async function send(
  { method, path }: FormOperation,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) {
  const start = performance.now();
  const filled = Object.entries(headers).filter(([, value]) => value !== '');
  const response = await fetch(new URL(path, location.origin), {
    method,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(filled) },
    body,
    signal,
    mode: 'same-origin',
    credentials: 'omit',
    redirect: 'manual',
  });
  const text = await response.text();
  // As every answer of the contract is.
  const json = jsonFault(text) === undefined;
  return {
    status: response.status,
    statusText: response.statusText,
    milliseconds: Math.round(performance.now() - start),
    headers: [...response.headers],
    reasons: reasonsIn(response.headers.get('sl-violations')),
    body: json ? JSON.stringify(JSON.parse(text), null, 2) : text,
    json,
  };
}

/** Why the mock refused the request, one sentence for each field: from the header in which it says so, as Prism does. */
function reasonsIn(header: string | null): string[] {
  try {
    const violations = JSON.parse(header ?? '[]') as { location?: string[]; message?: string }[];
    return violations.map(({ location: place = [], message = '' }) => `${place.join('.')}: ${message}`);
  } catch {
    return [];
  }
}
