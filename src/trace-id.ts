import { traceIdLength } from '../generated/client.js';

let pool: Uint8Array<ArrayBuffer> | undefined;
let used = 0;

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
  // One request for random bytes serves 32 ids: asking for each would cost ten times as much.
  pool ??= new Uint8Array(traceIdLength * 32);
  if (used % pool.length === 0) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let id = '';
  // Five bits a character: 32 divides 256, so every character is as likely as another.
  for (const byte of pool.subarray(used, used + traceIdLength)) id += (byte & 31).toString(32);
  used += traceIdLength;
  return id;
}
