import { createServer, type RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on this machine. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Closes it and its open connections. */
  close(): Promise<void>;
}

/** Starts a server, or one with this handler, on a free port. */
export async function listen(handler: RequestListener | Server): Promise<Listening> {
  const server = handler instanceof Server ? handler : createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, port, close, [Symbol.asyncDispose]: close };
}
