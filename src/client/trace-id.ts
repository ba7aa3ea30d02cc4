import { traceIdLength } from '../../generated/client.js';

// Random bytes for 32 ids, since each call of getRandomValues is slow. Each byte is used once.
const pool = /* @__PURE__ */ new Uint8Array(32 * traceIdLength);
let left = 0;

/**
 * Creates a trace id of 58 characters: digits and the letters a to v, from cryptographic randomness.
 *
 * @throws TypeError if there is no `crypto.getRandomValues`, as in Node 18 and in React Native without a package for it.
 *
 * @example
 * ```ts
 * const traceId = createTraceId();
 * await auth.login(body, { traceId });
 * ```
 */
export function createTraceId(): string {
  if (left === 0) {
    if (typeof globalThis.crypto?.getRandomValues !== 'function') {
      const remedy = globalThis.process?.versions?.node
        ? 'use Node 20.19 or later'
        : 'import react-native-get-random-values';
      throw new TypeError(`crypto.getRandomValues is missing: ${remedy}`);
    }
    left = crypto.getRandomValues(pool).length;
  }
  let traceId = '';
  // Five bits a character: 32 divides 256, so all characters are equally likely.
  while (traceId.length < traceIdLength) traceId += ((pool[--left] as number) & 31).toString(32);
  return traceId;
}
