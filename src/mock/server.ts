import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answer, contentOf, delayOf, headersOf } from './answer.js';
import { maxBodyBytes } from './body.js';
import { brokenRequest, corsHeaders, joinHeaders, parseTarget, preflightHeaders, readBody, writeRaw } from './http.js';
import { logEntry, type RequestLogEntry } from './log.js';
import { type Delay, pickDelay } from './options.js';
import { createPages, type Page } from './pages.js';
import { type MockAnswer, refusal } from './refusal.js';
import { route } from './route.js';
import type { Served } from './spec.js';

/** How a server serves. */
export interface ServerOptions {
  readonly docsFile: string;
  readonly delay?: Delay | undefined;
  /** Whether times stay as the spec has them. */
  readonly publishedTimes?: boolean | undefined;
  readonly log?: ((entry: RequestLogEntry) => void) | undefined;
  /** How long a request may take to arrive, in milliseconds. @default 30000 */
  readonly requestTimeoutMs?: number | undefined;
}

/** A server of the mock. */
export interface MockServer {
  readonly http: Server;
  /** Serves another spec from the next request on. */
  serve(served: Served): void;
  /** Ends it: answers in progress get a moment, delays are cut short. */
  close(): Promise<void>;
}

/** How long answers in progress may still take when the server closes, in milliseconds. */
const closingTimeMs = 400;

/** Makes a server that answers whatever arrives with an envelope of the spec. It keeps nothing between requests. */
export function createMockServer(initial: Served, options: ServerOptions): MockServer {
  let served = initial;
  let pages = createPages(initial, options.docsFile);
  /** What waits until the server closes at the latest. */
  const waiting = new Set<() => void>();
  /** The exchange in progress on a connection. */
  const exchanges = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();
  const tell = options.log && withoutFailing(options.log);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const { contract, engine } = served;
    const { path, query } = parseTarget(request.url ?? '/');
    const method = request.method ?? 'GET';
    const headers = joinHeaders(request);
    for (const [name, value] of Object.entries(corsHeaders(request.headers))) response.setHeader(name, value);
    const log = (result: Pick<MockAnswer, 'status' | 'example' | 'violations'>) =>
      tell?.(logEntry({ method, path, traceId: headers['x-traceid'] }, result, performance.now() - started));

    const found = route(contract, method, path);
    const allow = 'operation' in found ? [method, 'OPTIONS'] : found.allow;
    if (method === 'OPTIONS' && (allow || path === '*' || headers['access-control-request-method'] !== undefined)) {
      const methods = allow ?? [...new Set(contract.operations.map((operation) => operation.method)), 'OPTIONS'];
      response.writeHead(204, { ...preflightHeaders(request.headers, methods), Allow: methods.join(', ') }).end();
      return;
    }
    if ((method === 'GET' || method === 'HEAD') && 'refusal' in found && !found.allow) {
      const page = await pages(path);
      if (page) {
        await sendPage(page, request, response);
        log({ status: 200, violations: [] });
        return;
      }
    }

    const ask = async (): Promise<MockAnswer | undefined> => {
      if ('refusal' in found) return found.refusal;
      const body = await readBody(request);
      if (body.kind === 'aborted') return undefined;
      if (body.kind === 'too-large')
        return refusal(contract, 413, 'size', `The request body is larger than ${maxBodyBytes} bytes`);
      const asked = { ...found, path, query, headers, body: body.bytes };
      return answer(contract, engine, asked, options.publishedTimes ?? false);
    };
    const result = await ask().catch((error: unknown) => refusal(contract, 500, 'mock', failure(error)));
    if (!result) return;
    const delay = delayOf(headers, options.delay);
    if (delay && 'operation' in found) await sleep(pickDelay(delay), waiting);
    log(result.broken === 'noAnswer' ? { ...result, status: 0 } : result);
    if (!response.destroyed) send(result, request, response);
  };

  const send = (result: MockAnswer, { method }: IncomingMessage, response: ServerResponse): void => {
    if (result.broken === 'noAnswer') {
      const giveUp = () => response.destroy();
      waiting.add(giveUp);
      response.once('close', () => waiting.delete(giveUp));
      return;
    }
    const content = Buffer.from(contentOf(result));
    response.writeHead(result.status, { ...headersOf(result), 'Content-Length': content.byteLength });
    if (result.broken === 'cutConnection')
      response.write(content.subarray(0, content.byteLength / 2), () => response.destroy());
    else response.end(method === 'HEAD' ? undefined : content);
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request;
    const exchange = { request, response };
    exchanges.set(socket, exchange);
    response.once('close', () => {
      if (exchanges.get(socket) === exchange) exchanges.delete(socket);
    });
    respond(request, response).catch(() => response.destroy());
  };

  const http = createServer(
    {
      // Node would answer a request without a host by itself, with an empty body.
      requireHostHeader: false,
      requestTimeout: options.requestTimeoutMs ?? 30_000,
      headersTimeout: Math.min(options.requestTimeoutMs ?? 30_000, 15_000),
      connectionsCheckingInterval: Math.min(options.requestTimeoutMs ?? 30_000, 1_000),
    },
    handle,
  );
  http.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= maxBodyBytes) response.writeContinue();
    handle(request, response);
  });
  http.on('checkExpectation', handle);

  const answerRaw = (socket: Duplex, result: MockAnswer, method = '-', path = '-'): void => {
    tell?.(logEntry({ method, path, traceId: undefined }, result, 0));
    writeRaw(socket, result);
  };
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { request, response } = exchanges.get(socket) ?? {};
    if (!socket.writable || error.code === 'ECONNRESET') socket.destroy();
    // What is broken came after a whole request, which is still answered.
    else if (request?.complete) response?.once('close', () => socket.destroy());
    else if (response?.headersSent) socket.destroy();
    else
      answerRaw(
        socket,
        brokenRequest(served.contract, error.code),
        request?.method,
        parseTarget(request?.url ?? '-').path,
      );
  });
  http.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const result = refusal(served.contract, 405, 'method', 'The mock is no proxy', { Allow: 'POST, OPTIONS' });
    answerRaw(socket, result, request.method, request.url);
  });

  return {
    http,
    serve: (next) => {
      served = next;
      pages = createPages(next, options.docsFile);
    },
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => http.closeAllConnections(), closingTimeMs);
        http.close(() => {
          clearTimeout(timer);
          resolve();
        });
        http.closeIdleConnections();
        for (const end of waiting) end();
      }),
  };
}

