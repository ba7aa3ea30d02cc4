import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contract, readContract } from '../contract/contract.js';
import type { Source } from './answer.js';
import { type BodySchemas, compiledSchemas } from './check.js';
import { type Folders, packageFolders } from './files.js';
import { checkOptions, MockOptionError, requireGlobals, type StartMockOptions } from './options.js';
import { createPrismOperations } from './prism.js';
import { createMockServer } from './server.js';

/** A running mock. */
export interface RunningMock {
  /** Where it listens, such as `http://127.0.0.1:4010`: the base URL for a client. */
  readonly url: string;
  /** The operations that it serves. */
  readonly contract: Contract;
  /** Stops listening and ends all connections, within half a second. */
  close(): Promise<void>;
}

/** A running mock of a spec that changes, for `npm run dev`. */
export interface ReloadableMock extends RunningMock {
  /**
   * Serves the spec of the folder as it is now, from the next request on.
   *
   * @throws {Error} if it cannot be served. The mock then goes on with the previous one.
   */
  reload(): Promise<void>;
}

/**
 * Starts the mock. See `startMock`.
 *
 * @param folders of another spec than that of the package. The compiled validators do not know it, so Prism explains alone.
 */
export async function start(options: StartMockOptions = {}, folders?: Folders): Promise<ReloadableMock> {
  requireGlobals('structuredClone', 'TextDecoder');
  const { port, host, ...settings } = checkOptions(options);
  const { spec, docs } = folders ?? packageFolders();
  let source = await readSource(spec, folders ? () => undefined : compiledSchemas);
  const server = createMockServer(source, { ...settings, folders: { spec, docs } });
  await new Promise<void>((resolve, reject) => {
    server.http.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.http.listen(port, host, resolve);
  });
  const address = server.http.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${reachableName(host)}:${boundPort}`,
    get contract() {
      return source.contract;
    },
    reload: async () => {
      source = await readSource(spec, () => undefined);
      server.serve(source);
    },
    close: () => server.close(),
  };
}

async function readSource(folder: string, schemas: BodySchemas): Promise<Source> {
  const contract = readContract(JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8')));
  return { contract, schemas, prism: await createPrismOperations(contract) };
}

/** Returns the name under which this machine reaches an address that it listens on. */
function reachableName(host: string): string {
  const anywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return anywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): MockOptionError {
  const reasons: Readonly<Record<string, [option: 'port' | 'host', problem: string]>> = {
    EADDRINUSE: ['port', `${port} is taken, perhaps by another mock: choose another port, or 0 for any that is free`],
    EACCES: ['port', `${port} is not allowed for this user: choose a port above 1023`],
    EADDRNOTAVAIL: ['host', `${host} is not an address of this machine`],
    ENOTFOUND: ['host', `${host} is not known`],
  };
  const [option, problem] = reasons[error.code ?? ''] ?? ['host', `${host} cannot be listened on: ${error.message}`];
  return new MockOptionError(option, problem, { cause: error });
}
