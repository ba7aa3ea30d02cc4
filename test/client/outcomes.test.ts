import { describe, expect, it } from 'vitest';
import * as examples from '../../src/examples.js';
import { createKooDriveAuthClient, type Outcome } from '../../src/index.js';
import { answer, clientOf, clientWith, serve } from '../support/wire.js';

const { withPassword } = examples.login.requests;
const granted = examples.login.responses.withPassword.body;

const login = async (status: number, body: unknown): Promise<Outcome<unknown>> => {
  const { auth } = await clientOf(answer(status, body));
  return auth.login(withPassword);
};

const errorOf = async (outcome: Promise<Outcome<unknown>>) => {
  const { ok, ...rest } = await outcome;
  if (ok || !('error' in rest)) throw new Error('the call succeeded');
  expect(rest.status).toBe(rest.error.status);
  expect(rest.traceId).toBe(rest.error.traceId);
  expect(rest.response?.status).toBe(rest.status);
  expect(rest.error).toBeInstanceOf(Error);
  expect(rest.error.operation).toBe('login');
  return rest.error;
};

/** The end of a message: the origin that was called. */
const origin = ({ message }: Error): string | undefined => / at (https?:\/\/\S+)$/.exec(message)?.[1];

describe('a success', () => {
  it.each([0, '0'])('is told by the code %j', async (code) => {
    const { auth, seen } = await clientOf(answer(200, { ...granted, code }));
    const outcome = await auth.login(withPassword);
    if (!outcome.ok) throw outcome.error;
    expect(outcome.data).toEqual(granted.data);
    expect(outcome.status).toBe(200);
    expect(outcome.response.headers.get('content-type')).toBe('application/json');
    expect(outcome.traceId).toBe(seen[0]?.request.headers['x-traceid']);
  });

  it('keeps fields that the contract does not know', async () => {
    const outcome = await login(200, { ...granted, data: { ...granted.data, vip: true } });
    expect(outcome).toMatchObject({ ok: true, data: { vip: true } });
  });

  it('sends the request as the contract has it', async () => {
    const { auth, seen } = await clientOf(answer(200, examples.registerUser.responses.newUser.body));
    const outcome = await auth.registerUser(examples.registerUser.requests.newUser, { headers: { 'X-Extra': 'yes' } });
    expect(outcome).toMatchObject({ ok: true, data: { userId: '1893595880502717057' } });
    const [{ request, body } = { request: undefined, body: '' }] = seen;
    expect(`${request?.method} ${request?.url}`).toBe('POST /koodrive/ose/v1/user/register');
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-hw-agentname': 'my-carrier',
      'x-extra': 'yes',
    });
    expect(request?.headers['x-traceid']).toHaveLength(58);
    expect(JSON.parse(body)).toEqual(examples.registerUser.requests.newUser);
  });

  it('leaves the request alone once it has been answered', async () => {
    let signal: AbortSignal | null | undefined;
    const fetch = async (_url: string, init: RequestInit) => {
      signal = init.signal;
      return Response.json(granted);
    };
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com//', agentName: 'x', fetch });
    expect((await auth.login(withPassword)).ok).toBe(true);
    expect(signal?.aborted).toBe(false);
  });

  it('may come in pieces that part a character', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ code: 1, msg: '中€' }));
    const fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x', fetch });
    expect(await auth.login(withPassword)).toMatchObject({ error: { kind: 'service', serviceMessage: '中€' } });
  });

  it('is asked for at a base URL without the slashes at its end', async () => {
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(url);
      return Response.json(granted);
    };
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com/a//', agentName: 'x', fetch });
    await auth.login(withPassword);
    expect(asked).toEqual(['https://example.com/a/koodrive/ose/v1/auth/login']);
  });

  it('is found below a path in the base URL', async () => {
    const { url, seen } = await serve(answer(200, granted));
    const auth = createKooDriveAuthClient({ baseUrl: new URL(`${url}/proxy/`), agentName: 'x' });
    expect((await auth.login(withPassword)).ok).toBe(true);
    expect(seen[0]?.request.url).toBe('/proxy/koodrive/ose/v1/auth/login');
  });
});

