import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { jsonLine, textLine } from '../../src/mock/log.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { cases } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { loginFields, loginPath as path, postLogin } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const body = JSON.stringify(loginFields);
const post = (head: string, content: string = body, target = path) =>
  `POST ${target} HTTP/1.1\r\nHost: mock\r\nx-hw-agentName: a\r\nContent-Type: application/json\r\nConnection: close\r\n${head}\r\n\r\n${content}`;
const whole = (content = body, target = path) => post(`Content-Length: ${Buffer.byteLength(content)}`, content, target);
/** A login with another line at the start of its head. */
const headed = (head: string) => whole().replace('Host', `${head}\r\nHost`);
const keptAlive = whole().replace('Connection: close\r\n', '');
const chunks = (...all: string[]) => post('Transfer-Encoding: chunked', all.join('\r\n'));

/** Sends text or bytes unchanged, and resolves with all that comes back until the connection ends. */
function sendRaw(data: string | Uint8Array, { end = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(mock.url).port), allowHalfOpen: true }, () => {
      socket.write(data);
      if (end) socket.end();
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('end', () => socket.end());
    socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

const log: RequestLogEntry[] = [];
const mock = sharedMock({ log: (entry) => log.push(entry) });

describe('The mock', () => {
  test.each<[title: string, status: number, data: string | Buffer]>([
    ['a body in chunks', 200, chunks(body.length.toString(16), body, '0', '', '')],
    ['a client that waits for 100 Continue', 200, headed('Expect: 100-continue')],
    ['an upgrade', 200, whole().replace('Connection: close', 'Connection: upgrade, close\r\nUpgrade: websocket')],
    ['a header called __proto__', 200, headed('__proto__: 1')],
    ['as many cookies as localhost may have', 200, headed(`Cookie: ${'x'.repeat(60_000)}`)],
    ['a byte order mark before the body', 200, whole(`\ufeff${body}`)],
    ['a body that is not UTF-8', 400, Buffer.from(whole('{"a":"\u00ff"}').replace(': 10', ': 9'), 'latin1')],
    ['a path that is not valid', 404, whole(body, '//mock.test/../%zz')],
    ['a body that is declared to be over 1 MiB', 413, post('Content-Length: 1048577', '')],
    ['a body without end', 413, chunks(`10000\r\n${'x'.repeat(0x10000)}\r\n`.repeat(40), '0', '', '')],
  ])('responds to %s with status %i and an envelope of the spec', async (_, status, data) => {
    const text = await sendRaw(data);
    const [head, content = ''] = text.replace('HTTP/1.1 100 Continue\r\n\r\n', '').split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*\r\nContent-Type: application/json\r\n`, 's'));
    expect(envelopesOf(content)).not.toHaveLength(0);
  });

  test.each<[title: string, start: string, data: string]>([
    ['text that is not HTTP', 'HTTP/1.1 400 ', 'HELLO\r\n\r\n'],
    ['a broken chunk', 'HTTP/1.1 400 ', chunks('zz', '')],
    ['a length and chunks', 'HTTP/1.1 400 ', post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['a zero byte in a header', 'HTTP/1.1 400 ', whole().replace('mock', 'mo\u0000ck')],
    ['headers without end', 'HTTP/1.1 431 ', headed(`X-Long: ${'x'.repeat(70_000)}`)],
    ['half a head', '', `POST ${path} HTTP/1.1\r\nHost: mo`],
    ['half a body', '', post('Content-Length: 100', '{"account"')],
    ['a request to a proxy', '', 'CONNECT example.test:443 HTTP/1.1\r\nHost: mock\r\n\r\n'],
    ['OPTIONS for the whole server', 'HTTP/1.1 204 ', 'OPTIONS * HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n'],
    ['HEAD for a login', 'HTTP/1.1 405 ', `HEAD ${path} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n`],
  ])('responds to two requests on one connection after %s', async (_, start, data) => {
    expect(await sendRaw(data, { end: true })).toMatch(new RegExp(`^${start}`));
    const text = await sendRaw(keptAlive + whole());

    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test('logs a body of 20,000 unknown fields in one line of bounded length', async () => {
    log.length = 0;
    const unknown = Array.from({ length: 20_000 }, (_, index) => [`\u009b${index.toString(36)}`, 1]);
    const fields = { ...loginFields, ...Object.fromEntries(unknown) };
    const response = await postLogin(mock.url, fields, { 'X-Traceid': '"'.repeat(500) });

    expect(response.status).toBe(400);
    const lines = log.flatMap((entry) => [jsonLine(entry), stripVTControlCharacters(textLine(entry))]);
    expect(lines.map((line) => line.length < 5000 && !/\p{Cc}/u.test(line))).toEqual([true, true]);
  });
});

test('The mock responds as promised beside clients that reset their connections', async () => {
  const head = post('Content-Length: 500000', '');
  const fragments = [
    '',
    head.slice(0, 60),
    head + 'a'.repeat(100_000),
    'GET / HTTP/1.1\r\nHost: mock\r\n\r\n'.repeat(50),
  ];
  const breakOff = async (fragment: string) => {
    const socket = connect(Number(new URL(mock.url).port), '127.0.0.1').on('error', () => {});
    socket.pause().write(fragment);
    await sleep(20);
    socket.resetAndDestroy();
  };
  const wrong: string[] = [];
  const queue = cases.values();
  const sendAll = async () => {
    for (const { title, method, path: target, headers, body: content = null, status } of queue) {
      const response = await fetch(mock.url + target, { method, headers, body: content });
      await response.arrayBuffer();
      if (response.status !== status) wrong.push(title);
      await Promise.all(fragments.map(breakOff));
    }
  };
  await Promise.all(Array.from({ length: 12 }, sendAll));

  expect(wrong).toEqual([]);
});

test('The mock keeps no memory of requests', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heapAfter = async (count: number) => {
    const text = await sendRaw(keptAlive.repeat(count) + whole());
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(count + 1);
    log.length = 0;
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = await heapAfter(200);

  // 4 kB kept of each request would be 4 MiB.
  expect((await heapAfter(1000)) - before).toBeLessThan(4);
});
