import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../src/contract/contract.js';
import { decodeBody } from '../../src/mock/body.js';
import { violation, violationsHeaderValue } from '../../src/mock/refusal.js';
import { headerViolations } from '../../src/mock/validators.js';

describe('A request body', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const json = ['application/json'];

  test('is read as JSON, whatever follows the media type', () => {
    for (const type of ['application/json', 'Application/JSON ; charset=utf-8'])
      expect(decodeBody(bytes('{"a":1}'), type, json)).toEqual({ ok: true, value: { a: 1 } });
    expect(decodeBody(bytes('1'), undefined, [])).toEqual({ ok: true, value: 1 });
    expect(decodeBody(bytes(''), undefined, json)).toEqual({ ok: true, value: undefined });
  });

  test('that is not UTF-8 is refused', () => {
    expect(decodeBody(Uint8Array.of(0xff), 'application/json', json)).toEqual({
      ok: false,
      violations: [
        { location: ['request', 'body'], severity: 'Error', code: 'encoding', message: 'Request body is not UTF-8' },
      ],
    });
  });
});

describe('A violation', () => {
  test('keeps a message of 240 characters, and cuts a longer one', () => {
    expect(violation(['a'], 'x', 'm'.repeat(240)).message).toBe('m'.repeat(240));
    expect(violation(['a'], 'x', 'm'.repeat(241)).message).toBe(`${'m'.repeat(240)}…`);
  });

  test('is left out whole where the header would be longer than 4096 characters', () => {
    const one = violation([], 'x', '');
    const each = JSON.stringify(one).length;
    const full = Math.floor((4096 - 2) / (each + 1));
    const value = violationsHeaderValue(Array.from({ length: full + 2 }, () => one));
    expect(JSON.parse(value)).toHaveLength(full + 1);
    expect(JSON.parse(value).at(-1)).toMatchObject({ code: 'truncated', message: '2 more' });
    expect(JSON.parse(violationsHeaderValue([one]))).toEqual([one]);
    expect(violationsHeaderValue([])).toBe('[]');
  });

  test('is written in ASCII whatever a field is called, and reads back as it was', () => {
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
});

describe('The headers of a request', () => {
  const found = (schema: object, value: string | undefined, required = false) => {
    const parameters = [{ name: 'X-A', in: 'header', required, schema: { type: 'string', ...schema } }];
    const contract = readContract({ openapi: '3.1.0', paths: { '/a': { post: { parameters } } } });
    const [operation] = contract.operations;
    if (!operation) throw new Error('It has an operation');
    return headerViolations(contract, operation, value === undefined ? {} : { 'x-a': value }).map(
      ({ location, code, message }) => {
        expect(location).toEqual(['request', 'header', 'X-A']);
        return `${code}: ${message}`;
      },
    );
  };

  test.each([
    [{}, undefined, ['required: Request header X-A is required']],
    [{}, '', ['required: Request header X-A is required']],
    [{ minLength: 3 }, '😀😀', ['minLength: Request header X-A must have at least 3 characters']],
    [{ minLength: 3 }, 'abc', []],
    [{ maxLength: 2 }, 'abc', ['maxLength: Request header X-A must have at most 2 characters']],
    [{ maxLength: 2 }, '😀😀', []],
    [{ pattern: '^\\p{L}$' }, '1', ['pattern: Request header X-A must match pattern "^\\p{L}$"']],
    [{ pattern: '^\\p{L}$' }, 'é', []],
    [{ enum: ['a', 'b'] }, 'c', ['enum: Request header X-A must be one of a, b']],
    [{ enum: ['a', 'b'] }, 'b', []],
    [{ description: 'free' }, 'x', []],
    [{ maxLength: 1, enum: ['a'] }, 'bb', expect.objectContaining({ length: 2 })],
  ])('by the schema %j with %j', (schema, value, expected) => {
    expect(found(schema, value, true)).toEqual(expected);
  });

  test('may lack what is not required, but not be empty where a character is', () => {
    expect(found({ minLength: 3 }, undefined)).toEqual([]);
    expect(found({ minLength: 3 }, '')).toEqual(['minLength: Request header X-A must have at least 3 characters']);
    expect(found({}, '')).toEqual([]);
  });
});
