import type { StartMockOptions } from './mock/options.js';
import { type RunningMock, start } from './mock/start.js';

export type { Contract, Operation, RequestExample, Response, ResponseExample } from './contract/contract.js';
export { ContractError } from './contract/openapi.js';
export type { RequestLogEntry } from './mock/log.js';
export { MockOptionError } from './mock/options.js';
export type { RunningMock, StartMockOptions };

/**
 * Starts the mock of the service: an HTTP server that answers all operations with the examples of the spec.
 *
 * @returns once it listens.
 * @throws {TypeError} if an option is unknown or has an invalid value (`MockOptionError`), or if the port is taken.
 * @example
 * const mock = await startMock({ port: 4010, delay: '200-1200' });
 * const auth = createKooDriveAuthClient({ baseUrl: mock.url, agentName: 'my-carrier' });
 * await mock.close();
 */
export async function startMock(options: StartMockOptions = {}): Promise<RunningMock> {
  const { url, contract, close } = await start(options);
  return { url, contract, close };
}
