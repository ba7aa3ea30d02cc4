import { readBody } from '../../src/client/body.js';
import type { Probe } from './probes.js';

/** What came back, or why nothing did. */
export type Exchange =
  | {
      readonly status: number;
      readonly headers: Headers;
      /** The body as text; `undefined` when it is over 1 MiB. */
      readonly text: string | undefined;
      /** From the call to the last byte. */
      readonly milliseconds: number;
    }
  | { readonly failure: string; readonly milliseconds: number };

/** Sends one probe. Resolves whatever happens; follows no redirect, since a password must not travel to another origin. */
export async function send(probe: Probe, baseUrl: string, timeoutMs: number): Promise<Exchange> {
  const start = performance.now();
  const milliseconds = () => Math.round(performance.now() - start);
  try {
    const response = await fetch(baseUrl + probe.path, {
      method: 'POST',
      headers: probe.headers,
      body: JSON.stringify(probe.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await readBody(response);
    return { status: response.status, headers: response.headers, text, milliseconds: milliseconds() };
  } catch (error) {
    return { failure: reason(error, timeoutMs), milliseconds: milliseconds() };
  }
}

/** In words of ours: what a platform says of a failure may quote the request. */
function reason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return `no full answer within ${timeoutMs} ms`;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? `no full answer (${code})` : 'no full answer';
}
