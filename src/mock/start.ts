import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Contract, readContract } from '../contract/contract.js';
import type { MockBackend } from './answer.js';
import { type FindBodySchema, findCompiledSchema } from './check.js';
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
  /** Serves the spec of the folder as it is now. If it cannot be served, this throws and the previous one stays. */
  reload(): Promise<void>;
}

/** Starts the mock. The compiled validators do not know a spec from other folders than the package's, so Prism explains alone. */
export async function start(options: StartMockOptions = {}, folders?: Folders): Promise<ReloadableMock> {
  requireGlobals('structuredClone', 'TextDecoder');
  const { port, host, ...settings } = checkOptions(options);
  const { spec, docs } = folders ?? packageFolders();
  let backend = await createBackend(spec, folders ? () => undefined : findCompiledSchema);
  const server = createMockServer(backend, { ...settings, folders: { spec, docs } });
  await new Promise<void>((resolve, reject) => {
    server.http.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.http.listen(port, host, resolve);
  });
  const { port: boundPort } = server.http.address() as AddressInfo;
  const anyAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const name = anyAddress[host] ?? host;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${boundPort}`,
    get contract() {
      return backend.contract;
    },
    reload: async () => {
      backend = await createBackend(spec, () => undefined);
      server.replaceBackend(backend);
    },
    close: () => server.close(),
  };
}

async function createBackend(folder: string, findSchema: FindBodySchema): Promise<MockBackend> {
  const contract = readContract(JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8')));
  return { contract, findSchema, prism: await createPrismOperations(contract) };
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): MockOptionError {
  const taken = `${port} is taken, perhaps by another mock: choose another port, or 0 for any that is free`;
  return error.code === 'EADDRINUSE'
    ? new MockOptionError('port', taken, { cause: error })
    : new MockOptionError('host', `${host} with port ${port} cannot be used: ${error.message}`, { cause: error });
}
