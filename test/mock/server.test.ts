import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { login } from '../../generated/examples.js';
import { MockOptionError, type StartMockOptions, startMock } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { loginPath, postLogin } from '../support/login.js';
import { startForTest as start } from '../support/mock.js';

describe('The mock serves', () => {
  test('the docs from their folder, and the new ones after it has reloaded', async () => {
    const folder = temporaryFolder(onTestFinished);
    const mock = await start({ docs: folder });
    expect(await (await fetch(mock.url)).text()).toContain('npm run docs');
    const types = { 'index.html': 'text/html', 'reference.md': 'text/markdown', 'guides.md': 'text/markdown' };
    for (const name of Object.keys(types)) writeInto(folder, name, `the file ${name}`);
    await mock.reload();

    for (const [name, type] of Object.entries(types)) {
      const response = await fetch(`${mock.url}/${name}`);
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(await response.text()).toBe(`the file ${name}`);
    }
    expect(await (await fetch(mock.url)).text()).toBe('the file index.html');
    const head = await fetch(mock.url, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['19', '']);
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
  const Origin = 'https://app.test';
  const requested = 'content-type,prefer,x-hw-agentname,x-mock-delay,x-traceid';
  const preflight = await fetch(url + loginPath, {
    method: 'OPTIONS',
    headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': requested },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': Origin,
    'access-control-allow-methods': 'POST',
    allow: 'POST, OPTIONS',
    'access-control-allow-headers': requested,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  });

  const { headers } = await postLogin(url, {}, { Origin });
  expect(headers.get('access-control-allow-origin')).toBe(Origin);
  expect(headers.get('access-control-expose-headers')).toBe('sl-violations, Allow, Content-Length');
});

test('The mock waits for the delay of its option, or of the request', async () => {
  const { url } = await start({ delay: 100 });
  const started = performance.now();
  await postLogin(url);
  const between = performance.now();
  await postLogin(url, {}, { 'x-mock-delay': '200-220' });

  expect(between - started).toBeGreaterThanOrEqual(99);
  expect(performance.now() - between).toBeGreaterThanOrEqual(199);
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
    [4010, 'startMock takes an object of options: '],
    [null, 'startMock takes an object of options: '],
  ])('rejects %j with a list of the options', async (options, problem) => {
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
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^The log function of the mock failed: /)]]);
  });

  test('returns an address that works when it listens on all of them', async () => {
    const { url } = await start({ host: '0.0.0.0', publishedTimes: true });

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await postLogin(url)).json()).toEqual(login.responses.withPassword.body);
  });

  test.each(['structuredClone', 'TextDecoder'])('names %s if the platform lacks it', async (name) => {
    vi.stubGlobal(name, undefined);

    await expect(start()).rejects.toThrow(`The mock needs ${name}, which this environment lacks: in Jest, `);
  });
});
