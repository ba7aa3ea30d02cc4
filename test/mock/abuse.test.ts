import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import document from '../../generated/openapi.json';
import { banner } from '../../src/mock/banner.js';
import { readPreference } from '../../src/mock/choose-example.js';
import { jsonLine, painter, textLine } from '../../src/mock/log.js';
import { route } from '../../src/mock/route.js';
import { ContractError, type RequestLogEntry } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { listen } from '../support/listen.js';
import { loginFields, postLogin } from '../support/login.js';
import { startForTest as start } from '../support/mock.js';

const folder = temporaryFolder();
const [operation] = contract.operations;
if (!operation) throw new Error('The contract has no operation');

describe('Pages are read once', () => {
  const size = 3_000_000;
  const docs = writeInto(folder, 'docs.html', 'x'.repeat(size));

  test('and 400 pipelined requests share their bytes', async () => {
    const { url } = await start({ docs });
    const { port, hostname } = new URL(url);
    const before = process.memoryUsage().arrayBuffers;
    const socket = connect(Number(port), hostname);
    // Nothing of the answers is read, so that all of them wait.
    socket.pause().write('GET / HTTP/1.1\r\nHost: mock\r\n\r\n'.repeat(400));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const after = process.memoryUsage().arrayBuffers;
    socket.destroy();

    expect((after - before) / size).toBeLessThan(20);
  });

  test('and compressed for who accepts that', async () => {
    const { url } = await start({ docs });
    const get = async (encodings: string) => {
      const { headers } = await fetch(url, { method: 'HEAD', headers: { 'Accept-Encoding': encodings } });
      return [headers.get('content-encoding'), Number(headers.get('content-length')) < size, headers.get('vary')];
    };

    for (const encodings of ['gzip', 'br, GZIP;q=0.5', 'gzip;q=1.0, br'])
      expect(await get(encodings)).toEqual(['gzip', true, 'Accept-Encoding']);
    for (const encodings of ['', 'identity', 'gzip;q=0', 'gzip; q=0.0, br'])
      expect(await get(encodings)).toEqual([null, false, 'Accept-Encoding']);
    expect((await (await fetch(url)).text()).length).toBe(size);
  });
});

describe('Time grows with the length of a request, not faster', () => {
  const timed = (work: () => unknown): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const length = 200_000;

  test.each([
    ['spaces', `,${' '.repeat(length)},`],
    ['quotes', '"'.repeat(length)],
    ['escaped quotes', '"\\'.repeat(length / 2)],
    ['equal signs', '='.repeat(length)],
    ['names', 'return,'.repeat(length / 7)],
  ])('in a Prefer header of %s', (_, header) => {
    expect(timed(() => readPreference(operation, header, new URLSearchParams()))).toBeLessThan(1000);
  });

  test('in a path of slashes', () => {
    for (const path of [`${'/'.repeat(length)}x`, `${operation.path}${'/'.repeat(length)}`])
      expect(timed(() => route(contract, 'POST', path))).toBeLessThan(1000);
  });
});

test('A body of 90,000 unknown properties is refused in a log line of 2,000 characters at most', async () => {
  const log: RequestLogEntry[] = [];
  const { url } = await start({ log: (entry) => log.push(entry) });
  const unknown = Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`\u009b${index.toString(36)}`, 1]));
  const response = await postLogin(url, { ...loginFields, ...unknown }, { 'X-Traceid': '"'.repeat(500) });

  expect(response.status).toBe(400);
  expect(JSON.parse(response.headers.get('sl-violations') ?? '').length).toBeLessThanOrEqual(21);
  const [entry] = log;
  expect(entry && jsonLine(entry).length).toBeLessThanOrEqual(2000);
  expect(entry && textLine(entry, painter(true, {})).length).toBeLessThanOrEqual(2000);
});

describe('A spec that refers to something outside is refused before anything is read', () => {
  test.each<[string, { paths?: object; [part: string]: unknown }]>([
    ['in a schema that no operation uses', { components: { schemas: { Unused: { $ref: '@' } } } }],
    ['in an extension', { 'x-anything': [{ deep: { $ref: '@' } }] }],
    ['in a callback', { paths: { '/b': { post: { callbacks: { done: { $ref: '@' } }, responses: {} } } } }],
  ])('%s', async (_, part) => {
    let calls = 0;
    await using server = await listen((_request, response) => {
      calls += 1;
      response.end('{}');
    });
    for (const target of [`${server.url}/a.json`, `file://${join(folder, 'docs.html')}`, 'other.yaml#/a']) {
      const text = JSON.stringify({ ...document, ...part, paths: { ...document.paths, ...part.paths } });
      const spec = writeInto(folder, 'out.json', text.replaceAll('@', target));

      const error = await start({ spec }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ContractError);
      expect(String(error)).toContain(`${target} leads out of the document`);
    }
    expect(calls).toBe(0);
  });
});

test('A spec whose aliases stand for billions of values is refused at once', async () => {
  const lines = Array.from({ length: 12 }, (_, index) => {
    const items = index === 0 ? Array(10).fill('lol') : Array(10).fill(`*a${index - 1}`);
    return `a${index}: &a${index} [${items.join(', ')}]`;
  });
  const spec = writeInto(folder, 'bomb.yaml', `openapi: 3.1.0\n${lines.join('\n')}\n`);
  const started = performance.now();

  await expect(start({ spec })).rejects.toThrow(/bomb\.yaml: Excessive alias count/);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('Control characters of a spec do not reach the terminal', () => {
  const text = JSON.stringify(contract).replaceAll(
    /"(title|id|path|summary|version)":"/g,
    '$&\\u001b]0;x\\u0007\\u009b2J',
  );
  const printed = banner('http://127.0.0.1:1', JSON.parse(text), painter(false, {}));

  expect(printed).toContain('\\u{1b}]0;x\\u{7}\\u{9b}2J');
  expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test.each(['structuredClone', 'TextDecoder'])('startMock names %s when the platform lacks it', async (name) => {
  vi.stubGlobal(name, undefined);

  await expect(start({})).rejects.toThrow(`The mock needs ${name}, which this environment lacks: in Jest, `);
});
