import type { RequestListener } from 'node:http';
import { type Listening, listen } from '../../support/listen.js';

const refusal = Buffer.from('{"code":99,"msg":"登录 🙂"}');

/** What the server does, by the first part of the path. */
const behaviors: Record<string, RequestListener> = {
  silent: () => {},
  drip: (_request, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
  },
  pieces: (_request, response) => {
    response.setHeader('content-type', 'application/json');
    // Each piece has two of the four bytes of the emoji.
    response.write(refusal.subarray(0, -4), () => response.end(refusal.subarray(-4)));
  },
  html: (_request, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
  large: (_request, response) => response.end(Buffer.alloc(3 * 2 ** 20, ' ')),
  break: (request) => request.socket.destroy(),
  redirect: (_request, response) => response.writeHead(307, { location: '/break' }).end(),
};

/** Starts a server that misbehaves. A client that follows its redirect gets a broken connection. */
export const startOddServer = (): Promise<Listening> =>
  listen((request, response) => {
    request.resume();
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else behaviors[request.url?.split('/')[1] ?? '']?.(request, response);
  });
