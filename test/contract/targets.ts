import { fileURLToPath } from 'node:url';
import { setupServer } from 'msw/node';
import { startMock } from '../../src/mock.js';
import { handlers } from '../../src/msw.js';
import { startCommand } from '../support/command.js';
import { listen } from '../support/listen.js';

/** A server under test. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Prism's own command with the spec, on a port that was free a moment ago. */
export async function startPrismCommand(): Promise<Running> {
  const command = fileURLToPath(import.meta.resolve('@stoplight/prism-cli'));
  const { port, close } = await listen(() => {});
  await close();
  const args = [command, 'mock', '--errors', '--port', String(port), 'generated/openapi.yaml'];
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
