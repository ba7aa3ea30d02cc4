import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, expect, test, vi } from 'vitest';
import { login, registerUser } from '../../generated/examples.js';
import { createKooDriveAuthClient } from '../../src/index.js';
import { type HandlersOptions, handlers, respond } from '../../src/msw.js';
import { loginFields, loginPath as path, postLogin } from '../support/login.js';

let server: ReturnType<typeof setupServer> | undefined;
function listen(options?: HandlersOptions) {
  // The last handler shows which requests the others leave alone.
  const others = http.all('*', () => new Response(null, { status: 418 }));
  server = setupServer(...handlers(options), others);
  server.listen();
}
afterEach(() => server?.close());

test.each<[baseUrl: string | URL | undefined, url: string, status: number]>([
  [undefined, 'https://any.test', 200],
  [undefined, 'http://localhost:3000/backend/v1', 200],
  ['https://one.test', 'https://one.test', 200],
  ['https://one.test', 'https://two.test', 418],
  ['https://one.test', 'https://one.test/api', 418],
  ['https://one.test/behind/a/proxy/', 'https://one.test/behind/a/proxy', 200],
  ['https://one.test/behind/a/proxy', 'https://one.test', 418],
  ['HTTPS://ONE.test:443/ä?x=1', 'https://one.test/ä', 200],
  [new URL('https://one.test'), 'https://one.test', 200],
])('The handlers with the base URL %s respond at %s with status %i, or leave it to others', async (baseUrl, ...row) => {
  const [url, status] = row;
  listen({ baseUrl });

  expect((await postLogin(url)).status).toBe(status);
});

test('The handlers and respond treat a slash at the end as the mock does', async () => {
  listen();
  server?.use(respond('login', 'wrongPassword'));
  const response = await fetch(`https://one.test/api${path}/`, { method: 'POST' });

  expect(response.status).toBe(404);
  expect(response.headers.get('sl-violations')).toContain('without a slash at its end');
});

test('The handlers respond to OPTIONS as the mock does', async () => {
  listen();
  const response = await fetch(`https://one.test${path}`, { method: 'OPTIONS' });

  expect([response.status, response.headers.get('Allow')]).toEqual([204, 'POST, OPTIONS']);
});

test('The handlers wait for the delay, and report that they generate no responses', async () => {
  listen({ delay: '100-120' });
  const started = performance.now();
  const response = await postLogin('https://one.test', loginFields, { Prefer: 'dynamic=true' });

  expect(performance.now() - started).toBeGreaterThanOrEqual(99);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    msg: expect.stringContaining('only the mock server has dynamic=true'),
  });
});

test.each<[options: object, message: string]>([
  [{ baseUrl: '/api' }, 'baseUrl must be an absolute URL'],
  [{ delay: 'soon' }, 'delay must be milliseconds'],
  [{ publishedTimes: 'false' }, 'publishedTimes must be true or false'],
  [{ baseurl: '' }, 'Unknown option "baseurl": the options of handlers are baseUrl, delay, publishedTimes'],
])('The handlers reject the options %j', (options, message) => {
  expect(() => handlers(options)).toThrow(TypeError);
  expect(() => handlers(options)).toThrow(message);
});

const auth = createKooDriveAuthClient({ baseUrl: 'https://one.test', agentName: 'my-carrier' });
const codeOf = async () => {
  const outcome = await auth.login(loginFields);
  return outcome.ok ? 'ok' : 'code' in outcome.error ? outcome.error.code : outcome.error.kind;
};

test('respond overrides one operation, always or once, also with an outcome that the mock simulates', async () => {
  listen();
  const wrong = String(login.responses.wrongPassword.body.code);
  server?.use(respond('login', 'wrongPassword', { once: true }));
  expect([await codeOf(), await codeOf()]).toEqual([wrong, 'ok']);

  server?.use(respond('login', 'proxyPage'));
  expect([await codeOf(), await codeOf()]).toEqual(['invalid-response', 'invalid-response']);
  expect((await auth.registerUser(registerUser.requests.newUser)).ok).toBe(true);

  server?.resetHandlers();
  expect(await codeOf()).toBe('ok');
});

test('respond accepts any request, and sends a session that starts now', async () => {
  listen();
  server?.use(respond('login', 'withCode', { baseUrl: 'https://one.test', delay: 100 }));
  const started = Date.now();
  const response = await fetch(`https://one.test${path}`, { method: 'POST' });
  const { data }: { data: { sessionInfo: { issuedAt: string } } } = await response.json();

  expect(response.status).toBe(200);
  expect(Number(data.sessionInfo.issuedAt)).toBeGreaterThanOrEqual(started);
  expect(Date.now() - started).toBeGreaterThanOrEqual(99);
  expect((await fetch(`https://one.test${path}`, { method: 'PUT' })).status).toBe(405);
});

test('respond rejects unknown names of operations, examples and options, for the compiler and at run time', () => {
  // @ts-expect-error There is no such operation.
  expect(() => respond('logout', 'wrongPassword')).toThrow(
    new TypeError('There is no operation called "logout": there are login, registerUser'),
  );
  // @ts-expect-error There is no such example of this operation.
  expect(() => respond('login', 'phoneTaken')).toThrow(
    /^There is no example of login called "phoneTaken": there are withPassword, .*, noAnswer, /,
  );
  // @ts-expect-error There is no such option.
  expect(() => respond('login', 'wrongPassword', { onse: true })).toThrow(
    'Unknown option "onse": the options of respond are baseUrl, delay, publishedTimes, once',
  );
});

test.each(['Response', 'TextDecoder', 'Request'])('The handlers name %s if the platform lacks it', (name) => {
  vi.stubGlobal(name, undefined);

  expect(() => handlers()).toThrow(`The mock needs ${name}, which this environment lacks: in Jest, `);
});
