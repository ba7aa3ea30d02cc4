import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as examples from '../../generated/examples.js';
import { MockOptionError, type RunningMock, type StartMockOptions, startMock } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { sendRaw } from './raw-request.js';

const path = '/koodrive/ose/v1/auth/login';
const fields = examples.login.requests.withPassword;
const headers = { 'Content-Type': 'application/json', 'x-hw-agentName': 'a' };
const post = (url: string, body: object, more: Record<string, string> = {}) =>
  fetch(url + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });

const folder = mkdtempSync(join(tmpdir(), 'mock-'));
const running: RunningMock[] = [];
const start = async (options?: StartMockOptions) => {
  const mock = await startMock(options);
  running.push(mock);
  return mock;
};
afterEach(() => Promise.all(running.splice(0).map((mock) => mock.close())));
afterAll(() => rmSync(folder, { recursive: true }));

describe('The mock explains a refusal', () => {
  let mock: RunningMock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  const without = (name: string) => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

  test.each<[title: string, body: object, more: Record<string, string>, reasons: string[]]>([
    ['a field that is missing', without('password'), {}, ["Request body must have required property 'password'"]],
    ['a variant that is missing', without('authType'), {}, ['Request body property authType must be one of 1, 2']],
    [
      'a variant that does not exist',
      { ...fields, authType: '3' },
      {},
      ['Request body property authType must be one of 1, 2'],
    ],
    ['a field of another type', { ...fields, account: 1 }, {}, ['Request body property account must be string']],
    [
      'a field of the other variant',
      { ...fields, authType: '2' },
      {},
      [
        "Request body must have required property 'captchaToken'",
        "Request body must NOT have additional properties; found 'password'",
      ],
    ],
    ['a short trace id', fields, { 'X-Traceid': 'x' }, ['Request header X-Traceid must have at least 58 characters']],
    [
      'another type of body',
      fields,
      { 'Content-Type': 'text/plain' },
      ['Request header content-type must be application/json'],
    ],
    [
      'a Prefer that names nothing',
      fields,
      { Prefer: 'code=302' },
      ['Prefer asks login for what is not there: it has no status 302'],
    ],
    [
      'a delay that is none',
      fields,
      { 'x-mock-delay': 'long' },
      ['x-mock-delay must be milliseconds such as 800, or a range such as 200-1200, up to 60000'],
    ],
  ])('of %s in a header', async (_, body, more, reasons) => {
    const response = await post(mock.url, body, more);
    const violations: { message: string }[] = JSON.parse(response.headers.get('sl-violations') ?? '[]');

    expect(response.status).toBe(400);
    expect(violations.map(({ message }) => message)).toEqual(reasons);
  });

  test('of a Prefer that names nothing in the message, with a list of what there is', async () => {
    const { code, msg }: { code: number; msg: string } = await (
      await post(mock.url, fields, { Prefer: 'example=x' })
    ).json();

    expect(code).toBe(examples.login.responses.invalidParameters.body.code);
    for (const [key, { status }] of Object.entries(examples.login.responses))
      expect(msg).toContain(`${key} (${status})`);
  });
});

describe('The mock serves', () => {
  test('the docs at its root, read anew each time', async () => {
    const docs = join(folder, 'index.html');
    writeFileSync(docs, '<!doctype html>one');
    const mock = await start({ docs });
    const page = async () => {
      const response = await fetch(mock.url);
      return { type: response.headers.get('content-type'), text: await response.text() };
    };
    expect(await page()).toEqual({ type: 'text/html; charset=utf-8', text: '<!doctype html>one' });
    writeFileSync(docs, '<!doctype html>two');
    expect((await page()).text).toContain('two');
    const head = await fetch(mock.url, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['18', '']);
    rmSync(docs);
    expect((await page()).text).toContain('<code>npm run docs</code>');
  });

  test('the spec in both forms', async () => {
    const mock = await start();
    for (const form of ['json', 'yaml']) {
      const response = await fetch(`${mock.url}/openapi.${form}`);
      expect(response.headers.get('content-type')).toBe(`application/${form}; charset=utf-8`);
      expect(await response.text()).toBe(readFileSync(`generated/openapi.${form}`, 'utf8'));
    }
  });

  test('another spec by its path, in YAML or JSON', async () => {
    const { body } = examples.login.responses.wrongPassword;
    const yaml = readFileSync('generated/openapi.yaml', 'utf8').replace(body.msg, 'From a branch.');
    writeFileSync(join(folder, 'branch.yaml'), yaml);
    const json = readFileSync('generated/openapi.json', 'utf8').replace(body.msg, 'From a branch.');
    writeFileSync(join(folder, 'branch-too.json'), json);

    for (const spec of ['branch.yaml', 'branch-too.json']) {
      const mock = await start({ spec: join(folder, spec) });
      const answer = await post(mock.url, { ...fields, account: '0027000040002' });
      expect(await answer.json()).toEqual({ ...body, msg: 'From a branch.' });
      for (const form of ['json', 'yaml'])
        expect(await (await fetch(`${mock.url}/openapi.${form}`)).text()).toContain('From a branch.');
      const refused = await post(mock.url, { ...fields, password: 1 });
      expect(await refused.json()).toEqual(examples.login.responses.invalidParameters.body);
      expect(refused.headers.get('sl-violations')).toContain('Request body property password must be string');
    }
  });

  test('the contract that it answers by, for programs', async () => {
    expect((await start()).contract).toEqual(contract);
  });
});

