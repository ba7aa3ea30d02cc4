import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as examples from '../../generated/examples.js';
import { createMockServer } from '../../src/mock/server.js';
import { readServed } from '../../src/mock/spec.js';
import { generatedValidators } from '../../src/mock/validators.js';
import { type RequestLogEntry, startMock } from '../../src/mock.js';
import { traceId } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import type { Running } from '../contract/targets.js';
import { parseRaw, sendRaw } from './raw-request.js';

const path = '/koodrive/ose/v1/auth/login';
const body = JSON.stringify(examples.login.requests.withPassword);
const { unknownApi, payloadTooLarge, invalidParameters, withPassword } = examples.login.responses;

const post = (head: string, content: string = body, target = path) =>
  `POST ${target} HTTP/1.1\r\nHost: mock\r\nx-hw-agentName: a\r\nContent-Type: application/json\r\nConnection: close\r\n${head}\r\n\r\n${content}`;
const whole = (content = body, target = path) => post(`Content-Length: ${Buffer.byteLength(content)}`, content, target);

describe('The mock stays on contract when a connection brings', () => {
  let mock: Running;
  const log: RequestLogEntry[] = [];
  beforeAll(async () => {
    mock = await startMock({ publishedTimes: true, log: (entry) => log.push(entry) });
  });
  afterAll(() => mock.close());

  test.each<[title: string, data: string | Buffer, status: number, answer?: unknown]>([
    ['a target that is an absolute URL', whole(body, `http://mock.test:80${path}?a=1#b`), 200, withPassword.body],
    ['an absolute URL of another scheme', whole(body, `ftp://mock.test${path}`), 200, withPassword.body],
    [
      'no host',
      `POST ${path} HTTP/1.0\r\nx-hw-agentName: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      200,
      withPassword.body,
    ],
    [
      'a body in chunks',
      post('Transfer-Encoding: chunked', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`),
      200,
      withPassword.body,
    ],
    [
      'an expectation that is none',
      post(`Expect: the-unexpected\r\nContent-Length: ${body.length}`),
      200,
      withPassword.body,
    ],
    ['a wish to continue', post(`Expect: 100-continue\r\nContent-Length: ${body.length}`), 200, withPassword.body],
    [
      'an upgrade to another protocol',
      whole().replace('Connection: close', 'Connection: upgrade, close\r\nUpgrade: websocket'),
      200,
      withPassword.body,
    ],
    ['a header called __proto__', whole().replace('Host', '__proto__: 1\r\nHost'), 200, withPassword.body],
    ['a header twice', whole().replace('Host', 'X-Other: 1\r\nX-Other: 2\r\nHost'), 200, withPassword.body],
    ['a byte order mark before the body', whole(`\ufeff${body}`), 200, withPassword.body],
    ['a body that is not UTF-8', Buffer.from(whole('{"account":"\u00ff"}').replace(': 16', ': 15'), 'latin1'), 400],
    ['bytes after a whole request', `${whole()}\u0000\u0000`, 200, withPassword.body],
    ['a broken chunk in a body', post('Transfer-Encoding: chunked', 'zz\r\n'), 400, invalidParameters.body],
    ['a path that is no path', whole(body, '//mock.test/../%zz'), 404, unknownApi.body],
    ['a body that is said to be over 1 MiB', post('Content-Length: 1048577', ''), 413, payloadTooLarge.body],
    [
      'the same with a wish to continue',
      post('Expect: 100-continue\r\nContent-Length: 99999999', ''),
      413,
      payloadTooLarge.body,
    ],
    ['text that is not HTTP', 'HELLO\r\n\r\n', 400, invalidParameters.body],
    ['a negative length', post('Content-Length: -1'), 400, invalidParameters.body],
    ['two lengths', post('Content-Length: 2\r\nContent-Length: 3'), 400, invalidParameters.body],
    [
      'a length and chunks',
      post(`Content-Length: 5\r\nTransfer-Encoding: chunked`, '0\r\n\r\n'),
      400,
      invalidParameters.body,
    ],
    ['a zero byte in a header', whole().replace('mock', 'mo\u0000ck'), 400, invalidParameters.body],
    ['too many headers', whole().replace('Host', `X-Long: ${'x'.repeat(20_000)}\r\nHost`), 431],
    ['a method that Node does not know', whole().replace('POST', 'BREW'), 400, invalidParameters.body],
    ['a method for proxies', 'CONNECT example.test:443 HTTP/1.1\r\nHost: mock\r\n\r\n', 405],
  ])('%s', async (_, data, status, answer) => {
    const raw = parseRaw(await sendRaw(mock.url, data));

    expect(raw.status, raw.body).toBe(status);
    expect(raw.headers['content-type']).toBe('application/json');
    expect(envelopesOf(raw.body)).toHaveLength(1);
    if (answer !== undefined) expect(JSON.parse(raw.body)).toEqual(answer);
    if (status !== 200) expect(JSON.parse(raw.headers['sl-violations'] ?? '')).toHaveLength(1);
  });

  test('a body without end', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const raw = parseRaw(await sendRaw(mock.url, post('Transfer-Encoding: chunked', `${chunk.repeat(40)}0\r\n\r\n`)));

    expect(raw.status).toBe(413);
    expect(JSON.parse(raw.body)).toEqual(payloadTooLarge.body);
  });

  test.each([
    ['half a head', `POST ${path} HTTP/1.1\r\nHost: mo`],
    ['half a body', post('Content-Length: 100', '{"account"')],
    ['nothing at all', ''],
  ])('%s and then its end', async (_, data) => {
    await sendRaw(mock.url, data, { end: true });

    const raw = parseRaw(await sendRaw(mock.url, whole()));
    expect(raw.status).toBe(200);
  });

  test('two requests at once on one connection', async () => {
    const text = await sendRaw(mock.url, whole().replace('Connection: close\r\n', '') + whole());

    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test('OPTIONS for the whole server', async () => {
    const raw = parseRaw(await sendRaw(mock.url, 'OPTIONS * HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n'));

    expect(raw.status).toBe(204);
    expect(raw.headers['allow']).toBe('POST, OPTIONS');
  });

  test('HEAD, which may have no body', async () => {
    const raw = parseRaw(await sendRaw(mock.url, `HEAD ${path} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n`));

    expect(raw).toMatchObject({ status: 405, body: '' });
    expect(raw.headers['allow']).toBe('POST, OPTIONS');
  });

  test('control characters, which a terminal would obey', async () => {
    log.length = 0;
    await sendRaw(mock.url, whole().replace('Host', `X-Traceid: \u009b31m\u00e9${traceId}\r\nHost`));
    await sendRaw(mock.url, whole('{"\\u001b[31m":1}'));

    expect(log).toHaveLength(2);
    expect(log.map((entry) => Object.values(entry).join(' ')).join(' ')).not.toMatch(/\p{Cc}/u);
  });
});

test('A request that does not arrive in time is answered as the gateway does, and its connection ends', async () => {
  const root = new URL('../../', import.meta.url);
  const spec = fileURLToPath(new URL('generated/openapi.json', root));
  const served = await readServed(spec, generatedValidators);
  const server = createMockServer(served, { docsFile: '', requestTimeoutMs: 300 });
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const address = server.http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  const answers = await Promise.all([
    sendRaw(url, `POST ${path} HTTP/1.1\r\nHost: mo`),
    sendRaw(url, post('Content-Length: 100', '{"account"')),
  ]);
  await server.close();

  expect(parseRaw(answers[0]).status).toBe(408);
  expect(envelopesOf(parseRaw(answers[0]).body)).toEqual(['GatewayEnvelope']);
  expect(parseRaw(answers[1]).status).toBe(408);
});
