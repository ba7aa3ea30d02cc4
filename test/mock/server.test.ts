import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { login } from '../../generated/examples.js';
import { MockOptionError, type StartMockOptions } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { startForTest as start } from '../support/mock.js';
import { sendRaw } from './raw-request.js';

const { withPassword, wrongPassword, invalidParameters } = login.responses;
const folder = temporaryFolder();

describe('The mock explains a refusal', () => {
  const ofTheOther = ['captchaToken is required when authType is 2', 'password is not allowed when authType is 2'];
  const noWish = 'Prefer asks login for what is not there';
  const delayForm = 'milliseconds such as 800, or a range such as 200-1200, up to 60000';

  test.each<[title: string, change: object, headers: Record<string, string>, ...reasons: string[]]>([
    ['a missing field', { password: undefined }, {}, 'password is required when authType is 1'],
    ['a missing variant', { authType: undefined }, {}, 'authType is required'],
    ['a variant that there is not', { authType: '3' }, {}, 'authType must be "1" or "2"'],
    ['a field of another type', { account: 1 }, {}, 'account must be a string'],
    ['a field of the other variant', { authType: '2' }, {}, ...ofTheOther],
    ['a short trace id', {}, { 'X-Traceid': 'x' }, 'Request header X-Traceid must have at least 58 characters'],
    ['another type', {}, { 'Content-Type': 'text/plain' }, 'Request header content-type must be application/json'],
    ['a Prefer that names nothing', {}, { Prefer: 'code=302' }, `${noWish}: it has no status 302`],
    ['a delay that is none', {}, { 'x-mock-delay': 'long' }, `x-mock-delay must be ${delayForm}`],
  ])('of %s in a header', async (_, change, headers, ...reasons) => {
    const { url } = await start();
    const response = await postLogin(url, { ...loginFields, ...change }, headers);
    const violations: { message: string }[] = JSON.parse(response.headers.get('sl-violations') ?? '[]');

    expect(response.status).toBe(400);
    expect(violations.map(({ message }) => message)).toEqual(reasons);
  });

  test('of a Prefer that names nothing in the message, with a list of what there is', async () => {
    const { url } = await start();
    const { code, msg } = await (await postLogin(url, loginFields, { Prefer: 'example=x' })).json();

    expect(code).toBe(invalidParameters.body.code);
    for (const [key, { status }] of Object.entries(login.responses)) expect(msg).toContain(`${key} (${status})`);
  });

  test.each(['//koodrive/ose/v1/auth/login', '/KOODRIVE/OSE/V1/AUTH/LOGIN', '/koodrive/ose/v1/auth/logn?a=secret'])(
    'of the path %s by those that there are, in the log too',
    async (target) => {
      const log = vi.fn<NonNullable<StartMockOptions['log']>>();
      const { url } = await start({ log });
      const response = await fetch(url + target, { method: 'POST' });
      const message = `No such path: there is ${contract.operations.map(({ path }) => path).join(', ')}`;

      expect(response.status).toBe(404);
      expect(JSON.parse(response.headers.get('sl-violations') ?? '')).toMatchObject([{ code: 'route', message }]);
      expect(log.mock.calls).toMatchObject([[{ status: 404, reasons: [message] }]]);
    },
  );
});