describe('The mock lets pages of other origins', () => {
  test('send what they ask for and read what they get', async () => {
    const mock = await start();
    const preflight = await fetch(mock.url + path, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.test',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,prefer,x-hw-agentname,x-mock-delay,x-traceid',
      },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.test',
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'content-type,prefer,x-hw-agentname,x-mock-delay,x-traceid',
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    });

    const answer = await post(mock.url, {}, { Origin: 'https://app.test' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.test');
    expect(answer.headers.get('access-control-expose-headers')).toContain('sl-violations');
  });
});

describe('The mock waits', () => {
  const timed = async (answer: Promise<Response>) => {
    const started = performance.now();
    await answer;
    return performance.now() - started;
  };

  test('before each answer as long as it was told to, and as a request tells it to', async () => {
    const mock = await start({ delay: 150 });

    expect(await timed(post(mock.url, fields))).toBeGreaterThanOrEqual(149);
    expect(await timed(post(mock.url, {}, { 'x-mock-delay': '250-300' }))).toBeGreaterThanOrEqual(249);
  });
});

describe('startMock', () => {
  test.each<[options: object, message: string]>([
    [{ port: 1.5 }, 'port must be a number from 0 to 65535'],
    [{ port: -1 }, 'port must be a number from 0 to 65535'],
    [{ delay: 'soon' }, 'delay must be milliseconds'],
    [{ delay: -1 }, 'delay must be milliseconds'],
    [{ delay: Number.NaN }, 'delay must be milliseconds'],
    [{ delay: 60_001 }, 'delay must be milliseconds'],
    [{ host: '' }, 'host must not be empty: 127.0.0.1 is for this machine alone, 0.0.0.0 for the network too'],
    [{ host: ' ' }, 'host must not be empty'],
    [{ docs: 'no/such.html' }, 'docs must be the path of a page: there is no file no/such.html'],
    [{ docs: 'src' }, 'docs must be the path of a page: there is no file src'],
    [{ log: 1 }, 'log must be a function'],
  ])('refuses the options %j', async (options, message) => {
    const error = await start(options).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(MockOptionError);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ option: Object.keys(options)[0], message: expect.stringContaining(message) });
    expect(String(error)).toMatch(/^MockOptionError: (port|delay|host|docs|log) must /);
  });

  test('refuses a port that is taken', async () => {
    const port = Number(new URL((await start()).url).port);
    const error = await start({ port }).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(MockOptionError);
    expect(error).toMatchObject({
      option: 'port',
      message: `port ${port} is taken, maybe by a mock that already runs: choose another one, or 0 for any that is free`,
    });
  });

  test.each([
    ['throws', () => JSON.parse('no JSON')],
    ['rejects', () => Promise.reject(new Error('It is full.'))],
    ['rejects with what is no error', () => Promise.reject(1)],
  ])('answers though its log function %s', async (_, log) => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { url } = await start({ log });

    expect((await post(url, fields)).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    expect(await sendRaw(url, 'HELLO\r\n\r\n')).toContain('HTTP/1.1 400 ');
    expect(warn.mock.calls).toHaveLength(3);
    for (const [text] of warn.mock.calls) expect(text).toMatch(/^The log function of the mock failed: /);
  });

  test.each(['//koodrive/ose/v1/auth/login', '/KOODRIVE/OSE/V1/AUTH/LOGIN', '/koodrive/ose/v1/auth/logn?a=secret'])(
    'lists the paths that there are to who asks for %s',
    async (target) => {
      const log = vi.fn<NonNullable<StartMockOptions['log']>>();
      const { url } = await start({ log });
      const response = await fetch(url + target, { method: 'POST', headers, body: JSON.stringify(fields) });
      const paths = contract.operations.map((operation) => operation.path);
      const message = `No such path: there is ${paths.join(', ')}`;

      expect(response.status).toBe(404);
      expect(JSON.parse(response.headers.get('sl-violations') ?? '')).toMatchObject([{ code: 'route', message }]);
      expect(log.mock.calls).toMatchObject([[{ status: 404, reasons: [message] }]]);
    },
  );

  test('runs as often as it is called, side by side', async () => {
    const mocks = await Promise.all([start(), start(), start()]);

    for (const mock of mocks) expect((await post(mock.url, fields)).status).toBe(200);
    expect(new Set(mocks.map(({ url }) => url)).size).toBe(3);
  });

  test('names an address that works when it listens on all of them', async () => {
    const { url } = await start({ host: '0.0.0.0' });

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await post(url, fields)).status).toBe(200);
  });

  test('gives its port back when it is closed, with connections still open', async () => {
    const mock = await start();
    await post(mock.url, fields);
    await mock.close();

    const again = await start({ port: Number(new URL(mock.url).port) });
    expect(again.url).toBe(mock.url);
  });
});