/** Sends a page, compressed where that is accepted. */
async function sendPage(page: Page, { method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  // What fits a packet gains nothing.
  const accepts =
    page.content.byteLength > 1400 &&
    /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(headers['accept-encoding'] ?? ''));
  const content = accepts ? await page.zipped() : page.content;
  response.appendHeader('Vary', 'Accept-Encoding');
  response.writeHead(200, {
    'Content-Type': page.type,
    'Content-Length': content.byteLength,
    'Cache-Control': 'no-cache',
    ...(accepts && { 'Content-Encoding': 'gzip' }),
  });
  response.end(method === 'HEAD' ? undefined : content);
}

/** A log function whose failure, at once or later, is no more than a warning: it must not cost an answer. */
function withoutFailing(log: (entry: RequestLogEntry) => void): (entry: RequestLogEntry) => void {
  const warn = (error: unknown): void =>
    process.emitWarning(
      `The log function of the mock failed: ${error instanceof Error ? error.message : typeof error}`,
    );
  return (entry) => {
    (async () => log(entry))().catch(warn);
  };
}

/** Waits a time, in milliseconds, that ends early when someone calls the waker. */
function sleep(milliseconds: number, wakers: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      wakers.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    wakers.add(wake);
  });
}

/** An error without its message, which may quote a request. */
const failure = (error: unknown): string => `The mock failed: ${error instanceof Error ? error.name : 'unknown error'}`;