describe('a refusal by the service', () => {
  for (const status of [200, 400, 401, 500]) {
    it.each([13000102, '13000102'])(`comes with status ${status} and the code %j as a string`, async (code) => {
      const error = await errorOf(login(status, { code, msg: 'Verify parameters failed.' }));
      expect(error).toMatchObject({
        kind: 'service',
        code: '13000102',
        serviceMessage: 'Verify parameters failed.',
        status,
      });
      expect(error.message).toMatch(
        /^login: service, 13000102 "Verify parameters failed\.", status \d+ at http:\/\/127\.0\.0\.1:\d+$/,
      );
    });
  }

  it('is none with the code of a success and any status of one', async () => {
    for (const status of [201, 299]) expect((await login(status, granted)).ok).toBe(true);
  });

  it('is believed over the data beside it', async () => {
    expect(await errorOf(login(200, { ...granted, code: 7 }))).toMatchObject({ kind: 'service', code: '7' });
  });
});

describe('a refusal by the gateway', () => {
  it.each([404, 413, 429, 502, 504])('comes with status %i, its code and its request id', async (status) => {
    const body = { error_code: 'APIG.0101', error_msg: 'No such API', request_id: '5fb1a7c4e2d9083b6c1f4a7e9d20b358' };
    expect(await errorOf(login(status, body))).toMatchObject({
      kind: 'gateway',
      code: 'APIG.0101',
      serviceMessage: 'No such API',
      requestId: body.request_id,
      status,
    });
  });
});

