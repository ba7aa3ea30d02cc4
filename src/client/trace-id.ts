import { traceIdLength } from '../../generated/client.js';

// Random bytes for many ids at once: asking for them costs more than using them. Each byte is used once.
const pool = /* @__PURE__ */ new Uint8Array(32 * traceIdLength);
let left = 0;

/**
 * A new trace id: 58 characters, digits and the letters a to v, from cryptographic randomness.
 *
 * @throws TypeError where there is no `crypto.getRandomValues`, as in React Native without a package for it.
 *
 * @example
 * ```ts
 * const traceId = createTraceId();
 * await auth.login(body, { traceId });
 * ```
 */
export function createTraceId(): string {
  if (left === 0) {
    if (typeof globalThis.crypto?.getRandomValues !== 'function')
      throw new TypeError('crypto.getRandomValues is missing: import react-native-get-random-values, or pass traceId');
    left = crypto.getRandomValues(pool).length;
  }
  let traceId = '';
  // Five bits a character: 32 divides 256, so every character is as likely as another.
  while (traceId.length < traceIdLength) traceId += ((pool[--left] as number) & 31).toString(32);
  return traceId;
}
