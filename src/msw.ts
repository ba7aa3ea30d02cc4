import { HttpHandler, http } from 'msw';
import type { examples } from '../generated/examples.js';
import document from '../generated/openapi.json';
import { readContract } from './contract/contract.js';
import { answer, answerExample, contentOf, headersOf, type MockBackend, route, withoutSlashes } from './mock/answer.js';
import { findCompiledSchema } from './mock/check.js';
import { preflightHeaders } from './mock/http.js';
import { checkDelay, checkFlag, checkOptionNames, pickDelay, requireGlobals } from './mock/options.js';
import { type MockResponse, maxBodyBytes, refuseLargeBody } from './mock/refuse.js';
import { mockNumbers, type Simulation } from './mock/simulate.js';

/** Which requests to handle, and how. */
export interface HandlersOptions {
  /** Base URL of the requests to handle: an origin, and the path before the operations if there is one. @default any */
  readonly baseUrl?: string | URL | undefined;
  /** How long each response of an operation waits: milliseconds such as `800`, or a range such as `'200-1200'`. @default no wait */
  readonly delay?: number | string | undefined;
  /** Whether sessions keep the published times, which are long ago, instead of starting now. @default false */
  readonly publishedTimes?: boolean | undefined;
}

/** How {@link respond} responds. */
export interface RespondOptions extends HandlersOptions {
  /** Whether to respond to one request only. @default false */
  readonly once?: boolean | undefined;
}

type Examples = typeof examples;

/** The id of an operation. */
export type OperationId = keyof Examples;

/** A response for {@link respond}: an example of the operation, or an outcome that the mock simulates. */
export type ResponseName<Id extends OperationId> = (keyof Examples[Id]['responses'] & string) | Simulation;

const optionNames = ['baseUrl', 'delay', 'publishedTimes'];

/**
 * Creates request handlers for Mock Service Worker 2 and 3. They respond as the mock server does. Without a base URL they handle
 * any origin, with any path before the operations. They have no `Prefer: dynamic=true`. The number for no answer leaves the request
 * pending until it is aborted, and the number for a cut connection makes reading the body fail.
 *
 * @throws {TypeError} if an option is unknown or has an invalid value, or if the platform lacks what the handlers need.
 * @example
 * const server = setupServer(...handlers());
 * server.listen({ onUnhandledRequest: 'error' });
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  requireGlobals('Request', 'Response', 'TextDecoder');
  checkOptionNames('handlers', options, optionNames);
  const contract = readContract(document);
  const backend: MockBackend = { contract, findSchema: findCompiledSchema };
  const { pattern, prefix } = readBase(options.baseUrl);
  const publishedTimes = checkFlag('publishedTimes', options.publishedTimes);
  const settings = { delay: checkDelay(options.delay), publishedTimes };

  const handle = async (request: Request): Promise<MockResponse> => {
    const found = route(contract, request.method, new URL(request.url).pathname, prefix);
    if ('refusal' in found) return found.refusal;
    const body = new Uint8Array(await request.arrayBuffer());
    if (body.byteLength > maxBodyBytes) return refuseLargeBody(contract);
    return answer(backend, found.operation, Object.fromEntries(request.headers), body, settings);
  };
  const paths = new Set(contract.operations.map(({ path }) => path));
  return [...paths].map((path) =>
    http.all(pattern + path, async ({ request }) => {
      if (request.method !== 'OPTIONS') return createResponse(request, await handle(request));
      const headers = preflightHeaders(Object.fromEntries(request.headers), contract);
      return new Response(null, { status: 204, headers });
    }),
  );
}

/**
 * Creates a request handler that always responds to an operation in the same way, for `server.use()` in a test.
 *
 * @param operation the id of the operation.
 * @param name an example of that operation, or an outcome that the mock simulates, such as `noAnswer`.
 * @throws {TypeError} if there is no such operation or example, or if an option is unknown or has an invalid value.
 * @example
 * server.use(respond('login', 'wrongPassword', { once: true }));
 */
export function respond<Id extends OperationId>(
  operation: Id,
  name: ResponseName<Id>,
  options: RespondOptions = {},
): HttpHandler {
  requireGlobals('Response');
  checkOptionNames('respond', options, [...optionNames, 'once']);
  const contract = readContract(document);
  const found = contract.operations.find(({ id }) => id === operation);
  const ids = contract.operations.map(({ id }) => id);
  if (!found) throw unknownName('operation', operation, ids);
  const simulation = mockNumbers.find((number) => number.name === name)?.name;
  const example = simulation ? found.examples[0] : found.examples.find(({ key }) => key === name);
  const names = [...found.examples.map(({ key }) => key), ...mockNumbers.map((number) => number.name)];
  if (!example) throw unknownName(`example of ${operation}`, name, names);

  const { pattern, prefix } = readBase(options.baseUrl);
  const delay = checkDelay(options.delay);
  const publishedTimes = checkFlag('publishedTimes', options.publishedTimes);
  return new HttpHandler(
    found.method,
    pattern + found.path,
    ({ request }) => {
      // MSW ignores a slash at the end. The request is then for the next handler.
      if ('refusal' in route(contract, request.method, new URL(request.url).pathname, prefix)) return undefined;
      const response = answerExample(found, example, simulation, publishedTimes);
      return createResponse(request, delay ? { ...response, delayMs: pickDelay(delay) } : response);
    },
    { once: checkFlag('once', options.once) },
  );
}

const unknownName = (what: string, given: string, known: readonly string[]): TypeError =>
  new TypeError(`There is no ${what} called ${JSON.stringify(given)}: there are ${known.join(', ')}`);

/** Reads a base URL. Returns MSW's pattern for what comes before the path of an operation, and the path in it. */
function readBase(baseUrl: string | URL | undefined): { pattern: string; prefix: string | undefined } {
  if (baseUrl === undefined) return { pattern: '*', prefix: undefined };
  try {
    const { origin, pathname } = new URL(baseUrl);
    const prefix = withoutSlashes(pathname);
    return { pattern: origin + prefix, prefix };
  } catch {
    throw new TypeError('baseUrl must be an absolute URL');
  }
}

/** Creates the response for MSW, when its delay has passed. */
async function createResponse(request: Request, response: MockResponse): Promise<Response> {
  if (response.delayMs) await new Promise((resolve) => setTimeout(resolve, response.delayMs));
  if (response.interruption === 'noAnswer') {
    if (!request.signal.aborted) await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
    return Response.error();
  }
  const content = contentOf(response);
  const body = response.interruption === 'cutConnection' ? cutOff(content) : content;
  return new Response(request.method === 'HEAD' ? null : body, {
    status: response.status,
    headers: headersOf(response),
  });
}

/** Streams the first half of a body, then fails. */
function cutOff(content: string | Uint8Array): ReadableStream {
  const half = new TextEncoder().encode(content.slice(0, content.length / 2).toString());
  return new ReadableStream({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new TypeError('The connection was cut')),
  });
}
