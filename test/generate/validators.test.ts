import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../generated/validators.js';
import { ValidatorCompiler } from '../../scripts/generate/compiler.js';
import type { Document, Schema } from '../../scripts/generate/openapi.js';
import { emitValidators } from '../../scripts/generate/validators.js';

const document = {} as Document;
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
    const { it: compiled } = await load(emitValidators({ document, schemas: [{ name: 'it', schema }] }));
    const reference = new Ajv({ allErrors: true, messages: false, allowUnionTypes: true }).compile(schema);

    expect(compiled?.(value)).toBe(reference(value));
    expect(compiled?.errors).toEqual(reference.errors);
  });
});

describe('the compiler', () => {
  it('makes one module of many schemas, whichever process compiled them', async () => {
    using compiler = new ValidatorCompiler();
    const schemas = Array.from({ length: 101 }, (_, index) => ({
      name: `one${index}`,
      schema: { type: 'string', pattern: `^${index}$`, maxLength: 3 },
    }));
    const compiled = await load(await compiler.compile({ document, schemas }));

    expect(Object.keys(compiled)).toHaveLength(101);
    for (const [name, validate] of Object.entries(compiled)) {
      expect(validate(name.slice('one'.length)), name).toBe(true);
      expect(validate(`${name.slice('one'.length)}0`), name).toBe(false);
    }
  });

  it.each<[string, Schema, RegExp]>([
    ['refers to itself', { $ref: '#/tree' }, /^tree refers to itself: recursive schemas have no validator$/],
    [
      'has a keyword that Ajv does not know',
      { type: 'string', minLenght: 1 },
      /^strict mode: unknown keyword: "minLenght"$/,
    ],
    ['has a format that is no pattern', { type: 'string', format: 'date' }, /^unknown format "date" ignored/],
  ])('refuses a schema that %s', async (_, wrong, message) => {
    using compiler = new ValidatorCompiler();
    const tree = { type: 'object', properties: { left: { $ref: '#/tree' } } };
    const work = { document: { ...document, tree } as Document, schemas: [{ name: 'wrong', schema: wrong }] };

    await expect(compiler.compile(work)).rejects.toThrow(message);
  });
});
