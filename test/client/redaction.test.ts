import { inspect } from 'node:util';
import fc from 'fast-check';
import { err } from 'pino-std-serializers';
import { describe, expect, it } from 'vitest';
import { calls } from '../../generated/client.js';
import { callOperation } from '../../src/client/call.js';
import * as examples from '../../src/examples.js';
import type { CallOptions, KooDriveError, Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { answer, clientOf, clientWith } from '../support/wire.js';

const password = 'pa"ss\\wörd 1€';
const captchaToken = 'captcha-token-9f8e';
const user = { ...examples.registerUser.requests.newUser, captchaToken, password };
const created = examples.registerUser.responses.newUser.body;
const { accessToken, refreshToken } = created.data.sessionInfo;

/** Everything that consoles and loggers print of an error, or copy from it. */
const printed = (error: KooDriveError): string =>
  [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 9, getters: true }),
    inspect(structuredClone(error), { depth: 9 }),
    JSON.stringify(err(error)),
    JSON.stringify({ ...error }),
    inspect(Object.entries(error), { depth: 9 }),
  ].join('\n');

const errorOf = async (fetch: () => unknown, options: CallOptions = {}, more = {}): Promise<KooDriveError> => {
  const { error } = await clientWith(fetch, more).registerUser(user, options);
  if (!error) throw new Error('the call succeeded');
  return error;
};

/** A marker that no text of the package has. */
const marker = 'S3NT1NEL';
const quoting = (text: string) => {
  const issues = [{ message: text, path: [text, { key: text }, 'password'], code: text }];
  return { '~standard': { validate: () => ({ issues }) } };
};
const thrownWith = (text: string) =>
  Object.assign(new Error(text), { name: text, code: text, cause: { message: text, code: text, name: text } });

/** Ways in which a text of others can reach an error. */
const ways: Record<string, (text: string) => Promise<KooDriveError>> = {
  'in the texts of a service': (text) => errorOf(() => Response.json({ code: 1, msg: text, [text]: text })),
  'as the code of a service': (text) => errorOf(() => Response.json({ code: text, msg: '' })),
  'in the texts of a gateway': (text) =>
    errorOf(() => Response.json({ error_code: text, error_msg: text, request_id: text }, { status: 500 })),
  'as another field': (text) => errorOf(() => Response.json({ ...created, data: { ...created.data, userId: [text] } })),
  'as a body': (text) => errorOf(() => new Response(`${text}{"code":`, { status: 400 })),
  'in the headers': (text) => {
    const headers = {
      'content-type': 'text/html',
      location: encodeURIComponent(text),
      'x-a': encodeURIComponent(text),
    };
    return errorOf(() => new Response('', { status: 307, statusText: 'no', headers }));
  },
  'in what fetch throws': (text) => errorOf(() => Promise.reject(thrownWith(text))),
  'as what fetch throws': (text) => errorOf(() => Promise.reject(text)),
  'in a broken body': (text) => {
    const pull = (controller: ReadableStreamDefaultController) => controller.error(thrownWith(text));
    return errorOf(() => new Response(new ReadableStream({ pull })));
  },
  'as a final URL': (text) =>
    errorOf(() => ({ status: 200, url: `https://other.example/${text}`, text: async () => '' })),
  'in the issues of a request': (text) => errorOf(() => {}, {}, { validate: { registerUserRequest: quoting(text) } }),
  'in the issues of a response': (text) =>
    errorOf(() => Response.json(created), {}, { validate: { registerUserResponse: quoting(text) } }),
  'as the reason of a signal': (text) => errorOf(() => {}, { signal: AbortSignal.abort(thrownWith(text)) }),
};

