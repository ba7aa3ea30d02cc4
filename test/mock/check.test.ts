import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHeaders, decodeBody } from '../../src/mock/check.js';
import { refuseInvalid, violation, violationsHeaderValue } from '../../src/mock/refuse.js';
import { contract } from '../contract/cases.js';

const [login] = contract.operations;
if (!login) throw new Error('The contract has no operation');
const decode = (body: string | Uint8Array, type = 'application/json') => {
  const decoded = decodeBody(typeof body === 'string' ? new TextEncoder().encode(body) : body, type, [
    'application/json',
  ]);
  return 'violations' in decoded ? decoded.violations.map(({ code, message }) => `${code}: ${message}`) : decoded.value;
};

describe('A request body', () => {
  const notJson = 'json: Request body is not JSON';
  test.each<[body: string | Uint8Array, message: string]>([
    [Uint8Array.of(0xff), 'encoding: Request body is not UTF-8'],
    ['account=me&password=a%20b', `${notJson}, but form-encoded: send an object with JSON.stringify`],
    ['[object Object]', `${notJson}, but an object that was converted to text: send JSON.stringify(object)`],
    [
      '--x\r\nContent-Disposition: form-data; name="a"',
      `${notJson}, but multipart form data: send an object with JSON.stringify`,
    ],
    ['{"account": me}', `${notJson}: a value in it is not valid, such as text without double quotes`],
    ['{\n  "a": "1",\n}', `${notJson}: it stops being valid at line 3, column 1`],
    ['{"a": 1', `${notJson}: it stops being valid at line 1, column 8`],
    ['{} {}', `${notJson}: it stops being valid at line 1, column 4`],
  ])('%j is explained in one sentence', (body, message) => {
    expect(decode(body)).toEqual([message]);
  });

  test('is read if its media type is JSON', () => {
    for (const type of ['application/json', 'Application/JSON ; charset=utf-8'])
      expect(decode('\ufeff{"a":1}', type)).toEqual({ a: 1 });
    expect(decode('')).toBeUndefined();
    for (const type of ['', 'text/plain;charset=UTF-8', 'multipart/form-data; boundary=secret'])
      expect(decode('{}', type)).toEqual(['media-type: Request header content-type must be application/json']);
  });

  test('is never quoted, wherever it is broken', () => {
    const word = fc.stringMatching(/^secret[0-9]{6}$/);
    const broken = fc.tuple(fc.json(), fc.nat(), word).map(([json, at, insert]) => {
      const offset = at % (json.length + 1);
      return json.slice(0, offset) + insert + json.slice(offset);
    });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' })), (body) => {
        try {
          JSON.parse(body);
        } catch {
          if (body !== '')
            expect(String(decode(body))).toMatch(
              /^json: Request body is not JSON(: it stops being valid at line \d+, column \d+|: a value in it .*|, but .*)$/,
            );
          expect(String(decode(body))).not.toMatch(/secret|\d{6}/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('A violation', () => {
  test('is counted but not listed where the header would be longer than 4096 characters', () => {
    const one = violation([], 'x', '');
    const fitting = Math.floor((4096 - 2) / (JSON.stringify(one).length + 1));
    const value = violationsHeaderValue(Array.from({ length: fitting + 2 }, () => one));

    expect(JSON.parse(value)).toHaveLength(fitting + 1);
    expect(JSON.parse(value).at(-1)).toMatchObject({ code: 'truncated', message: '2 more' });
    expect(violationsHeaderValue([])).toBe('[]');
  });

  test('is written in ASCII and can be parsed, whatever the name of the field', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 50 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const reasons = names.map((field) => violation(['body', field], 'additionalProperties', `found '${field}'`));
        const value = violationsHeaderValue(reasons);
        expect(value).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(value)).toEqual(reasons);
      }),
    );
  });

  test('is one of at most three in the message of a response, before a count of the others', () => {
    const violations = ['a', 'b', 'c', 'd'].map((name) => violation(['body', name], 'required', `${name} is required`));
    const published = login.examples.find(({ status }) => status === 400)?.body;

    expect(refuseInvalid(contract, login, violations)).toMatchObject({
      body: {
        ...Object(published),
        msg: `${Object(published).msg} a is required; b is required; c is required; and 1 more`,
      },
      violations,
    });
  });
});

describe('A request header', () => {
  const check = (schema: object, value: string | undefined, required: boolean) => {
    const parameters = [{ name: 'X-A', in: 'header', required, schema: { type: 'string', ...schema } }];
    const violations = checkHeaders(contract, { ...login, parameters }, value === undefined ? {} : { 'x-a': value });
    return violations.map(({ location, code, message }) => {
      expect(location).toEqual(['request', 'header', 'X-A']);
      return `${code}: ${message}`;
    });
  };

  test.each([
    [{}, undefined, ['required: Request header X-A is required']],
    [{}, '', ['required: Request header X-A is required']],
    [{ minLength: 3 }, '😀😀', ['minLength: Request header X-A must have at least 3 characters']],
    [{ maxLength: 2 }, 'abc', ['maxLength: Request header X-A must have at most 2 characters']],
    [{ pattern: '^\\p{L}$' }, '1', ['pattern: Request header X-A must match pattern "^\\p{L}$"']],
    [{ pattern: '^\\p{L}$' }, 'é', []],
    [{ enum: ['a', 'b'] }, 'c', ['enum: Request header X-A must be one of a, b']],
    [{ minLength: 3 }, '', ['minLength: Request header X-A must have at least 3 characters'], false],
  ])('with the schema %j is checked: %j', (schema, value, expected, required = true) => {
    expect(check(schema, value, required)).toEqual(expected);
  });
});
