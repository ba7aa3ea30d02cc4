import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Operation } from '../../src/contract/contract.js';
import { isObject } from '../../src/contract/openapi.js';
import { mockNumbers, type Simulation, withCurrentTimes } from '../../src/mock/simulate.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { handlers } from '../../src/msw.js';
import { contract, fieldsOf } from '../contract/cases.js';
import { loginHeaders } from '../support/login.js';
import { sharedMock, startForTest } from '../support/mock.js';

const log: RequestLogEntry[] = [];
const mock = sharedMock({ log: (entry) => log.push(entry) });
const worker = setupServer(...handlers({ baseUrl: 'https://handlers.test' }));
beforeAll(() => worker.listen({ onUnhandledRequest: 'bypass' }));
afterAll(() => worker.close());

const urls: [name: string, url: () => string][] = [
  ['The mock', () => mock.url],
  ['The MSW handlers', () => 'https://handlers.test'],
];
const numbered = contract.operations.filter((operation) => operation.request?.testFields.length);

/** Calls an operation with its first example, and the number of a simulation in the first field for test numbers. */
function send(url: string, operation: Operation, simulation?: Simulation, signal?: AbortSignal): Promise<Response> {
  const fields = fieldsOf(operation.request?.examples[0]?.body);
  const [field = ''] = operation.request?.testFields.filter((name) => name in fields) ?? [];
  const number = mockNumbers.find(({ name }) => name === simulation)?.number;
  return fetch(url + operation.path, {
    method: operation.method,
    headers: loginHeaders,
    body: JSON.stringify({ ...fields, ...(number && { [field]: number }) }),
    signal: signal ?? null,
  });
}

/** Returns the session in a response: the object around the current time. */
function sessionIn({ responses }: Operation, body: unknown): Readonly<Record<string, unknown>> | undefined {
  const [path = []] = responses.flatMap(({ currentTimes }) => currentTimes.map((time) => time.path));
  const found = path.slice(0, -1).reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), body);
  return isObject(found) ? found : undefined;
}

describe.each(urls)('%s', (_, url) => {
  describe.each(numbered)('responds to $id and', (operation) => {
    const success = operation.examples.find(({ status }) => status === 200)?.body;

    test('sends a session that starts now', async () => {
      const before = Date.now();
      const session = sessionIn(operation, await (await send(url(), operation)).json());
      const issuedAt = Number(session?.['issuedAt']);

      expect(issuedAt).toBeGreaterThanOrEqual(before);
      expect(issuedAt).toBeLessThanOrEqual(Date.now());
      expect(session).toEqual({ ...sessionIn(operation, success), issuedAt: String(issuedAt) });
    });

    test('simulates the outcome of each number of the mock', async () => {
      const short: unknown = await (await send(url(), operation, 'shortSession')).json();
      expect(sessionIn(operation, short)).toMatchObject({ expiresIn: 5, issuedAt: expect.stringMatching(/^\d{13}$/) });

      const { data: _, ...rest } = fieldsOf(success);
      expect(await (await send(url(), operation, 'successWithoutData')).json()).toEqual(rest);

      const page = await send(url(), operation, 'proxyPage');
      expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
      expect(await page.text()).toContain('<h1>502 Bad Gateway</h1>');

      const cut = await send(url(), operation, 'cutConnection');
      expect(cut.status).toBe(200);
      await expect(cut.text()).rejects.toThrow();

      const late = send(url(), operation, 'noAnswer', AbortSignal.timeout(200));
      await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  });
});

describe.each(numbered.slice(0, 1))('The mock', (operation) => {
  test('logs the name of a simulation, with status 0 if nothing was sent', async () => {
    log.length = 0;
    await send(mock.url, operation, 'proxyPage');
    const abort = new AbortController();
    const unanswered = send(mock.url, operation, 'noAnswer', abort.signal).catch(() => {});
    await vi.waitFor(() => expect(log).toHaveLength(2));
    abort.abort();
    await unanswered;

    expect(log).toMatchObject([
      { status: 502, example: 'proxyPage' },
      { status: 0, example: 'noAnswer' },
    ]);
  });

  test('starts a short session now, even with publishedTimes', async () => {
    const { url } = await startForTest({ publishedTimes: true });
    const short: unknown = await (await send(url, operation, 'shortSession')).json();

    expect(Number(sessionIn(operation, short)?.['issuedAt'])).toBeGreaterThan(Date.now() - 60_000);
  });
});

test.each([
  ['unix-milliseconds', 0, '1', '1000000'],
  ['unix-milliseconds', -1, 1, 999_000],
  ['local-date-time', 300, '2026-02-25T08:26:31.514', '1970-01-01T00:21:40.000'],
] as const)('The current time of the form %s with an offset of %d seconds replaces %j', (...row) => {
  const [format, offsetSeconds, value, expected] = row;
  vi.useFakeTimers({ now: 1_000_000 });
  onTestFinished(() => void vi.useRealTimers());
  const [first] = contract.operations;
  const currentTimes = [{ path: ['data', 'end'], format, offsetSeconds }];
  const operation = { ...first, responses: first?.responses.map((one) => ({ ...one, currentTimes })) } as Operation;

  expect(withCurrentTimes({ data: { end: value }, code: 0 }, operation)).toEqual({ data: { end: expected }, code: 0 });
  expect(withCurrentTimes({ data: null }, operation)).toEqual({ data: null });
});
