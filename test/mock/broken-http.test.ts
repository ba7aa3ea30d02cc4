import { describe, expect, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { findCompiledSchema } from '../../src/mock/check.js';
import { createPaint, jsonLine, textLine } from '../../src/mock/log.js';
import { createMockServer } from '../../src/mock/server.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { listen } from '../support/listen.js';
import { loginFields, loginPath as path, postLogin } from '../support/login.js';
import { sharedMock } from '../support/mock.js';
import { parseRaw, sendRaw } from './raw-request.js';

const body = JSON.stringify(loginFields);
const { unknownApi, payloadTooLarge, invalidParameters, withPassword } = login.responses;

const post = (head: string, content: string = body, target = path) =>
  `POST ${target} HTTP/1.1\r\nHost: mock\r\nx-hw-agentName: a\r\nContent-Type: application/json\r\nConnection: close\r\n${head}\r\n\r\n${content}`;
const whole = (content = body, target = path) => post(`Content-Length: ${Buffer.byteLength(content)}`, content, target);
/** A login with another line at the start of its head. */
const headed = (head: string) => whole().replace('Host', `${head}\r\nHost`);
/** A login with another line before its length. */
const sized = (head: string, content?: string) => post(`${head}\r\nContent-Length: ${body.length}`, content);
const chunks = (...all: string[]) => post('Transfer-Encoding: chunked', all.join('\r\n'));

describe('The mock responds with an envelope of the spec to', () => {
  const log: RequestLogEntry[] = [];
  const mock = sharedMock({ publishedTimes: true, log: (entry) => log.push(entry) });

  test.each<[title: string, data: string]>([
    ['a body in chunks', chunks(body.length.toString(16), body, '0', '', '')],
    ['a client that waits for 100 Continue', sized('Expect: 100-continue')],
    ['an upgrade', whole().replace('Connection: close', 'Connection: upgrade, close\r\nUpgrade: websocket')],
    ['a header called __proto__', headed('__proto__: 1')],
    ['a byte order mark before the body', whole(`\ufeff${body}`)],
    ['bytes after a whole request', `${whole()}\u0000\u0000`],
  ])('%s: the login succeeds', async (_, data) => {
    const raw = parseRaw(await sendRaw(mock.url, data));

    expect(raw.status, raw.body).toBe(200);
    expect(raw.headers['content-type']).toBe('application/json');
    expect(JSON.parse(raw.body)).toEqual(withPassword.body);
  });

  const bodies: Record<number, unknown> = {
    400: { ...invalidParameters.body, msg: expect.any(String) },
    404: unknownApi.body,
    413: payloadTooLarge.body,
    // The contract has no example of this one.
    431: expect.objectContaining({ error_msg: 'The headers are too large' }),
  };
  test.each<[title: string, status: number, data: string | Buffer]>([
    ['a body that is not UTF-8', 400, Buffer.from(whole('{"a":"\u00ff"}').replace(': 10', ': 9'), 'latin1')],
    ['a broken chunk in a body', 400, chunks('zz', '')],
    ['a path that is not valid', 404, whole(body, '//mock.test/../%zz')],
    ['a body that is declared to be over 1 MiB', 413, post('Content-Length: 1048577', '')],
    ['the same from a client that waits', 413, post('Expect: 100-continue\r\nContent-Length: 99999999', '')],
    ['a body without end', 413, chunks(`10000\r\n${'x'.repeat(0x10000)}\r\n`.repeat(40), '0', '', '')],
    ['text that is not HTTP', 400, 'HELLO\r\n\r\n'],
    ['a length and chunks', 400, post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['a zero byte in a header', 400, whole().replace('mock', 'mo\u0000ck')],
    ['too many headers', 431, headed(`X-Long: ${'x'.repeat(20_000)}`)],
  ])('%s: status %i and a reason', async (_, status, data) => {
    const raw = parseRaw(await sendRaw(mock.url, data));

    expect(raw.status, raw.body).toBe(status);
    expect(raw.headers['content-type']).toBe('application/json');
    expect(JSON.parse(raw.body)).toEqual(bodies[status]);
    expect(envelopesOf(raw.body)).toHaveLength(1);
    expect(JSON.parse(raw.headers['sl-violations'] ?? '')).toHaveLength(1);
  });

  test.each([
    ['half a head', `POST ${path} HTTP/1.1\r\nHost: mo`],
    ['half a body', post('Content-Length: 100', '{"account"')],
    ['a request to a proxy', 'CONNECT example.test:443 HTTP/1.1\r\nHost: mock\r\n\r\n'],
  ])('two requests on one connection after %s', async (_, data) => {
    await sendRaw(mock.url, data, { end: true });
    const text = await sendRaw(mock.url, whole().replace('Connection: close\r\n', '') + whole());

    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test.each([
    ['OPTIONS for the whole server', 'OPTIONS *', 204],
    ['HEAD, with an empty body', `HEAD ${path}`, 405],
  ])('%s', async (_, line, status) => {
    const raw = parseRaw(await sendRaw(mock.url, `${line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n`));

    expect(raw).toMatchObject({ status, body: '', headers: { allow: 'POST, OPTIONS' } });
  });

  test('a body of 90,000 unknown fields, in a log line of bounded length', async () => {
    log.length = 0;
    const unknown = Object.fromEntries(
      Array.from({ length: 90_000 }, (_, index) => [`\u009b${index.toString(36)}`, 1]),
    );
    const response = await postLogin(mock.url, { ...loginFields, ...unknown }, { 'X-Traceid': '"'.repeat(500) });

    expect(response.status).toBe(400);
    expect(response.headers.get('sl-violations')?.length).toBeLessThanOrEqual(4300);
    for (const entry of log)
      for (const line of [jsonLine(entry), textLine(entry, createPaint(true, {}))])
        expect(line.length).toBeLessThanOrEqual(5000);
    expect(log).toHaveLength(1);
  });
});

test('A request that does not arrive in time gets status 408, and the log has its time', async () => {
  const backend = { contract, findSchema: findCompiledSchema };
  const settings = { folders: { docs: '', spec: '' }, delay: undefined, publishedTimes: false };
  const log: RequestLogEntry[] = [];
  const server = createMockServer(backend, { ...settings, requestTimeoutMs: 300, log: (entry) => log.push(entry) });
  const { url } = await listen(server.http);
  const responses = await Promise.all([
    sendRaw(url, `POST ${path} HTTP/1.1\r\nHost: mo`),
    sendRaw(url, post('Content-Length: 100', '{"account"')),
  ]);
  await server.close();

  for (const raw of responses.map(parseRaw)) {
    expect(raw.status).toBe(408);
    expect(envelopesOf(raw.body)).toEqual(['GatewayEnvelope']);
  }
  expect(log).toHaveLength(2);
  for (const { milliseconds } of log) expect(milliseconds).toBeGreaterThan(200);
});
