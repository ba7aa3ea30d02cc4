import { Agent, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonLine, textLine } from '../../src/mock/log.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { contract, fieldsOf, traceId } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { loginHeaders, loginPath } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const bodies = contract.operations.flatMap(({ request }) => request?.examples.map(({ body }) => fieldsOf(body)) ?? []);
const numbers = contract.operations.flatMap(({ examples }) => examples.flatMap(({ testNumbers }) => testNumbers));
const ascii = (maxLength: number) => fc.stringMatching(new RegExp(`^[\\x20-\\x7e]{0,${maxLength}}$`));

const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE');
const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...contract.operations.map(({ path }) => path)) },
  fc.webPath().map((text) => `/${text}`),
  fc.stringMatching(/^\/[!-~]{0,30}$/),
);
const field = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', ...bodies.flatMap(Object.keys)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const value = fc.oneof(
  fc.constantFrom('1', '2', ...numbers),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue(),
);
const json = fc.oneof(fc.dictionary(field, value, { maxKeys: 8, noNullPrototype: false }), fc.jsonValue());
const body = fc.oneof(
  { weight: 5, arbitrary: json.map((any) => Buffer.from(JSON.stringify(any))) },
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);
const headers = fc.record(
  {
    'x-hw-agentName': ascii(20),
    'X-Traceid': fc.oneof(fc.constant(traceId), ascii(80)),
    'Content-Type': fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, ascii(30)),
    Accept: fc.oneof(fc.constantFrom('*', '*/*', 'application/json', 'text/html;q=2'), ascii(30)),
    Prefer: fc.oneof(fc.constantFrom('code=401', 'example=wrongPassword', 'code=999', 'dynamic=maybe'), ascii(40)),
    'x-mock-delay': fc.constantFrom('0', '1', '0-2', 'soon'),
    Origin: ascii(30),
    'Access-Control-Request-Headers': ascii(30),
  },
  { requiredKeys: [] },
);

describe('Random requests', () => {
  const log: RequestLogEntry[] = [];
  const mock = sharedMock({ log: (entry) => log.push(entry) });
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => {
    process.off('unhandledRejection', note);
    agent.destroy();
  });

  /** Sends a request. Returns its response, and what the mock logs for people and for programs. */
  const send = (verb: string, target: string, fields: object, content: Buffer) =>
    new Promise<{ status: number; violations: string; text: string; lines: string[] }>((resolve, reject) => {
      log.length = 0;
      const options = { method: verb, path: target, agent, headers: { ...fields, 'Content-Length': content.length } };
      const call = request(mock.url, options, async (response) => {
        const { statusCode: status = 0, headers: received } = response;
        const text = await textOf(response);
        const lines = log.flatMap((entry) => [jsonLine(entry), stripVTControlCharacters(textLine(entry))]);
        resolve({ status, violations: String(received['sl-violations'] ?? ''), text, lines });
      });
      call.once('error', reject);
      call.end(content);
    });

  test('get an envelope of the spec, with the reasons for a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(method, path, headers, body, async (verb, target, fields, content) => {
        const { status, violations, text, lines } = await send(verb, target, fields, content);

        const isFile = verb === 'GET' && status === 200;
        if (status !== 204 && verb !== 'HEAD' && !isFile) expect(envelopesOf(text)).not.toHaveLength(0);
        if (violations) expect(JSON.parse(violations)).not.toHaveLength(0);
        expect(log.map((entry) => entry.status)).toEqual(status === 204 ? [] : [status]);
        for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 200 },
    );
    expect(unhandled).toEqual([]);
  });

  test('leave no value of a field in log or headers', async () => {
    const secret = fc.stringMatching(/^secret[0-9]{6}$/);
    const broken = fc.tuple(fc.json(), fc.nat(), secret).map(([text, at, word]) => {
      const offset = at % text.length;
      // Without its last character, it is not JSON that has the secret in the name of a field.
      return text.slice(0, offset) + word + text.slice(offset, -1);
    });
    const name = fc.constantFrom('password', 'captchaToken', 'account', 'authType', 'unknown');
    const fields = fc
      .tuple(name, secret, fc.constantFrom('"', '",', '"}}', '\n"', '\u00ff', '\ud800"'))
      .map(([key, word, end]) => `{"authType":"1","${key}":"${word}${end}}`);
    const form = fc.tuple(name, secret).map(([key, word]) => `${key}=${word}`);
    await fc.assert(
      fc.asyncProperty(secret, fc.oneof(broken, fields, form), async (word, content) => {
        const credentials = { ...loginHeaders, Authorization: word };
        const target = `${loginPath}?password=${word}`;
        const { violations, text, lines } = await send('POST', target, credentials, Buffer.from(content));

        expect(violations).not.toBe('');
        for (const output of [violations, text, ...lines]) expect(output).not.toMatch(/secret\d/);
      }),
      { numRuns: 150 },
    );
  });
});
