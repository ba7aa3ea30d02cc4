import { statSync } from 'node:fs';
import type { Contract } from './contract/contract.js';
import { ContractError } from './contract/openapi.js';
import {
  checkDelay,
  checkHost,
  checkLog,
  checkPort,
  MockOptionError,
  requireGlobals,
  type StartMockOptions,
} from './mock/options.js';
import { ofPackage } from './mock/pages.js';
import { createMockServer } from './mock/server.js';
import { readServed } from './mock/spec.js';
import { generatedSchemas } from './mock/validators.js';

export type { Contract, Operation, RequestExample, Response, ResponseExample } from './contract/contract.js';
export type { RequestLogEntry } from './mock/log.js';
export type { StartMockOptions } from './mock/options.js';
export { ContractError, MockOptionError };

/** A mock that runs. */
export interface RunningMock {
  /** Where it listens, such as `http://127.0.0.1:4010`: the base URL for a client. */
  readonly url: string;
  /** The operations that it answers. */
  readonly contract: Contract;
  /**
   * Reads the spec again and serves it from the next request on.
   *
   * @throws {ContractError} when it cannot be served; the last good one is served further.
   */
  reload(): Promise<void>;
  /** Stops listening and ends all connections, within half a second. */
  close(): Promise<void>;
}

/**
 * Starts the mock of the service: an HTTP server that answers both operations with the examples of the spec.
 *
 * @returns once it listens.
 * @throws {MockOptionError} when an option has a wrong value, or the port is taken.
 * @throws {ContractError} when the spec cannot be served.
 * @example
 * const mock = await startMock({ port: 4010, delay: '200-1200' });
 * const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'my-carrier' });
 * await mock.close();
 */
export async function startMock(options: StartMockOptions = {}): Promise<RunningMock> {
  requireGlobals('structuredClone', 'TextDecoder');
  const port = checkPort(options.port ?? 0);
  const host = checkHost(options.host ?? '127.0.0.1');
  const delay = checkDelay(options.delay);
  const log = checkLog(options.log);
  const docsFile = checkDocs(options.docs) ?? ofPackage('dist/docs/index.html');

  const path = options.spec ?? ofPackage('generated/openapi.json');
  const schemas = options.spec === undefined ? generatedSchemas : () => undefined;
  const read = () => readServed(path, schemas);
  let served = await read();
  const server = createMockServer(served, { docsFile, delay, log, publishedTimes: options.publishedTimes });

  await new Promise<void>((resolve, reject) => {
    server.http.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.http.listen(port, host, resolve);
  });
  const address = server.http.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${reachable(host)}:${boundPort}`,
    get contract() {
      return served.contract;
    },
    reload: async () => {
      served = await read();
      server.serve(served);
    },
    close: () => server.close(),
  };
}

/** Checks the page to serve as docs. Those of this package may be missing, in a clone where they are not built. */
function checkDocs(docs: string | undefined): string | undefined {
  if (docs === undefined || statSync(docs, { throwIfNoEntry: false })?.isFile()) return docs;
  throw new MockOptionError('docs', `must be the path of a page: there is no file ${docs}`);
}

/** The name under which this machine reaches an address that it listens on. */
function reachable(host: string): string {
  const anywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return anywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, [option: 'port' | 'host', problem: string]> = {
    EADDRINUSE: [
      'port',
      `${port} is taken, maybe by a mock that already runs: choose another one, or 0 for any that is free`,
    ],
    EACCES: ['port', `${port} is not allowed for this user: choose one above 1023`],
    EADDRNOTAVAIL: ['host', `${host} is no address of this machine`],
    ENOTFOUND: ['host', `${host} is not known`],
  };
  const [option, problem] = reasons[error.code ?? ''] ?? ['host', `${host} cannot be listened on: ${error.message}`];
  return new MockOptionError(option, problem, { cause: error });
}
