import { type HttpHandler, http } from 'msw';
import document from '../generated/openapi.json';
import { answer, delayOf } from './mock/answer.js';
import { maxBodyBytes } from './mock/body.js';
import { readContract } from './mock/contract.js';
import { pickDelay } from './mock/delay.js';
import { checkDelay } from './mock/options.js';
import { type MockAnswer, refusal } from './mock/refusal.js';
import { route } from './mock/route.js';
import { createValidatorEngine } from './mock/validator-engine.js';
import { generatedValidators } from './mock/validators.js';
import { violationsHeader, violationsHeaderValue } from './mock/violation.js';

/** Which requests to handle, and how. */
export interface HandlersOptions {
  /** Origin, with a path before the operations if there is one, of the requests to answer. @default any origin */
  readonly baseUrl?: string | undefined;
  /** How long each answer waits: milliseconds such as `800`, or a range such as `'200-1200'`. @default no wait */
  readonly delay?: number | string | undefined;
}

/**
 * Request handlers for Mock Service Worker 2 that answer both operations by the mock's own rules: test numbers, the `Prefer` and
 * `x-mock-delay` headers, refusals with their reasons in `sl-violations`. Only `Prefer: dynamic=true` needs the mock server.
 *
 * @throws {TypeError} when an option has a wrong value.
 * @example
 * const server = setupServer(...handlers());
 * server.listen({ onUnhandledRequest: 'error' });
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  const contract = readContract(document);
  const engine = createValidatorEngine(contract, generatedValidators);
  const standardDelay = checkDelay(options.delay);
  const base = options.baseUrl?.replace(/\/+$/, '');
  const basePath = base === undefined ? '' : pathOf(base);

  const respond = async (request: Request): Promise<MockAnswer> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    const found = route(contract, request.method, path);
    if ('refusal' in found) return found.refusal;
    const body = new Uint8Array(await request.arrayBuffer());
    if (body.byteLength > maxBodyBytes)
      return refusal(contract, 413, 'size', `The request body is larger than ${maxBodyBytes} bytes`);
    const headers = Object.fromEntries(request.headers);
    const header = (name: string) => request.headers.get(name) ?? undefined;
    return answer(contract, engine, { ...found, path, query: searchParams, header, headers, body });
  };

  const paths = new Set(contract.operations.map(({ path }) => path));
  return [...paths].map((path) =>
    http.all(`${base ?? '*'}${path.replaceAll(/\{([^}]+)\}/g, ':$1')}`, async ({ request }) => {
      const { status, body, headers, violations } = await respond(request);
      const delay = delayOf((name) => request.headers.get(name) ?? undefined, standardDelay);
      if (delay) await new Promise((resolve) => setTimeout(resolve, pickDelay(delay)));
      return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), {
        status,
        headers: {
          'Content-Type': 'application/json',
          'Cache-Control': 'no-store',
          ...(violations.length > 0 && { [violationsHeader]: violationsHeaderValue(violations) }),
          ...headers,
        },
      });
    }),
  );
}

function pathOf(base: string): string {
  try {
    return new URL(base).pathname.replace(/\/+$/, '');
  } catch {
    throw new TypeError('baseUrl must be an absolute URL');
  }
}
