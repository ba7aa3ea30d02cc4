import { HttpHandler, http } from 'msw';
import type { examples } from '../generated/examples.js';
import document from '../generated/openapi.json';
import { readContract } from './contract/contract.js';
import { answer, contentOf, delayOf, finish, headersOf } from './mock/answer.js';
import { maxBodyBytes } from './mock/body.js';
import { checkDelay, pickDelay, requireGlobals } from './mock/options.js';
import { type MockAnswer, refusal } from './mock/refusal.js';
import { route, withoutSlashes } from './mock/route.js';
import { mockNumbers, type Simulation } from './mock/simulate.js';
import { createValidatorEngine, generatedSchemas } from './mock/validators.js';

/** Which requests to handle, and how. */
export interface HandlersOptions {
  /** Origin, with a path before the operations if there is one, of the requests to answer. @default any origin */
  readonly baseUrl?: string | undefined;
  /** How long each answer waits: milliseconds such as `800`, or a range such as `'200-1200'`. @default no wait */
  readonly delay?: number | string | undefined;
  /** Whether `issuedAt` is the published time, which is long ago, instead of the present. @default false */
  readonly publishedTimes?: boolean | undefined;
}

/** How {@link respond} answers. */
export interface RespondOptions extends HandlersOptions {
  /** Whether to answer one request only. @default false */
  readonly once?: boolean | undefined;
}

type Examples = typeof examples;

/** The id of an operation. */
export type OperationId = keyof Examples;

/** What {@link respond} can answer with: an example of the operation, or a fault of the mock's own. */
export type ResponseName<Id extends OperationId> = (keyof Examples[Id]['responses'] & string) | Simulation;

/**
 * Request handlers for Mock Service Worker 2 and 3 that answer the operations by the mock's own rules: test numbers, the `Prefer` and
 * `x-mock-delay` headers, refusals with their reasons in `sl-violations`, sessions that began just now.
 *
 * Two things need the mock server: `Prefer: dynamic=true`, and connections. A number for no answer leaves the request pending until it
 * is aborted, and one for a cut connection lets the body of the answer fail; what the platform then throws is not what it throws for
 * a real connection.
 *
 * @throws {TypeError} when an option has a wrong value, or the platform lacks what the handlers need.
 * @example
 * const server = setupServer(...handlers());
 * server.listen({ onUnhandledRequest: 'error' });
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  requireGlobals('Request', 'Response', 'TextDecoder');
  const contract = readContract(document);
  const engine = createValidatorEngine(contract, generatedSchemas);
  const { base, basePath } = readBase(options.baseUrl);
  const send = sender(options);

  const ask = async (request: Request): Promise<MockAnswer> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    const found = route(contract, request.method, path);
    if ('refusal' in found) return found.refusal;
    const body = new Uint8Array(await request.arrayBuffer());
    if (body.byteLength > maxBodyBytes)
      return refusal(contract, 413, 'size', `The request body is larger than ${maxBodyBytes} bytes`);
    const headers = Object.fromEntries(request.headers);
    const asked = { ...found, path, query: searchParams, headers, body };
    return answer(contract, engine, asked, options.publishedTimes ?? false);
  };

  const paths = new Set(contract.operations.map(({ path }) => path));
  return [...paths].map((path) =>
    http.all(base + pattern(path), async ({ request }) => send(request, await ask(request))),
  );
}

/**
 * A request handler that answers one operation in one way, whatever it is sent: for `server.use()` in a test.
 *
 * @param operation the id of the operation.
 * @param name an example of that operation, or a fault of the mock's own such as `noAnswer`.
 * @throws {TypeError} when there is no such operation or example, or an option has a wrong value.
 * @example
 * server.use(respond('login', 'wrongPassword', { once: true }));
 */
export function respond<Id extends OperationId>(
  operation: Id,
  name: ResponseName<Id>,
  options: RespondOptions = {},
): HttpHandler {
  requireGlobals('Response');
  const { operations } = readContract(document);
  const found = operations.find(({ id }) => id === operation);
  if (!found)
    throw new TypeError(
      unknown(
        'operation',
        operation,
        operations.map(({ id }) => id),
      ),
    );
  const fault = mockNumbers.find((number) => number.name === name)?.name;
  const example = fault ? found.examples[0] : found.examples.find(({ key }) => key === name);
  if (!example) {
    const names = [...found.examples.map(({ key }) => key), ...mockNumbers.map((number) => number.name)];
    throw new TypeError(unknown(`example of ${operation}`, name, names));
  }
  const { base } = readBase(options.baseUrl);
  const send = sender(options);
  return new HttpHandler(
    found.method,
    base + pattern(found.path),
    ({ request }) => {
      const given = { status: example.status, body: example.body, example: example.key, violations: [] };
      return send(request, finish(found, given, fault, options.publishedTimes ?? false));
    },
    { once: options.once ?? false },
  );
}

const unknown = (what: string, given: string, known: readonly string[]): string =>
  `There is no ${what} called ${JSON.stringify(given)}: there is ${known.join(', ')}`;

/** A path of the spec in the syntax of MSW. */
const pattern = (path: string): string => path.replaceAll(/\{([^}]+)\}/g, ':$1');

/** What stands before the path of an operation in an address. */
function readBase(baseUrl: string | undefined): { base: string; basePath: string } {
  if (baseUrl === undefined) return { base: '*', basePath: '' };
  try {
    return { base: withoutSlashes(baseUrl), basePath: withoutSlashes(new URL(baseUrl).pathname) };
  } catch {
    throw new TypeError('baseUrl must be an absolute URL');
  }
}

/** Makes the function that sends an answer, once its time has come. */
function sender(options: HandlersOptions): (request: Request, answer: MockAnswer) => Promise<Response> {
  const standardDelay = checkDelay(options.delay);
  return async (request, found) => {
    const delay = delayOf(Object.fromEntries(request.headers), standardDelay);
    if (delay) await new Promise((resolve) => setTimeout(resolve, pickDelay(delay)));
    if (found.broken === 'noAnswer') {
      await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
      return Response.error();
    }
    const content = contentOf(found);
    const body = found.broken === 'cutConnection' ? cut(content) : request.method === 'HEAD' ? null : content;
    return new Response(body, { status: found.status, headers: headersOf(found) });
  };
}

/** The first half of a text, and then an error. */
function cut(text: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(new TypeError('The connection was cut'));
      else controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
      sent = true;
    },
  });
}
