import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, expect, test } from 'vitest';
import * as examples from '../../generated/examples.js';
import { createKooDriveAuthClient, servers } from '../../src/index.js';
import { type HandlersOptions, handlers } from '../../src/msw.js';

const path = '/koodrive/ose/v1/auth/login';
const fields = examples.login.requests.withPassword;

let server: ReturnType<typeof setupServer> | undefined;
function listen(options?: HandlersOptions) {
  // Behind them another handler tells what they leave to others.
  server = setupServer(
    ...handlers(options),
    http.all('*', () => new Response(null, { status: 418 })),
  );
  server.listen();
}
afterEach(() => server?.close());

const post = (url: string, more: Record<string, string> = {}) => {
  const headers = { 'Content-Type': 'application/json', 'x-hw-agentName': 'a', ...more };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(fields) });
};

test('The handlers answer for any origin unless they are told one', async () => {
  listen();

  for (const baseUrl of Object.values(servers)) {
    const outcome = await createKooDriveAuthClient({ baseUrl, agentName: 'my-carrier' }).login(fields);
    expect(outcome.ok).toBe(true);
  }
});

test('The handlers leave other origins alone when they are told one', async () => {
  listen({ baseUrl: 'https://one.test' });

  expect((await post(`https://one.test${path}`)).status).toBe(200);
  expect((await post(`https://two.test${path}`)).status).toBe(418);
});

test.each(['https://one.test/behind/a/proxy', 'https://one.test/behind/a/proxy/'])(
  'The handlers answer behind the path of %s',
  async (baseUrl) => {
    listen({ baseUrl });

    expect((await post(`https://one.test/behind/a/proxy${path}`)).status).toBe(200);
    expect((await post(`https://one.test${path}`)).status).toBe(418);
  },
);

test('The handlers leave paths that are not in the contract to others', async () => {
  listen();

  expect((await post('https://one.test/koodrive/ose/v1/files')).status).toBe(418);
});

test('The handlers wait as long as they are told to', async () => {
  listen({ delay: '100-120' });
  const started = performance.now();
  await post(`https://one.test${path}`);

  expect(performance.now() - started).toBeGreaterThanOrEqual(99);
});

test('The handlers say that they make no answers up', async () => {
  listen();
  const response = await post(`https://one.test${path}`, { Prefer: 'dynamic=true' });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    msg: 'dynamic=true works in the mock server only: handlers make nothing up',
  });
});

test.each<[HandlersOptions, string]>([
  [{ baseUrl: 'one.test' }, 'baseUrl must be an absolute URL'],
  [{ baseUrl: '/api' }, 'baseUrl must be an absolute URL'],
  [{ delay: 'soon' }, 'delay must be milliseconds'],
])('The handlers refuse the options %j', (options, message) => {
  expect(() => handlers(options)).toThrow(message);
});
