import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer, contentOf, headersOf, type MockBackend, route, type Settings } from './answer.js';
import { corsHeaders, joinHeaders, pathOf, preflightHeaders, readBody } from './http.js';
import { logEntry, type RequestLogEntry } from './log.js';
import { type MockResponse, refuse, refuseLargeBody } from './refuse.js';

/** What the server responds from. */
export interface ServerBackend extends MockBackend {
  /** Responses with the docs and the spec, by path. */
  readonly files: ReadonlyMap<string, MockResponse>;
  /** Name of the request header with the trace ID. */
  readonly traceHeader: string;
}

/** How to respond, and where to log. */
export interface ServerOptions extends Settings {
  readonly log?: ((entry: RequestLogEntry) => void) | undefined;
}

/** A server of the mock. */
export interface MockServer {
  readonly http: Server;
  /** Ends the server: responses in progress get a moment, delays are cut short. */
  close(): Promise<void>;
}

/** Creates a server that responds to each request with an envelope of the spec. It keeps nothing between requests. */
export function createMockServer(currentBackend: () => ServerBackend, options: ServerOptions): MockServer {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const backend = currentBackend();
    const cors = corsHeaders(request.headers);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { ...cors, ...preflightHeaders(request.headers, backend.contract) }).end();
      return;
    }
    const result = await respond(backend, request, options).catch((error: unknown) =>
      // The message of the error may quote the request.
      refuse(backend.contract, 500, 'mock', `The mock failed: ${error instanceof Error ? error.name : typeof error}`),
    );
    if (!result) return;
    if (result.delayMs) await sleep(result.delayMs, undefined, { signal: closing.signal }).catch(() => {});
    if (options.log) callLog(options.log, logEntry(request, result, performance.now() - started, backend.traceHeader));
    if (!response.destroyed) send(result, cors, request.method, response);
  };

  // Node itself responds to broken HTTP, and to a request that does not arrive in time. Browsers send large cookies to 127.0.0.1.
  const http = createServer({ requestTimeout: 30_000, maxHeaderSize: 65_536 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  return {
    http,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => http.closeAllConnections(), 400);
        http.close(() => {
          clearTimeout(timer);
          resolve();
        });
        closing.abort();
      }),
  };
}

/** Returns the response to a request, or `undefined` if its connection has ended. */
async function respond(
  backend: ServerBackend,
  request: IncomingMessage,
  settings: Settings,
): Promise<MockResponse | undefined> {
  const { contract, files } = backend;
  const { method = 'GET' } = request;
  const path = pathOf(request);
  const found = route(contract, method, path, '');
  if ('refusal' in found) {
    const file = method === 'GET' || method === 'HEAD' ? files.get(path) : undefined;
    return file ?? found.refusal;
  }
  const body = await readBody(request);
  if (body === 'aborted') return undefined;
  if (body === 'too-large') return refuseLargeBody(contract);
  return answer(backend, found.operation, joinHeaders(request), body, settings);
}

/** Calls a log function. If it fails, at once or later, the response is still sent. */
async function callLog(write: (entry: RequestLogEntry) => unknown, entry: RequestLogEntry): Promise<void> {
  try {
    await write(entry);
  } catch (error) {
    process.emitWarning(`The log function of the mock failed: ${error}`);
  }
}

function send(
  result: MockResponse,
  cors: Readonly<Record<string, string>>,
  method: string | undefined,
  response: ServerResponse,
): void {
  if (result.interruption === 'noAnswer') return;
  const content = contentOf(result);
  response.writeHead(result.status, { ...cors, ...headersOf(result), 'Content-Length': Buffer.byteLength(content) });
  if (result.interruption === 'cutConnection')
    response.write(content.slice(0, content.length / 2), () => response.destroy());
  else response.end(method === 'HEAD' ? undefined : content);
}
