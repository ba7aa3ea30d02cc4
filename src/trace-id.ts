import { traceIdLength } from '../generated/client.js';

/**
 * A new trace id: 58 characters, digits and the letters a to v, from cryptographic randomness.
 *
 * @example
 * ```ts
 * const traceId = createTraceId();
 * await auth.login(body, { traceId });
 * ```
 */
export function createTraceId(): string {
  // Five bits a character: 32 divides 256, so every character is as likely as another.
  return Array.from(crypto.getRandomValues(new Uint8Array(traceIdLength)), (byte) => (byte & 31).toString(32)).join('');
}
