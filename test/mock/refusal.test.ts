import { expect, test } from 'vitest';
import { login } from '../../generated/examples.js';
import { checkHeaders, decodeBody } from '../../src/mock/check.js';
import type { RequestLogEntry } from '../../src/mock.js';
import { contract } from '../contract/cases.js';
import { loginFields, loginPath, postLogin } from '../support/login.js';
import { sharedMock } from '../support/mock.js';

const { invalidParameters } = login.responses;
const [operation] = contract.operations;
const log: RequestLogEntry[] = [];
const mock = sharedMock({ log: (entry) => log.push(entry) });

/** Sends a request that the mock refuses. Returns the message of the response, and the violations in its header. */
async function refused(fields: object | string, headers: Record<string, string> = {}) {
  log.length = 0;
  const response = await postLogin(mock.url, fields, headers);
  const violations: { code: string; message: string }[] = JSON.parse(response.headers.get('sl-violations') ?? '[]');
  const { code, msg } = await response.json();
  expect([response.status, code]).toEqual([400, invalidParameters.body.code]);
  return { msg, violations };
}

const notJson = 'Request body is not JSON';
const stringify = 'send an object with JSON.stringify';
const examples = operation?.examples.map(({ key, status }) => `${key} (${status})`).join(', ');
const available = `Available: example=NAME or code=STATUS of ${examples}; dynamic=true; seed=TEXT`;
const delays = 'milliseconds such as 800, or a range such as 200-1200, up to 60000';

test.each<[reason: string, body: object | string, headers?: Record<string, string>]>([
  ['password is required when authType is 1', { ...loginFields, password: undefined }],
  ['account must be a string', { ...loginFields, account: 1 }],
  [`${notJson}, but form-encoded: ${stringify}`, 'account=me&password=a%20b'],
  [`${notJson}, but an object that was converted to text: send JSON.stringify(object)`, '[object Object]'],
  [`${notJson}, but multipart form data: ${stringify}`, '--x\r\nContent-Disposition: form-data; name="a"'],
  [`${notJson}: a value in it is not valid, such as text without double quotes`, '{"account": me}'],
  [`${notJson}: it stops being valid at line 3, column 1`, '{\n  "a": "1",\n}'],
  [`${notJson}: it stops being valid at line 1, column 8`, '{"a": 1'],
  [`${notJson}: it stops being valid at line 1, column 6`, '{"a":'],
  ['Request body is required', ''],
  ['Request header content-type must be application/json', '{}', { 'Content-Type': 'text/plain' }],
  ['Request header x-hw-agentName is required', loginFields, { 'x-hw-agentName': '' }],
  ['Request header X-Traceid must have at least 58 characters', loginFields, { 'X-Traceid': 'x' }],
  [`Prefer: login has no such example. ${available}`, loginFields, { Prefer: 'code=302' }],
  [`x-mock-delay must be ${delays}`, loginFields, { 'x-mock-delay': 'long' }],
])('The message, the header sl-violations and the log explain: %s', async (reason, body, headers) => {
  const { msg, violations } = await refused(body, headers);

  expect(msg).toBe(`${invalidParameters.body.msg} ${reason}`);
  expect(violations.map(({ message }) => message)).toEqual([reason]);
  expect(log).toMatchObject([{ status: 400, reasons: [reason] }]);
});

test('The message has the first three reasons and a count, and the header as many as fit', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`${'密'.repeat(100)}${index}`, 1]));
  const { msg, violations } = await refused({ ...loginFields, ...unknown });

  expect(msg.split('; ')).toHaveLength(4);
  expect(msg).toMatch(/; and 12 more$/);
  const listed = violations.length - 1;
  expect(listed).toBeGreaterThan(1);
  expect(violations.at(-1)).toMatchObject({ code: 'truncated', message: `${15 - listed} more` });
});

test.each([
  [`${loginPath}/`, `did you mean ${loginPath}, without a slash at its end?`],
  [`/api${loginPath}`, `the paths are ${contract.operations.map(({ path }) => path).join(', ')}`],
  [loginPath.replace('auth/', 'auth%2F'), 'the paths are '],
])('The path %s gets status 404: %s', async (path, hint) => {
  const response = await fetch(mock.url + path, { method: 'POST' });

  expect(response.status).toBe(404);
  expect(response.headers.get('sl-violations')).toContain(`No such path: ${hint}`);
});

test('A body that is not UTF-8 is refused', () => {
  const violations = [{ location: ['request', 'body'], message: 'Request body is not UTF-8' }];

  expect(decodeBody(Uint8Array.of(0x22, 0xff, 0x22), undefined, [])).toMatchObject({ violations });
});

test('A media type may have parameters, and capital letters', async () => {
  const response = await postLogin(mock.url, loginFields, { 'Content-Type': 'Application/JSON ; charset=utf-8' });

  expect(response.status).toBe(200);
});

test.each<[schema: object, valid: string, invalid: string, rule: string]>([
  [{ minLength: 3 }, '😀😀😀', '😀😀', 'have at least 3 characters'],
  [{ maxLength: 2 }, 'ab', 'abc', 'have at most 2 characters'],
  [{ pattern: '^\\p{L}$' }, 'é', '1', 'match pattern "^\\p{L}$"'],
  [{ enum: ['a', 'b'] }, 'b', 'c', 'be one of a, b'],
])('A header with the schema %j may be %j, and not %j', (schema, valid, invalid, rule) => {
  if (!operation) throw new Error('The contract has no operation');
  const parameters = [{ name: 'X-A', in: 'header', required: false, schema: { type: 'string', ...schema } }];

  expect(checkHeaders({ ...operation, parameters }, { 'x-a': valid })).toEqual([]);
  expect(checkHeaders({ ...operation, parameters }, { 'x-a': invalid })).toMatchObject([
    { location: ['request', 'header', 'X-A'], message: `Request header X-A must ${rule}` },
  ]);
});
