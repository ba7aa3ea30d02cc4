import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Contract, readContract } from '../contract/contract.js';
import { conventionsOf } from '../contract/conventions.js';
import { type FindBodySchema, findCompiledSchema } from './check.js';
import { type Folders, packageFolders, readFiles } from './files.js';
import { checkOptions, MockOptionError, requireGlobals, type StartMockOptions } from './options.js';
import { createPrismOperations } from './prism.js';
import { createMockServer, type ServerBackend } from './server.js';

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
  /** Serves the spec and the docs as they are now. If it cannot serve the spec, it throws and still serves the previous one. */
  reload(): Promise<void>;
}

/** Starts the mock. The folders are those of the package if none are given. */
export async function start(options: StartMockOptions = {}, folders?: Folders): Promise<ReloadableMock> {
  requireGlobals('structuredClone', 'TextDecoder');
  const { port, host, ...settings } = checkOptions(options);
  // A spec in other folders may change, and the compiled validators do not know it: Prism alone validates.
  const findSchema = folders ? () => undefined : findCompiledSchema;
  const readBackend = () => createBackend(folders ?? packageFolders(), findSchema);
  let backend = await readBackend();
  const { http, close } = createMockServer(() => backend, settings);
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    http.listen(port, host, resolve);
  });
  const { port: boundPort } = http.address() as AddressInfo;
  const anyAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const name = anyAddress[host] ?? host;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${boundPort}`,
    get contract() {
      return backend.contract;
    },
    reload: async () => {
      backend = await readBackend();
    },
    close,
  };
}

/** Reads what the server responds from. */
async function createBackend({ spec, docs }: Folders, findSchema: FindBodySchema): Promise<ServerBackend> {
  const contract = readContract(JSON.parse(await readFile(join(spec, 'openapi.json'), 'utf8')));
  return {
    contract,
    findSchema,
    prism: await createPrismOperations(contract),
    files: await readFiles({ spec, docs }),
    traceHeader: conventionsOf(contract).headerNames.traceId,
  };
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): MockOptionError {
  const taken = `${port} is taken, perhaps by another mock: choose another port, or 0 for any that is free`;
  return error.code === 'EADDRINUSE'
    ? new MockOptionError('port', taken, { cause: error })
    : new MockOptionError('host', `${host} with port ${port} cannot be used: ${error.message}`, { cause: error });
}
