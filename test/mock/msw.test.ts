import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, expect, test, vi } from 'vitest';
import { login, registerUser } from '../../generated/examples.js';
import { createKooDriveAuthClient, servers } from '../../src/index.js';
import { type HandlersOptions, handlers, respond } from '../../src/msw.js';
import { loginFields, loginPath as path, postLogin } from '../support/login.js';

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

test('The handlers answer for any origin unless they are told one', async () => {
  listen();

  for (const baseUrl of Object.values(servers)) {
    const outcome = await createKooDriveAuthClient({ baseUrl, agentName: 'my-carrier' }).login(loginFields);
    expect(outcome.ok).toBe(true);
  }
});

test.each<[baseUrl: string | undefined, url: string, status: number]>([
  [undefined, 'https://any.test', 200],
  ['https://one.test', 'https://one.test', 200],
  ['https://one.test', 'https://two.test', 418],
  ['https://one.test/behind/a/proxy', 'https://one.test/behind/a/proxy', 200],
  ['https://one.test/behind/a/proxy/', 'https://one.test/behind/a/proxy', 200],
  ['https://one.test/behind/a/proxy', 'https://one.test', 418],
])(
  'The handlers that are told the base URL %s answer at %s with %i, or leave it to others',
  async (baseUrl, url, status) => {
    listen({ baseUrl });

    expect((await postLogin(url)).status).toBe(status);
  },
);

test('The handlers leave paths that are not in the contract to others', async () => {
  listen();

  expect((await fetch('https://one.test/koodrive/ose/v1/files', { method: 'POST' })).status).toBe(418);
});

test('The handlers wait as long as they are told to', async () => {
  listen({ delay: '100-120' });
  const started = performance.now();
  await postLogin('https://one.test');

  expect(performance.now() - started).toBeGreaterThanOrEqual(99);
});

test('The handlers say that they make no answers up', async () => {
  listen();
  const response = await postLogin('https://one.test', loginFields, { Prefer: 'dynamic=true' });

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

const auth = createKooDriveAuthClient({ baseUrl: 'https://one.test', agentName: 'my-carrier' });
const codeOf = async () => {
  const outcome = await auth.login(loginFields);
  return outcome.ok ? 'ok' : 'code' in outcome.error ? outcome.error.code : outcome.error.kind;
};

test('respond overrides one operation, for as long as it is there or once', async () => {
  listen();
  const wrong = String(login.responses.wrongPassword.body.code);
  server?.use(respond('login', 'wrongPassword', { once: true }));

  expect([await codeOf(), await codeOf()]).toEqual([wrong, 'ok']);
  server?.use(respond('login', 'wrongPassword'));
  expect([await codeOf(), await codeOf()]).toEqual([wrong, wrong]);
  expect((await auth.registerUser(registerUser.requests.newUser)).ok).toBe(true);
  server?.resetHandlers();
  expect(await codeOf()).toBe('ok');
});

test('respond answers whatever is sent, with a session that begins now', async () => {
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

test('respond brings the faults of the mock by their names', async () => {
  listen();
  const faults = ['proxyPage', 'successWithoutData', 'cutConnection'] as const;
  for (const fault of faults) server?.use(respond('login', fault, { once: true }));

  // The handler that was added last comes first.
  expect([await codeOf(), await codeOf(), await codeOf()]).toEqual([
    expect.stringMatching(/^(network|invalid-response)$/),
    'invalid-response',
    'invalid-response',
  ]);
});

test('respond knows the names of operations and examples, for the compiler and when it runs', () => {
  // @ts-expect-error There is no such operation.
  expect(() => respond('logout', 'wrongPassword')).toThrow(
    new TypeError('There is no operation called "logout": there is login, registerUser'),
  );
  // @ts-expect-error There is no such example of this operation.
  expect(() => respond('login', 'phoneTaken')).toThrow(
    /^There is no example of login called "phoneTaken": there is withPassword, .*, noAnswer, /,
  );
});

test.each(['Response', 'TextDecoder', 'Request'])('The handlers name %s when the platform lacks it', (name) => {
  vi.stubGlobal(name, undefined);

  expect(() => handlers()).toThrow(`The mock needs ${name}, which this environment lacks: in Jest, `);
});
