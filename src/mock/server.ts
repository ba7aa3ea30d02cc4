import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer, contentOf, headersOf, route, type Settings, type Source } from './answer.js';
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
  /** Responds from another source from the next request on. */
  serve(source: Source): void;
  /** Ends the server: responses in progress get a moment, delays are cut short. */
  close(): Promise<void>;
}

/** Creates a server that responds to anything with an envelope of the spec. It keeps nothing between requests. */
export function createMockServer(initial: Source, options: ServerOptions): MockServer {
  let source = initial;
  const files = createFiles(options.folders);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  /** The exchange in progress on a connection. */
  const exchanges = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();

  const log = (request: IncomingMessage | undefined, result: MockResponse, started: number): void => {
    if (!options.log) return;
    const entry = logEntry(request ?? {}, result, performance.now() - started);
    const warn = (error: unknown) => process.emitWarning(`The log function of the mock failed: ${error}`);
    // A log function that fails, at once or later, must not cost a response.
    (async () => options.log?.(entry))().catch(warn);
  };

  /** Responds to a request, or returns `undefined` where its connection has ended. */
  const respond = async (request: IncomingMessage): Promise<MockResponse | undefined> => {
    const { contract } = source;
    const { method = 'GET' } = request;
    const path = pathOf(request);
    const found = route(contract, method, path, '');
    if ('refusal' in found) return (/^(GET|HEAD)$/.test(method) && (await files(path))) || found.refusal;
    const body = await readBody(request);
    if (body === 'aborted') return undefined;
    if (body === 'too-large') return refuseLargeBody(contract);
    return answer(source, found.operation, joinHeaders(request), body, options);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    for (const [name, value] of Object.entries(corsHeaders(request.headers))) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflightHeaders(request.headers, source.contract)).end();
      return;
    }
    const result = await respond(request).catch((error: unknown) =>
      // The message of the error may quote the request.
      refuse(source.contract, 500, 'mock', `The mock failed: ${error instanceof Error ? error.name : typeof error}`),
    );
    if (!result) return;
    if (result.delayMs) await sleep(result.delayMs, undefined, { signal: closing.signal }).catch(() => {});
    log(request, result, started);
    if (!response.destroyed) send(result, request.method, response);
  };

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    const exchange = { request, response };
    exchanges.set(socket, exchange);
    response.once('close', () => {
      if (exchanges.get(socket) === exchange) exchanges.delete(socket);
    });
    handle(request, response).catch(() => response.destroy());
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
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { request, response } = exchanges.get(socket) ?? {};
    if (!socket.writable || error.code === 'ECONNRESET' || response?.headersSent) socket.destroy();
    // The broken bytes came after a whole request, which still gets its response.
    else if (request?.complete) response?.once('close', () => socket.destroy());
    else {
      const result = refuseBrokenHttp(source.contract, error.code);
      log(request, result, performance.now());
      writeRaw(socket, result);
    }
  });

  return {
    http,
    serve: (next) => {
      source = next;
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
