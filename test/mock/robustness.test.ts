import { describe, expect, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { createMockServer } from '../../src/mock/server.js';
import { readServed } from '../../src/mock/spec.js';
import { generatedSchemas } from '../../src/mock/validators.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { traceId } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { listen } from '../support/listen.js';
import { loginFields, loginPath as path } from '../support/login.js';
import { sharedMock } from '../support/mock.js';
import { parseRaw, sendRaw } from './raw-request.js';

const body = JSON.stringify(loginFields);
const { unknownApi, payloadTooLarge, invalidParameters, withPassword } = login.responses;

const post = (head: string, content: string = body, target = path) =>
  `POST ${target} HTTP/1.1\r\nHost: mock\r\nx-hw-agentName: a\r\nContent-Type: application/json\r\nConnection: close\r\n${head}\r\n\r\n${content}`;
const whole = (content = body, target = path) => post(`Content-Length: ${Buffer.byteLength(content)}`, content, target);
/** A login with something more at the start of its head. */
const headed = (head: string) => whole().replace('Host', `${head}\r\nHost`);
/** A login whose length is said in another way. */
const sized = (head: string, content?: string) => post(`${head}\r\nContent-Length: ${body.length}`, content);
const chunks = (...all: string[]) => post('Transfer-Encoding: chunked', all.join('\r\n'));

describe('The mock stays on contract when a connection brings', () => {
  const log: RequestLogEntry[] = [];
  const mock = sharedMock({ publishedTimes: true, log: (entry) => log.push(entry) });

  test.each<[title: string, data: string]>([
    ['a target that is an absolute URL', whole(body, `http://mock.test:80${path}?a=1#b`)],
    ['an absolute URL of another scheme', whole(body, `ftp://mock.test${path}`)],
    ['no host, in HTTP/1.0', whole().replace('1.1\r\nHost: mock', '1.0')],
    ['a body in chunks', chunks(body.length.toString(16), body, '0', '', '')],
    ['an expectation that is none', sized('Expect: the-unexpected')],
    ['a wish to continue', sized('Expect: 100-continue')],
    ['an upgrade', whole().replace('Connection: close', 'Connection: upgrade, close\r\nUpgrade: websocket')],
    ['a header called __proto__', headed('__proto__: 1')],
    ['a header twice', headed('X-Other: 1\r\nX-Other: 2')],
    ['a byte order mark before the body', whole(`\ufeff${body}`)],
    ['bytes after a whole request', `${whole()}\u0000\u0000`],
  ])('%s: the login is granted', async (_, data) => {
    const raw = parseRaw(await sendRaw(mock.url, data));

    expect(raw.status, raw.body).toBe(200);
    expect(raw.headers['content-type']).toBe('application/json');
    expect(JSON.parse(raw.body)).toEqual(withPassword.body);
  });

  const answers: Record<number, unknown> = {
    400: invalidParameters.body,
    404: unknownApi.body,
    413: payloadTooLarge.body,
    // The contract has no examples of these.
    405: expect.objectContaining({ error_msg: 'The mock is no proxy' }),
    431: expect.objectContaining({ error_msg: 'The headers are too large' }),
  };
  test.each<[title: string, status: number, data: string | Buffer]>([
    ['a body that is not UTF-8', 400, Buffer.from(whole('{"a":"\u00ff"}').replace(': 10', ': 9'), 'latin1')],
    ['a broken chunk in a body', 400, chunks('zz', '')],
    ['a path that is no path', 404, whole(body, '//mock.test/../%zz')],
    ['a body that is said to be over 1 MiB', 413, post('Content-Length: 1048577', '')],
    ['the same with a wish to continue', 413, post('Expect: 100-continue\r\nContent-Length: 99999999', '')],
    ['a body without end', 413, chunks(`10000\r\n${'x'.repeat(0x10000)}\r\n`.repeat(40), '0', '', '')],
    ['text that is not HTTP', 400, 'HELLO\r\n\r\n'],
    ['a negative length', 400, post('Content-Length: -1')],
    ['two lengths', 400, post('Content-Length: 2\r\nContent-Length: 3')],
    ['a length and chunks', 400, post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['a zero byte in a header', 400, whole().replace('mock', 'mo\u0000ck')],
    ['too many headers', 431, headed(`X-Long: ${'x'.repeat(20_000)}`)],
    ['a method that Node does not know', 400, whole().replace('POST', 'BREW')],
    ['a method for proxies', 405, 'CONNECT example.test:443 HTTP/1.1\r\nHost: mock\r\n\r\n'],
  ])('%s: it is answered with %i and a reason', async (_, status, data) => {
    const raw = parseRaw(await sendRaw(mock.url, data));

    expect(raw.status, raw.body).toBe(status);
    expect(raw.headers['content-type']).toBe('application/json');
    expect(JSON.parse(raw.body)).toEqual(answers[status]);
    expect(envelopesOf(raw.body)).toHaveLength(1);
    expect(JSON.parse(raw.headers['sl-violations'] ?? '')).toHaveLength(1);
  });

  test.each([
    ['half a head', `POST ${path} HTTP/1.1\r\nHost: mo`],
    ['half a body', post('Content-Length: 100', '{"account"')],
    ['nothing at all', ''],
  ])('%s and then its end', async (_, data) => {
    await sendRaw(mock.url, data, { end: true });

    expect(parseRaw(await sendRaw(mock.url, whole())).status).toBe(200);
  });

  test('two requests at once on one connection', async () => {
    const text = await sendRaw(mock.url, whole().replace('Connection: close\r\n', '') + whole());

    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test.each([
    ['OPTIONS for the whole server', 'OPTIONS *', 204],
    ['HEAD, which may have no body', `HEAD ${path}`, 405],
  ])('%s', async (_, line, status) => {
    const raw = parseRaw(await sendRaw(mock.url, `${line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n`));

    expect(raw).toMatchObject({ status, body: '', headers: { allow: 'POST, OPTIONS' } });
  });

  test('control characters, which a terminal would obey', async () => {
    log.length = 0;
    await sendRaw(mock.url, headed(`X-Traceid: \u009b31m\u00e9${traceId}`));
    await sendRaw(mock.url, whole('{"\\u001b[31m":1}'));

    expect(log).toHaveLength(2);
    expect(log.map((entry) => Object.values(entry).join(' ')).join(' ')).not.toMatch(/\p{Cc}/u);
  });
});

test('A request that does not arrive in time is answered as the gateway does, and its connection ends', async () => {
  const served = await readServed('generated/openapi.json', generatedSchemas);
  const server = createMockServer(served, { docsFile: '', requestTimeoutMs: 300 });
  const { url } = await listen(server.http);
  const answers = await Promise.all([
    sendRaw(url, `POST ${path} HTTP/1.1\r\nHost: mo`),
    sendRaw(url, post('Content-Length: 100', '{"account"')),
  ]);
  await server.close();

  for (const raw of answers.map(parseRaw)) {
    expect(raw.status).toBe(408);
    expect(envelopesOf(raw.body)).toEqual(['GatewayEnvelope']);
  }
});
