import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on a free port of this machine. */
export async function listen(handler: Handler): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** How the odd server behaves, by the first part of the path. */
const ways: Record<string, Handler> = {
  silent: () => {},
  drip: (_request, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
  },
  html: (_request, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
  large: (_request, response) => response.end(Buffer.alloc(3 * 2 ** 20, ' ')),
  break: (request) => request.socket.destroy(),
  redirect: (_request, response) => response.writeHead(307, { location: '/followed' }).end(),
};

/** A server that answers as none should. `followed` tells whether anyone followed its redirect. */
export async function startOddServer(): Promise<{ url: string; followed: () => boolean; close: () => void }> {
  let followed = false;
  const { url, close } = await listen((request, response) => {
    request.resume();
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    const way = request.url?.split('/')[1] ?? '';
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (way === 'followed') followed = true;
    const answer = ways[way];
    if (answer) answer(request, response);
    else response.end('{}');
  });
  return { url, close, followed: () => followed };
}
