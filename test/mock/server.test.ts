import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { login } from '../../generated/examples.js';
import { MockOptionError, type StartMockOptions, startMock } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { startForTest as start } from '../support/mock.js';
import { sendRaw } from './raw-request.js';

const { withPassword, invalidParameters } = login.responses;
const folder = temporaryFolder();

describe('The mock explains a refusal', () => {
  const ofTheOther = ['captchaToken is required when authType is 2', 'password is not allowed when authType is 2'];
  const examples = contract.operations[0]?.examples.map(({ key, status }) => `${key} (${status})`).join(', ');
  const available = `Available: example=NAME or code=STATUS of ${examples}; dynamic=true; seed=TEXT`;
  const delayForm = 'milliseconds such as 800, or a range such as 200-1200, up to 60000';

  test.each<[title: string, change: object, headers: Record<string, string>, ...reasons: string[]]>([
    ['a missing field', { password: undefined }, {}, 'password is required when authType is 1'],
    ['a field of another type', { account: 1 }, {}, 'account must be a string'],
    ['a field of the other variant', { authType: '2' }, {}, ...ofTheOther],
    ['a short trace id', {}, { 'X-Traceid': 'x' }, 'Request header X-Traceid must have at least 58 characters'],
    ['an unknown status', {}, { Prefer: 'code=302' }, `Prefer: login has no example of that status. ${available}`],
    ['an invalid delay', {}, { 'x-mock-delay': 'long' }, `x-mock-delay must be ${delayForm}`],
  ])('of %s in its message, in a header and in the log', async (_, change, headers, ...reasons) => {
    const log = vi.fn<NonNullable<StartMockOptions['log']>>();
    const { url } = await start({ log });
    const response = await postLogin(url, { ...loginFields, ...change }, headers);
    const violations: { message: string }[] = JSON.parse(response.headers.get('sl-violations') ?? '[]');
    const { code, msg } = await response.json();

    expect([response.status, code]).toEqual([400, invalidParameters.body.code]);
    expect(msg).toContain(`${invalidParameters.body.msg} ${reasons.join('; ')}`);
    expect(violations.map(({ message }) => message)).toEqual(reasons);
    expect(log.mock.calls).toMatchObject([[{ status: 400, reasons }]]);
  });
});

describe('The mock serves', () => {
  const docs = { 'index.html': 'text/html', 'reference.md': 'text/markdown', 'guides.md': 'text/markdown' };

  test('the docs from their folder, and reads a changed file again', async () => {
    const mock = await start({ docs: join(folder, 'index.html') });
    expect(await (await fetch(mock.url)).text()).toContain('npm run docs');
    for (const [name, type] of Object.entries(docs))
      for (const content of ['one', 'two and more']) {
        writeInto(folder, name, content);
        const response = await fetch(`${mock.url}/${name}`);
        expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
        expect(await response.text()).toBe(content);
      }
    expect(await (await fetch(mock.url)).text()).toBe('two and more');
    const head = await fetch(mock.url, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['12', '']);
  });

  test('the spec in both forms, and the contract for programs', async () => {
    const mock = await start();
    for (const form of ['json', 'yaml']) {
      const response = await fetch(`${mock.url}/openapi.${form}`);
      expect(response.headers.get('content-type')).toBe(`application/${form}; charset=utf-8`);
      expect(await response.text()).toBe(readFileSync(`generated/openapi.${form}`, 'utf8'));
    }
    expect(mock.contract).toEqual(contract);
  });
});

test('The mock lets pages of other origins send any header and read the whole response', async () => {
  const { url } = await start();
  const requested = 'content-type,prefer,x-hw-agentname,x-mock-delay,x-traceid';
  const preflight = await fetch(url + loginPath, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.test',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': requested,
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.test',
    'access-control-allow-methods': 'POST',
    allow: 'POST, OPTIONS',
    'access-control-allow-headers': requested,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  });

  const response = await postLogin(url, {}, { Origin: 'https://app.test' });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.test');
  expect(response.headers.get('access-control-expose-headers')).toBe('sl-violations, Allow, Content-Length');
});

test('The mock waits for the delay of its option, or of the request', async () => {
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
    [{ port: 1.5 }, 'port must be a number from 0 to 65535, got 1.5'],
    [{ port: '4010' }, 'port must be a number from 0 to 65535, got a value of type string'],
    [{ delay: 'soon' }, 'delay must be milliseconds'],
    [{ delay: 60_001 }, 'delay must be milliseconds'],
    [{ host: ' ' }, 'host must be an address: 127.0.0.1 for this machine alone, 0.0.0.0 for the network'],
    [{ log: 1 }, 'log must be a function'],
  ])('rejects the options %j', async (options, message) => {
    const error = await start(options).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(MockOptionError);
    expect(error).toMatchObject({ option: Object.keys(options)[0], message: expect.stringContaining(message) });
  });

  test.each<[options: unknown, problem: string]>([
    [{ prot: 0 }, 'Unknown option "prot": '],
    [{ port: 0, spec: 'x' }, 'Unknown option "spec": '],
    [4010, 'startMock takes an object of options: '],
    [null, 'startMock takes an object of options: '],
  ])('rejects %j by name, with a list of the options', async (options, problem) => {
    const message = `${problem}the options of startMock are port, host, delay, publishedTimes, log`;

    await expect(startMock(options as StartMockOptions)).rejects.toThrow(new TypeError(message));
  });

  test('rejects a port that is taken, and frees its own when it is closed', async () => {
    const mock = await start();
    const port = Number(new URL(mock.url).port);
    const message = `port ${port} is taken, perhaps by another mock: choose another port, or 0 for any that is free`;
    await expect(start({ port })).rejects.toMatchObject({ name: 'MockOptionError', option: 'port', message });

    await postLogin(mock.url);
    await mock.close();
    expect((await start({ port })).url).toBe(mock.url);
  });

  test.each([
    ['throws', () => JSON.parse('no JSON')],
    ['rejects', () => Promise.reject(new Error('It is full.'))],
    ['rejects with a number', () => Promise.reject(1)],
  ])('responds although its log function %s', async (_, log) => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { url } = await start({ log });

    expect((await postLogin(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    expect(await sendRaw(url, 'HELLO\r\n\r\n')).toContain('HTTP/1.1 400 ');
    expect(warn.mock.calls).toHaveLength(3);
    for (const [text] of warn.mock.calls) expect(text).toMatch(/^The log function of the mock failed: /);
  });

  test('returns an address that works when it listens on all of them', async () => {
    const { url } = await start({ host: '0.0.0.0', publishedTimes: true });

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await postLogin(url)).json()).toEqual(withPassword.body);
  });

  test.each(['structuredClone', 'TextDecoder'])('names %s if the platform lacks it', async (name) => {
    vi.stubGlobal(name, undefined);

    await expect(start({})).rejects.toThrow(`The mock needs ${name}, which this environment lacks: in Jest, `);
  });
});