describe('what loggers print of an error', () => {
  it.each(Object.entries(ways))('holds no text of others %s', async (_, errorWith) => {
    const around = fc.string({ unit: 'binary', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(around, around, async (before, after) => {
        const text = before + marker + after;
        expect(printed(await errorWith(text))).not.toContain(marker);
      }),
      { numRuns: 60 },
    );
    expect(printed(await errorWith(marker))).not.toContain(marker);
  });

  it('holds no secret that a global fetch repeats', async () => {
    const fetch = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError(`cannot send ${JSON.stringify(user)}, ${password}`));
    const error = await errorOf(() => {}, {}, { fetch: undefined }).finally(() => {
      globalThis.fetch = fetch;
    });
    expect(error).toMatchObject({
      kind: 'network',
      cause: { name: 'TypeError', message: expect.stringMatching(/^cannot send/) },
    });
    for (const secret of [password, captchaToken, JSON.stringify(password)])
      expect(printed(error)).not.toContain(secret);
  });

  it('names only fields that the contract has', async () => {
    const issues = [['password'], ['phone', 'x'], ['x', 'phone'], ['toString'], [], ['password']].map((path) => ({
      message: '',
      path,
    }));
    const schema = { '~standard': { validate: () => ({ issues }) } };
    const request = await errorOf(() => {}, {}, { validate: { registerUserRequest: schema } });
    expect(request.message).toBe(
      'registerUser: invalid-request, the schema rejects password, phone, an unknown field, the value; nothing was sent',
    );
    issues.splice(0, 9, { message: '', path: ['data', 'sessionInfo', 'x'] }, { message: '', path: ['msg'] });
    const response = await errorOf(() => Response.json(created), {}, { validate: { registerUserResponse: schema } });
    expect(response.message).toContain(': invalid-response, the schema rejects data.sessionInfo, msg, status 200 at ');
  });

  it('has a name and a code of fixed form from a fetch of yours', async () => {
    for (const [name, code, cause] of [
      ['TypeError', 'ECONNREFUSED', { name: 'TypeError', code: 'ECONNREFUSED' }],
      ['AbortError', 'UND_ERR_SOCKET', { name: 'AbortError', code: 'UND_ERR_SOCKET' }],
      ['FetchError', 'econnrefused', { name: 'FetchError' }],
      ['Terror', 'E', { name: 'Error' }],
      ['A bad Error', 'A_', { name: 'Error' }],
    ] as const) {
      const error = await errorOf(() => Promise.reject(Object.assign(new Error('a'), { name, code })));
      expect(error.cause).toEqual(cause);
      expect(error.message).toContain(`: network, ${'code' in cause ? cause.code : cause.name} at https://`);
    }
  });
});

