import { Agent, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPaint, jsonLine, textLine } from '../../src/mock/log.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { contract, fieldsOf, traceId } from '../contract/cases.js';
import { envelopesOf } from '../contract/envelopes.js';
import { loginHeaders, loginPath } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const requests = contract.operations.flatMap(({ request }) =>
  (request?.examples ?? []).map(({ body }) => fieldsOf(body)),
);
const ascii = (maxLength: number) => fc.stringMatching(new RegExp(`^[\\x20-\\x7e]{0,${maxLength}}$`));

const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE');
const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...contract.operations.map(({ path }) => path)) },
  fc.webPath().map((text) => `/${text}`),
  fc.stringMatching(/^\/[!-~]{0,30}$/),
);
const field = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', ...requests.flatMap(Object.keys)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const value = fc.oneof(
  fc.constantFrom('1', '2', '0027000040002', '0027188460911'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue(),
);
const json = fc.oneof(
  fc.dictionary(field, value, { maxKeys: 8, noNullPrototype: false }).map((fields) => JSON.stringify(fields)),
  fc.jsonValue().map((any) => JSON.stringify(any)),
);
const body = fc.oneof(
  { weight: 5, arbitrary: json.map((text) => Buffer.from(text)) },
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
  const failures: unknown[] = [];
  const note = (reason: unknown) => failures.push(reason);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => {
    process.off('unhandledRejection', note);
    agent.destroy();
  });

  const send = (verb: string, target: string, fields: object, content: Buffer) =>
    new Promise<{ status: number; violations: string; text: string }>((resolve, reject) => {
      const options = { method: verb, path: target, agent, headers: { ...fields, 'Content-Length': content.length } };
      const call = request(mock.url, options, async (response) => {
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, violations: String(given['sl-violations'] ?? ''), text: await textOf(response) });
      });
      call.once('error', reject);
      call.end(content);
    });

  test('get an envelope of the spec, with the reasons for a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(method, path, headers, body, async (verb, target, fields, content) => {
        log.length = 0;
        const { status, violations, text } = await send(verb, target, fields, content);

        const isFile =
          /^\/(index\.html|(reference|guides)\.md|openapi\.(json|yaml))?([?#]|$)/.test(target) && status === 200;
        if (status !== 204 && verb !== 'HEAD' && !isFile) expect(envelopesOf(text).length).toBeGreaterThan(0);
        if (violations) expect(JSON.parse(violations)).not.toHaveLength(0);
        expect(log.map((entry) => entry.status)).toEqual(status === 204 ? [] : [status]);
        for (const entry of log) {
          expect(JSON.parse(jsonLine(entry))).toMatchObject({ status });
          expect(textLine(entry, createPaint(false, {}))).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 200 },
    );
    expect(failures).toEqual([]);
  });

  test('leave no value of a field in log or headers', async () => {
    const secret = fc.stringMatching(/^[a-z0-9]{12}$/);
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom('password', 'captchaToken', 'account', 'authType', 'unknown'),
        fc.constantFrom('', ',', '}', '"', '\n', '\u00ff', '\ud800'),
        fc.boolean(),
        async (word, name, damage, isForm) => {
          log.length = 0;
          const content = isForm ? `${name}=${word}` : `{"authType":"1","${name}":"${word}"${damage}}`;
          const headers = { ...loginHeaders, Authorization: word };
          const target = `${loginPath}?password=${word}`;
          const { violations, text } = await send('POST', target, headers, Buffer.from(content));

          expect(violations).not.toBe('');
          const lines = log.flatMap((entry) => [jsonLine(entry), textLine(entry, createPaint(true, {}))]);
          for (const output of [violations, text, ...lines]) expect(output).not.toContain(word);
        },
      ),
      { numRuns: 100 },
    );
  });
});
