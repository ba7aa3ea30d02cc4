import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const head = (length: number) =>
  'POST /koodrive/ose/v1/auth/login HTTP/1.1\r\nHost: mock\r\nx-hw-agentName: my-carrier\r\n' +
  `Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
const page = 'GET /openapi.json HTTP/1.1\r\nHost: mock\r\n\r\n';

/** Opens a connection; that it breaks is what these are about, and no error. */
const open = (port: number): Socket => connect(port, '127.0.0.1').on('error', () => {});

/** Each uses one connection wrongly for some seconds, and then leaves it. Together they go on until the end of the soak. */
export const abuses: Readonly<Record<string, (port: number, seconds: number) => Promise<void>>> = {
  /** Asks for a page many times over, and reads nothing of it, then a little. */
  slowReader: async (port, seconds) => {
    const socket = open(port).pause();
    socket.write(page.repeat(50));
    for (let half = 0; half < seconds * 2; half++) {
      await sleep(500);
      socket.read(512);
    }
    socket.destroy();
  },
  /** Sends a piece of a request's head, and then nothing. */
  halfOpen: async (port, seconds) => {
    const socket = open(port);
    socket.write(head(100).slice(0, 60));
    await sleep(seconds * 1000);
    socket.destroy();
  },
  /** Connects, and says nothing at all. */
  silent: async (port, seconds) => {
    const socket = open(port);
    await sleep(seconds * 1000);
    socket.destroy();
  },
  /** Sends the head and part of the body, and closes its own side only: the answer can still come. */
  halfClosed: async (port, seconds) => {
    const socket = open(port);
    socket.end(`${head(1000)}{"account":`);
    await sleep(seconds * 1000);
    socket.destroy();
  },
  /** Promises a long body, sends part of it, and breaks the connection. */
  abortedUpload: async (port) => {
    const socket = open(port);
    socket.write(head(500_000));
    socket.write(Buffer.alloc(100_000, 97));
    await sleep(200);
    socket.resetAndDestroy();
  },
};