describe('the properties that loggers leave out', () => {
  const messageFor = async (msg: string, options: CallOptions = {}, body: object = {}) => {
    const error = await errorOf(() => Response.json({ ...body, code: 1, msg }), options);
    return error.kind === 'service' ? error.serviceMessage : error.kind;
  };

  it('have what the server wrote, with copies of the secrets redacted', async () => {
    expect(await messageFor(`No ${user.phone}: ${password}, ${captchaToken}.`)).toBe(`No ${user.phone}: ***, ***.`);
    expect(await messageFor(`cannot read ${JSON.stringify({ password })}`)).toBe('cannot read {"password":"***"}');
    expect(await messageFor(`${accessToken}, ${refreshToken}`, {}, created)).toBe('***, ***');
    expect(
      await messageFor('7 12345678901234567890', {}, { data: { sessionInfo: { accessToken: 7, refreshToken: 0 } } }),
    ).toBe('7 12345678901234567890');
  });

  it('have no digits of a secret that arrived as a long number', async () => {
    const text = '{"code":1,"msg":"12345678901234567890","data":{"sessionInfo":{"accessToken":12345678901234567890}}}';
    expect(await errorOf(() => new Response(text))).toMatchObject({ serviceMessage: '***' });
  });

  it('have no header value of the caller, from 8 characters on', async () => {
    const headers = { authorization: 'Bearer x', 'accept-language': 'en', 'x-a': '1234567' };
    expect(await messageFor('Bearer x is not English, 1234567', { headers })).toBe('*** is not English, 1234567');
  });

  it('redact no secret under 4 characters, and longer secrets first', async () => {
    const redacted = async (secrets: [string, string], msg: string) => {
      const { error } = await clientWith(() => Response.json({ code: 1, msg })).registerUser({
        ...user,
        captchaToken: secrets[0],
        password: secrets[1],
      });
      return error?.kind === 'service' && error.serviceMessage;
    };
    expect(await redacted(['any', 'four'], 'many, fourteen')).toBe('many, ***teen');
    expect(await redacted(['hunter2', 'hunter2-token'], 'x hunter2-token y hunter2')).toBe('x *** y ***');
    expect(await redacted(['****', 'a***'], 'a*** **** *')).toBe('*** *** *');
  });

  it('redact before they cut', async () => {
    for (let length = 980; length < 1_010; length++) {
      const message = await messageFor('x'.repeat(length) + captchaToken + password);
      expect(message).toMatch(/^x+\*{0,6}$/);
      expect(message.length).toBe(Math.min(length + 6, 1_000));
    }
  });

  it('have the issues of a schema, in one form', async () => {
    const issues = [
      { message: `got ${password}`, path: [captchaToken, { key: 'a' }, Symbol('b'), 3], code: captchaToken },
      { message: 'x'.repeat(900) },
      { path: 'no list' },
      null,
    ];
    const registerUserResponse = { '~standard': { validate: () => ({ issues }) } };
    const error = await errorOf(() => Response.json(created), {}, { validate: { registerUserResponse } });
    expect(Reflect.get(error, 'issues')).toEqual([
      { message: 'got ***', path: ['***', 'a', 'Symbol(b)', '3'], code: '***' },
      { message: 'x'.repeat(200), path: [] },
      { message: '', path: [] },
      { message: '', path: [] },
    ]);
  });

  it('have what fetch threw, untouched', async () => {
    const thrown = thrownWith(password);
    expect(Reflect.get(await errorOf(() => Promise.reject(thrown)), 'thrown')).toBe(thrown);
  });

  it('are not enumerable', async () => {
    for (const errorWith of Object.values(ways))
      for (const name of Object.keys(await errorWith('x')))
        expect(['kind', 'operation', 'traceId', 'status', 'code', 'requestId', 'cause']).toContain(name);
  });
});

describe('a code that is also a secret', () => {
  const codeFor = async (secret: string, code: string) => {
    const { error } = await clientWith(() => Response.json({ code, msg: '' })).registerUser({
      ...user,
      password: secret,
    });
    return error?.kind === 'service' && error.code;
  };

  it('is masked, unless the contract has it', async () => {
    expect(await codeFor('4711', '4711')).toBe('***');
    expect(await codeFor('4711', 'APIG.4711')).toBe('***');
    expect(await codeFor('APIG.4711', 'APIG.4711')).toBe('***');
    expect(await codeFor('13000102', '13000102')).toBe('13000102');
  });

  it('is not masked for a secret that is a part of it', async () => {
    expect(await codeFor('1300', '13009999')).toBe('13009999');
    expect(await codeFor('APIG', 'APIG.0429')).toBe('APIG.0429');
  });

  it('is not masked for the name of a secret field', async () => {
    const operation = { ...calls.login, id: 'login', request: { code: 'secret' } } as const;
    const fetch = async () => Response.json({ code: 4720, msg: 'not 4719' });
    const client = { base: 'https://example.com', origin: 'https://example.com', agentName: 'x', fetch };
    const { error } = await callOperation(client, operation, { code: '4719' });
    expect(error).toMatchObject({ code: '4720', serviceMessage: 'not ***' });
  });
});

it('no error of an example holds a token of an example', async () => {
  const operations = { login: examples.login, registerUser: examples.registerUser };
  for (const [id, { requests, responses }] of Object.entries(operations))
    for (const { status, body } of Object.values(responses)) {
      const { auth } = await clientOf(answer(status, body), { validate });
      const outcome = Reflect.apply(Reflect.get(auth, id), auth, [Object.values(requests)[0]]);
      const { error } = (await outcome) as Outcome<unknown>;
      if (error) expect(printed(error)).not.toMatch(/AT [0-9a-f]{20}/);
    }
});
