import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { emitValidators } from '../../scripts/generate/validators.js';
import type { Schema } from '../../src/contract/openapi.js';

const load = (source: string): Promise<Record<string, Validator>> =>
  import(`data:text/javascript,${encodeURIComponent(source)}`);

const schema = {
  type: 'object',
  required: ['name', 'instancePath'],
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 3, pattern: '^a' },
    instancePath: { type: 'string' },
    parentData: { type: ['integer', 'string'], not: { enum: [0, '0'] } },
    list: { type: 'array', maxItems: 2, items: { type: 'object', properties: { rootData: { enum: ['x', 'y'] } } } },
    map: { type: 'object', additionalProperties: { type: 'number', maximum: 4 } },
    either: {
      anyOf: [
        { type: 'object', required: ['a'] },
        { type: 'array', items: { type: 'boolean' } },
      ],
    },
  },
  additionalProperties: false,
} satisfies Schema;

const right = { name: 'abc', instancePath: '' };

describe('a compiled validator', () => {
  const values: [string, unknown][] = [
    ['what is right', right],
    ['text', 'text'],
    ['nothing', null],
    ['an empty object', {}],
    ['short text of another pattern', { ...right, name: 'b' }],
    ['long text', { ...right, name: 'aaaa' }],
    ['properties with the names of variables', { name: 'abc', instancePath: 1, parentData: 0 }],
    ['a type of several', { ...right, parentData: true }],
    ['items', { ...right, list: [{ rootData: 'z' }, {}, 1] }],
    ['a map, with a key that a path escapes', { ...right, map: { 'a/b~c': 'd', e: 5 } }],
    ['no alternative', { ...right, either: { b: 1 } }],
    ['another alternative', { ...right, either: [1] }],
    ['an unknown property', { ...right, other: 1 }],
  ];

  it.each(values)('says what Ajv says of %s', async (_, value) => {
    const { it: compiled } = await load(await emitValidators({}, [{ name: 'it', schema }]));
    const reference = new Ajv({ allErrors: true, messages: false, allowUnionTypes: true }).compile(schema);

    expect(compiled?.(value)).toBe(reference(value));
    expect(compiled?.errors).toEqual(reference.errors);
  });

  it.each<[string, Schema, RegExp]>([
    ['a keyword that Ajv does not know', { type: 'string', minLenght: 1 }, /unknown keyword: "minLenght"/],
    ['a format that it does not know', { type: 'string', format: 'date' }, /unknown format "date" ignored/],
  ])('is not made of a schema with %s', async (_, wrong, message) => {
    await expect(emitValidators({}, [{ name: 'wrong', schema: wrong }])).rejects.toThrow(message);
  });
});
