import type { ConsoleOperation } from '../console-data.js';

/**
 * The request body with a test number in place of the field that has a number already: test numbers are digits, as the
 * example's own account or phone number is.
 */
export function withTestNumber(body: unknown, number: string): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const field = Object.entries(body).find(([, value]) => typeof value === 'string' && /^\d{6,}$/.test(value))?.[0];
  return field ? { ...body, [field]: number } : body;
}

/** What the text of a body is wrong in, or nothing. The mock takes it all the same: its answer to malformed JSON is worth seeing. */
export function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A new trace id: hex digits, cryptographically random. */
export function newTraceId(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, length);
}

/** What came back, as text to show. */
export interface Answer {
  status: number;
  statusText: string;
  milliseconds: number;
  headers: [name: string, value: string][];
  body: string;
  /** Whether the body is JSON, as every answer of the contract is. */
  json: boolean;
}

const shownCharacters = 200_000;

/** Sends to the page's own origin, without cookies, and follows no redirect that could lead elsewhere. */
export async function send(
  { method, path }: Pick<ConsoleOperation, 'method' | 'path'>,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(new URL(path, location.origin), {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal,
    mode: 'same-origin',
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  const text = await response.text();
  const fault = jsonFault(text);
  return {
    status: response.status,
    statusText: response.statusText,
    milliseconds: Math.round(performance.now() - start),
    headers: [...response.headers],
    body: (fault === undefined ? JSON.stringify(JSON.parse(text), null, 2) : text).slice(0, shownCharacters),
    json: fault === undefined,
  };
}
