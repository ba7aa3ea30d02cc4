import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { compileValidators } from '../../scripts/generate/validators.js';
import { standardSchema } from '../../src/client/schema.js';
import type { Schema } from '../../src/contract/openapi.js';

/** Compiles one schema, and loads the code. */
async function compile(schema: unknown, document: object = {}) {
  const { code, schemas } = await compileValidators(document, [{ name: 'it', schema: schema as Schema }]);
  const { it: validator }: { it: Validator } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return { validator, schemas };
}

/** Returns the messages of a value. */
async function messages(schema: unknown, value: unknown): Promise<string[]> {
  const { validator, schemas } = await compile(schema);
  const { issues = [] } = standardSchema(validator, schemas['it']?.variants, schemas['it']?.unions)[
    '~standard'
  ].validate(value);
  return issues.map(({ message }) => message);
}

const schema = {
  type: 'object',
  required: ['name', 'instancePath'],
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 3, pattern: '^a' },
    instancePath: { type: 'string' },
    parentData: { type: ['integer', 'string'], not: { enum: [0, '0'] } },
    list: { type: 'array', maxItems: 2, items: { type: 'object', properties: { rootData: { enum: ['x', 'y'] } } } },
    map: { type: 'object', additionalProperties: { type: 'number', maximum: 4 } },
    all: { allOf: [{ type: 'string' }, { minLength: 2 }] },
  },
  additionalProperties: false,
} satisfies Schema;

const right = { name: 'abc', instancePath: '' };

describe('a compiled validator', () => {
  it.each<[string, unknown]>([
    ['a valid value', right],
    ['null', null],
    ['properties with the names of variables', { name: 'abc', instancePath: 1, parentData: 0 }],
    [
      'an error of each keyword',
      {
        name: 'b',
        parentData: true,
        list: [{ rootData: 'z' }, {}, 1],
        map: { 'a/b~c': 'd', e: 5 },
        all: 'a',
        other: 1,
      },
    ],
  ])('reports the errors that Ajv reports for %s', async (_, value) => {
    const { validator } = await compile(schema);
    const reference = new Ajv({ allErrors: true, messages: false, allowUnionTypes: true, strictTypes: false });
    const validate = reference.compile(schema);
    expect(validator(value)).toBe(validate(value));
    expect(validator.errors).toEqual(validate.errors);
  });

  it.each<[string, unknown, unknown[], unknown[]]>([
    ['false as a property', { properties: { nickname: false } }, [{}, { name: 1 }], [{ nickname: 'm' }]],
    ['keywords beside a reference', { $ref: '#/Name', minLength: 3 }, ['abc'], ['ab', 'abcde', 1]],
    ['a description beside a reference', { $ref: '#/Name', description: 'Name.' }, ['ab', 'abcd'], ['abcde']],
    ['a reference to a reference', { $ref: '#/ShortName', pattern: '^a' }, ['a'], ['ab', 'b']],
  ])('applies %s', async (_, schema, valid, invalid) => {
    const document = { Name: { type: 'string', maxLength: 4 }, ShortName: { $ref: '#/Name', maxLength: 1 } };
    const { validator } = await compile(schema, document);
    expect(valid.filter((value) => !validator(value))).toEqual([]);
    expect(invalid.filter((value) => validator(value))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a keyword that Ajv does not know', { items: { minLenght: 1 } }, 'unknown keyword: "minLenght"'],
    ['a format that Ajv does not know', { type: 'string', format: 'date' }, 'unknown format "date" ignored'],
    ['a value that is not a schema', { properties: { a: [] } }, 'schema is invalid'],
    ['a reference to nothing', { $ref: '#/Missing' }, '#/Missing leads nowhere'],
  ])('cannot be compiled from %s', async (_, wrong, message) => {
    await expect(compile(wrong)).rejects.toThrow(message);
  });
});

describe('a union', () => {
  const object = (kind: unknown, other = {}) => ({
    type: 'object',
    required: ['kind', 'id'],
    properties: { kind, id: { type: 'string' } },
    ...other,
  });

  it.each<[string, unknown, unknown, string[]]>([
    ['the first', { kind: 'a' }, {}, ['id is required when kind is a']],
    [
      'the second',
      { kind: 'b', more: 1 },
      {},
      ['id is required when kind is b or 2', 'more is not allowed when kind is b or 2'],
    ],
    ['the second by another value', { kind: 2, id: 1 }, {}, ['id must be a string']],
    ['any other', { kind: 'd', id: 1 }, { type: 'string', not: { enum: ['a', 'b'] } }, ['id must be a string']],
    ['no', { kind: 'c' }, {}, ['kind must be "a" or "b" or 2']],
    ['no', {}, {}, ['kind is required']],
    ['no', 1, {}, ['the value must be an object']],
  ])('of objects reports the issues of %s variant: %j', async (_, value, rest, expected) => {
    const last = Object.keys(rest as object).length > 0 ? [object(rest)] : [];
    const b = { oneOf: [{ enum: ['b'] }, { type: 'integer', enum: [2] }] };
    const union = { anyOf: [object({ enum: ['a'] }), object(b, { additionalProperties: false }), ...last] };
    expect(await messages(union, value)).toEqual(expected);
  });

  const text = (keywords = {}) => ({ type: 'string', ...keywords });
  const several = 'must be of one of the documented kinds';

  it.each<[unknown[], unknown, string]>([
    [[{ type: 'integer' }, text(), { type: 'null' }], true, 'must be an integer, a string, or null'],
    [[text({ format: 'email' }), text({ enum: [''] })], 'x', 'must be a valid email or an empty string'],
    [[text({ enum: ['a'] }), text({ pattern: '^b' })], 'x', 'must be "a"'],
    [[text(), { type: 'array', items: text() }], [1], several],
    [[object({ enum: ['a'] }), object(text())], {}, several],
  ])('without a deciding property has one issue that names what it accepts: %j', async (anyOf, value, message) => {
    expect(await messages({ properties: { code: { anyOf } } }, { code: value })).toEqual([`code ${message}`]);
  });
});