describe('an answer that the contract does not know', () => {
  const { sessionInfo } = granted.data;
  const cases: [name: string, status: number, body: unknown][] = [
    ['HTML', 502, '<html>Bad Gateway</html>'],
    ['nothing at all', 500, ''],
    ['a JSON text cut short', 200, JSON.stringify(granted).slice(0, -20)],
    ['null', 200, 'null'],
    ['an array', 200, [granted]],
    ['a string', 200, '"0"'],
    ['a number', 200, '0'],
    ['true', 200, 'true'],
    ['an empty object', 200, {}],
    ['a code that is an object', 400, { code: {}, msg: 'x' }],
    ['a code that is no integer', 400, { code: 1.5, msg: 'x' }],
    ['a message that is a number', 400, { code: 1, msg: 5 }],
    ['a refusal without a message', 400, { code: 1 }],
    ['a gateway envelope without an id', 404, { error_code: 'APIG.0101', error_msg: 'x' }],
    ['a gateway envelope without words', 404, { error_code: 'APIG.0101', request_id: 'x' }],
    ['a gateway envelope without a code', 404, { error_msg: 'x', request_id: 'x' }],
    ['the code of a success with status 400', 400, granted],
    ['the code of a success with status 500', 500, granted],
    ['a success without data', 200, { code: 0, msg: 'Success' }],
    ['a success whose data is null', 200, { code: 0, msg: 'Success', data: null }],
    ['a success whose data is an array', 200, { code: 0, msg: 'Success', data: [] }],
    ['a success without a session', 200, { ...granted, data: { userInfo: granted.data.userInfo } }],
    ['a success without a user', 200, { ...granted, data: { sessionInfo } }],
    ['a session that is a string', 200, { ...granted, data: { ...granted.data, sessionInfo: 'AT x' } }],
    [
      'a session without a token',
      200,
      { ...granted, data: { ...granted.data, sessionInfo: { ...sessionInfo, accessToken: undefined } } },
    ],
    [
      'a session whose lifetime is a string',
      200,
      { ...granted, data: { ...granted.data, sessionInfo: { ...sessionInfo, expiresIn: '1800' } } },
    ],
    [
      'a session that comes as a prototype',
      200,
      `{"code":0,"msg":"","data":{"__proto__":${JSON.stringify(granted.data)}}}`,
    ],
  ];
  it.each(cases)('is %s (status %i)', async (_name, status, body) => {
    expect(await errorOf(login(status, body))).toMatchObject({ kind: 'invalid-response', status });
  });

  it('is a 204', async () => {
    const { auth } = await clientOf((_request, response) => response.writeHead(204).end());
    expect(await errorOf(auth.login(withPassword))).toMatchObject({ kind: 'invalid-response', status: 204 });
  });

  it('says of HTML that it is not JSON', async () => {
    expect((await errorOf(login(502, '<html>'))).message).toMatch(
      /^login: invalid-response, HTML instead of JSON, application\/json, status 502 at http:/,
    );
  });

  it.each([true, false])('is a body over 1 MiB (length header: %s), and no more of it is read', async (withLength) => {
    let written = 0;
    const { auth } = await clientOf((_request, response) => {
      const total = 64 * 2 ** 20;
      response.writeHead(200, withLength ? { 'content-length': total } : {});
      const chunk = Buffer.alloc(2 ** 16, ' ');
      const write = () => {
        while (written < total && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    expect(await errorOf(auth.login(withPassword))).toMatchObject({ kind: 'invalid-response', status: 200 });
    expect(written).toBeLessThan(32 * 2 ** 20);
  });

  it.each([1, 2, 3, 7, 2 ** 20])('reads a body that comes in chunks of %i bytes', async (size) => {
    const msg = 'Überprüfung 登录失败 🙂';
    const bytes = new TextEncoder().encode(JSON.stringify({ code: 13000102, msg }));
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    });
    const fetch = async () => new Response(chunks, { status: 400 });
    const auth = createKooDriveAuthClient({ baseUrl: 'https://example.com', agentName: 'x', fetch });
    expect(await errorOf(auth.login(withPassword))).toMatchObject({ kind: 'service', serviceMessage: msg });
  });

  it('takes a body of exactly 1 MiB', async () => {
    const text = JSON.stringify(granted);
    expect(await login(200, text + ' '.repeat(2 ** 20 - text.length))).toMatchObject({ ok: true });
    expect(await login(200, text + ' '.repeat(2 ** 20 - text.length + 1))).toMatchObject({ ok: false });
  });
});

describe('the message', () => {
  const { data } = granted;
  it.each<[status: number, body: unknown, words: string]>([
    [200, { ...granted, data: { ...data, userInfo: null } }, 'data.userInfo must be an object, got null'],
    [200, { ...granted, data: { ...data, sessionInfo: [] } }, 'data.sessionInfo must be an object, got array'],
    [
      200,
      { ...granted, data: { ...data, userInfo: { ...data.userInfo, userId: 7 } } },
      'data.userInfo.userId must be a string, got number',
    ],
    [200, { code: 0, msg: '' }, 'data is missing'],
    [500, granted, 'the code of a success'],
    [200, { hello: 'world' }, 'JSON that is no envelope of the contract'],
    [200, '', 'an empty body'],
    [200, '{"code":0', 'a body that is no JSON'],
    [503, '<!doctype html>', 'HTML instead of JSON'],
    [200, ' '.repeat(2 ** 20 + 1), 'a body over 1 MiB'],
    [300, '', 'a redirect, which is not followed'],
    [304, '', 'a redirect, which is not followed'],
  ])('of a %i says what is wrong with it', async (status, body, words) => {
    const error = await errorOf(login(status, body));
    const where = `application/json, status ${status} at ${origin(error)}`;
    expect(error.message).toBe(`login: invalid-response, ${words}, ${where}`);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'KooDriveError',
      message: error.message,
      kind: 'invalid-response',
    });
  });

  it('tells a failure from which little can be read', async () => {
    const unreadable = {
      get message() {
        throw new Error('no');
      },
    };
    for (const thrown of [undefined, null, 'text', { code: Symbol('ENOENT') }, Object.create(null), unreadable]) {
      const error = await errorOf(clientWith(() => Promise.reject(thrown)).login(withPassword));
      expect(error).toMatchObject({ kind: 'network', cause: { name: typeof thrown } });
      expect(error.message).toMatch(/^login: network, .* at https:\/\/example\.com$/);
    }
  });

  it('leads to the line that called', async () => {
    const error = await errorOf(login(500, ''));
    expect(error.stack?.split('\n')[0]).toBe(`KooDriveError: ${error.message}`);
    expect(error.stack).toContain('outcomes.test.ts');
    // Nothing awaits in here, so only what was seen at the time of the call can tell.
    const auth = clientWith(() => new Response());
    const handedOn = () => auth.login(withPassword);
    expect((await errorOf(handedOn())).stack).toContain('handedOn');
  });
});
