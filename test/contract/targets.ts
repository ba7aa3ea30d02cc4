import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setupServer } from 'msw/node';
import { startMock } from '../../src/mock.js';
import { handlers } from '../../src/msw.js';
import { startCommand } from '../support/command.js';

/** A server under test. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Runs Prism's own command on the spec and waits until it listens. */
export async function startPrismCommand(): Promise<Running> {
  const spec = 'generated/openapi.yaml';
  const command = fileURLToPath(import.meta.resolve('@stoplight/prism-cli'));
  const port = await freePort();
  const args = [command, 'mock', '--errors', '--port', String(port), spec];
  const { url, child, ended } = await startCommand(process.execPath, args, 'is listening on ');
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Runs the mock, with the times of the spec. */
export const startPublished = (): Promise<Running> => startMock({ publishedTimes: true });

/** Starts the MSW handlers for an address that nothing listens on. */
export async function startHandlers(): Promise<Running> {
  const url = 'https://handlers.test';
  const server = setupServer(...handlers({ baseUrl: url, publishedTimes: true }));
  server.listen({ onUnhandledRequest: 'bypass' });
  return { url, close: async () => server.close() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
