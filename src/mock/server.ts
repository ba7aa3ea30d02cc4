import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { conventionsOf } from '../contract/conventions.js';
import { answer, contentOf, headersOf, type MockBackend, route, type Settings } from './answer.js';
import { createFiles, type Folders } from './files.js';
import {
  corsHeaders,
  declaresLargeBody,
  joinHeaders,
  pathOf,
  preflightHeaders,
  readBody,
  refuseBrokenHttp,
  writeRaw,
} from './http.js';
import { logEntry, type RequestLogEntry } from './log.js';
import { type MockResponse, refuse, refuseLargeBody } from './refuse.js';

/** How to serve. */
export interface ServerOptions extends Settings {
  readonly folders: Folders;
  readonly log?: ((entry: RequestLogEntry) => void) | undefined;
  /** How long a request may take to arrive, in milliseconds. @default 30000 */
  readonly requestTimeoutMs?: number | undefined;
}

/** A server of the mock. */
export interface MockServer {
  readonly http: Server;
  /** Uses another backend from the next request on. */
  replaceBackend(backend: MockBackend): void;
  /** Ends the server: responses in progress get a moment, delays are cut short. */
  close(): Promise<void>;
}

/** A request with its response, and when it began. */
interface Exchange {
  readonly request?: IncomingMessage;
  readonly response?: ServerResponse;
  readonly started: number;
}

/** Creates a server that responds to anything with an envelope of the spec. It keeps nothing between requests. */
export function createMockServer(initial: MockBackend, options: ServerOptions): MockServer {
  let backend = initial;
  let traceHeader = conventionsOf(initial.contract).headerNames.traceId;
  const files = createFiles(options.folders);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  /** The exchange in progress on each connection, or one without a request while the connection waits. */
  const exchanges = new WeakMap<Duplex, Exchange>();

  const log = (request: IncomingMessage | undefined, result: MockResponse, started: number): void => {
    if (!options.log) return;
    const entry = logEntry(request ?? {}, result, performance.now() - started, traceHeader);
    const warn = (error: unknown) => process.emitWarning(`The log function of the mock failed: ${error}`);
    // A log function that fails, at once or later, must not cost a response.
    (async () => options.log?.(entry))().catch(warn);
  };

  /** Responds to a request, or returns `undefined` where its connection has ended. */
  const respond = async (request: IncomingMessage): Promise<MockResponse | undefined> => {
    const { contract } = backend;
    const { method = 'GET' } = request;
    const path = pathOf(request);
    const found = route(contract, method, path, '');
    if ('refusal' in found) {
      const file = /^(GET|HEAD)$/.test(method) ? await files(path) : undefined;
      return file ?? found.refusal;
    }
    const body = await readBody(request);
    if (body === 'aborted') return undefined;
    if (body === 'too-large') return refuseLargeBody(contract);
    return answer(backend, found.operation, joinHeaders(request), body, options);
  };

  const handle = async ({ request, response, started }: Required<Exchange>): Promise<void> => {
    for (const [name, value] of Object.entries(corsHeaders(request.headers))) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflightHeaders(request.headers, backend.contract)).end();
      return;
    }
    const result = await respond(request).catch((error: unknown) =>
      // The message of the error may quote the request.
      refuse(backend.contract, 500, 'mock', `The mock failed: ${error instanceof Error ? error.name : typeof error}`),
    );
    if (!result) return;
    if (result.delayMs) await sleep(result.delayMs, undefined, { signal: closing.signal }).catch(() => {});
    log(request, result, started);
    if (!response.destroyed) send(result, request.method, response);
  };

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    const exchange = { request, response, started: performance.now() };
    exchanges.set(socket, exchange);
    response.once('close', () => {
      if (exchanges.get(socket) === exchange) exchanges.set(socket, { started: performance.now() });
    });
    handle(exchange).catch(() => response.destroy());
  };

  const { requestTimeoutMs = 30_000 } = options;
  const timeouts = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(requestTimeoutMs, 15_000),
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 1_000),
  };
  const http = createServer(timeouts, onRequest);
  http.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!declaresLargeBody(request)) response.writeContinue();
    onRequest(request, response);
  });
  http.on('connection', (socket) => exchanges.set(socket, { started: performance.now() }));
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { request, response, started = performance.now() } = exchanges.get(socket) ?? {};
    if (!socket.writable || error.code === 'ECONNRESET' || response?.headersSent) socket.destroy();
    // The broken bytes came after a whole request, which still gets its response.
    else if (request?.complete) response?.once('close', () => socket.destroy());
    else {
      const result = refuseBrokenHttp(backend.contract, error.code);
      log(request, result, started);
      writeRaw(socket, result);
    }
  });

  return {
    http,
    replaceBackend: (next) => {
      traceHeader = conventionsOf(next.contract).headerNames.traceId;
      backend = next;
    },
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => http.closeAllConnections(), 400);
        http.close(() => {
          clearTimeout(timer);
          resolve();
        });
        http.closeIdleConnections();
        closing.abort();
      }),
  };
}

function send(result: MockResponse, method: string | undefined, response: ServerResponse): void {
  if (result.interruption === 'noAnswer') return;
  const content = contentOf(result);
  response.writeHead(result.status, { ...headersOf(result), 'Content-Length': Buffer.byteLength(content) });
  if (result.interruption === 'cutConnection')
    response.write(content.slice(0, content.length / 2), () => response.destroy());
  else response.end(method === 'HEAD' ? undefined : content);
}