describe('The mock serves', () => {
  test('the docs at its root, read anew each time', async () => {
    const docs = writeInto(folder, 'index.html', '<!doctype html>one');
    const { url } = await start({ docs });
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<!doctype html>one');
    writeInto(folder, 'index.html', '<!doctype html>two');
    expect(await (await fetch(url)).text()).toContain('two');
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['18', '']);
    rmSync(docs);
    expect(await (await fetch(url)).text()).toContain('npm run docs');
  });

  test('the spec in both forms, and the contract that it answers by for programs', async () => {
    const mock = await start();
    for (const form of ['json', 'yaml']) {
      const response = await fetch(`${mock.url}/openapi.${form}`);
      expect(response.headers.get('content-type')).toBe(`application/${form}; charset=utf-8`);
      expect(await response.text()).toBe(readFileSync(`generated/openapi.${form}`, 'utf8'));
    }
    expect(mock.contract).toEqual(contract);
  });

  test.each(['yaml', 'json'])('another spec by its path, in %s', async (written) => {
    const text = readFileSync(`generated/openapi.${written}`, 'utf8');
    const spec = writeInto(folder, `branch.${written}`, text.replace(wrongPassword.body.msg, 'From a branch.'));
    const { url } = await start({ spec });
    const answer = await postLogin(url, { ...loginFields, account: wrongPassword.testNumbers[0] });
    expect(await answer.json()).toEqual({ ...wrongPassword.body, msg: 'From a branch.' });
    for (const form of ['json', 'yaml'])
      expect(await (await fetch(`${url}/openapi.${form}`)).text()).toContain('From a branch.');
    const refused = await postLogin(url, { ...loginFields, password: 1 });
    expect(await refused.json()).toEqual(invalidParameters.body);
    expect(refused.headers.get('sl-violations')).toContain('Request body property password must be string');
  });
});

test('The mock lets pages of other origins send what they ask for and read what they get', async () => {
  const { url } = await start();
  const asked = 'content-type,prefer,x-hw-agentname,x-mock-delay,x-traceid';
  const preflight = await fetch(url + loginPath, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': asked,
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.test',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': asked,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  });

  const answer = await postLogin(url, {}, { Origin: 'https://app.test' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.test');
  expect(answer.headers.get('access-control-expose-headers')).toContain('sl-violations');
});

test('The mock waits before each answer as long as it was told to, and as a request tells it to', async () => {
  const { url } = await start({ delay: 150 });
  const started = performance.now();
  await postLogin(url);
  const between = performance.now();
  await postLogin(url, {}, { 'x-mock-delay': '250-300' });

  expect(between - started).toBeGreaterThanOrEqual(149);
  expect(performance.now() - between).toBeGreaterThanOrEqual(249);
});

describe('startMock', () => {
  test.each<[options: object, message: string]>([
    [{ port: 1.5 }, 'port must be a number from 0 to 65535'],
    [{ port: -1 }, 'port must be a number from 0 to 65535'],
    [{ port: 65_536 }, 'port must be a number from 0 to 65535'],
    [{ delay: 'soon' }, 'delay must be milliseconds'],
    [{ delay: Number.NaN }, 'delay must be milliseconds'],
    [{ delay: 60_001 }, 'delay must be milliseconds'],
    [{ host: ' ' }, 'host must not be empty: 127.0.0.1 is for this machine alone, 0.0.0.0 for the network too'],
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
    const message = `port ${port} is taken, maybe by a mock that already runs: choose another one, or 0 for any that is free`;

    await expect(start({ port })).rejects.toMatchObject({ name: 'MockOptionError', option: 'port', message });
  });

  test.each([
    ['throws', () => JSON.parse('no JSON')],
    ['rejects', () => Promise.reject(new Error('It is full.'))],
    ['rejects with what is no error', () => Promise.reject(1)],
  ])('answers though its log function %s', async (_, log) => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { url } = await start({ log });

    expect((await postLogin(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    expect(await sendRaw(url, 'HELLO\r\n\r\n')).toContain('HTTP/1.1 400 ');
    expect(warn.mock.calls).toHaveLength(3);
    for (const [text] of warn.mock.calls) expect(text).toMatch(/^The log function of the mock failed: /);
  });

  test('runs as often as it is called, side by side', async () => {
    const mocks = await Promise.all([start(), start(), start()]);

    for (const mock of mocks) expect((await postLogin(mock.url)).status).toBe(200);
    expect(new Set(mocks.map(({ url }) => url)).size).toBe(3);
  });

  test('names an address that works when it listens on all of them', async () => {
    const { url } = await start({ host: '0.0.0.0', publishedTimes: true });

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await postLogin(url)).json()).toEqual(withPassword.body);
  });

  test('gives its port back when it is closed, with connections still open', async () => {
    const mock = await start();
    await postLogin(mock.url);
    await mock.close();

    expect((await start({ port: Number(new URL(mock.url).port) })).url).toBe(mock.url);
  });
});
