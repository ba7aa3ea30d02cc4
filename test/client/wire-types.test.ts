import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls, type Field } from '../../generated/client.js';
import { callOperation } from '../../src/client/call.js';
import { parseJson } from '../../src/client/json.js';
import * as examples from '../../src/examples.js';
import type { Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';
import { granted, login, respond } from './login.js';

type Id = keyof typeof calls;

/** The data of each success, and every field in it. */
const fields = Object.entries(calls).flatMap(([id, { response }]) =>
  response
    .filter(({ path: [first] }) => first === 'data')
    .map(({ path, type, optional = false }: Field) => ({ id: id as Id, path: path.join('.'), type, optional })),
);

/** Calls an operation whose response has a JSON text as the value of one field, or lacks the field. */
function callWith(id: Id, path: string, json: string | undefined, options = {}): Promise<Outcome<unknown>> {
  const responses = Object.values<examples.ResponseExample>(examples.examples[id].responses);
  const body = structuredClone(responses.find(({ status }) => status === 200)?.body) as object;
  const keys = path.split('.');
  const name = keys.pop() ?? '';
  const parent = keys.reduce<object>((value, key) => Reflect.get(value, key), body);
  Reflect.set(parent, name, json === undefined ? undefined : '@@');
  const auth = clientWith(() => respond(JSON.stringify(body).replace('"@@"', json ?? '')), options);
  return Reflect.apply(auth[id], auth, [{}]);
}

const valueAt = (outcome: Outcome<unknown>, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => Reflect.get(Object(value), key), outcome);

/** For each type: its name in messages, what is converted to it, and what cannot be. JSON each time. */
const types: Record<string, { name: string; from: [json: string, value: unknown][]; not: string[] }> = {
  string: {
    name: 'string',
    from: ['7', '0', '-12', '1.5', '1893595880502717057', '-9007199254740993'].map((digits) => [digits, digits]),
    not: [],
  },
  integer: {
    name: 'integer',
    from: ['1800', '"1800"', '"-5"', '"1000000000000000000"'].map((json) => [json, Number(JSON.parse(json))]),
    not: ['1.5', '"1.5"', '"1e3"', '" 1"', '"1 "', '""', '"--1"', `"${'1'.repeat(20)}"`],
  },
  secret: { name: 'string', from: [], not: ['0', '12345678901234567890'] },
  object: { name: 'object', from: [], not: ['"x"'] },
};
/** The kind of a JSON value, by its first character. */
const kinds: Record<string, string> = { '"': 'a string', '[': 'Array', t: 'a boolean' };

const responseSchemas = { loginResponse: validate.loginResponse, registerUserResponse: validate.registerUserResponse };
describe.each([
  ['without a schema', {}],
  ['with a schema', { validate: responseSchemas }],
])('a response %s', (_, options) => {
  it.each(fields)('of $id has the documented type at $path', async ({ id, path, type }) => {
    const { name, from = [], not = [] } = types[type] ?? {};
    for (const [json, value] of from) expect(valueAt(await callWith(id, path, json, options), path)).toBe(value);
    for (const json of [...not, '[]', 'true', '1e999']) {
      const { error } = await callWith(id, path, json, options);
      const kind = kinds[json.charAt(0)] ?? 'a number';
      expect(error?.message).toContain(
        `: invalid-response, ${path} must be of type ${name}, got ${kind}, status 200 at `,
      );
    }
  });

  it.each(fields)('of $id has $path unless it is optional', async ({ id, path, optional }) => {
    for (const json of [undefined, 'null']) {
      const { ok, data, error } = await callWith(id, path, json, options);
      expect(ok).toBe(optional);
      if (ok) expect({ data }).not.toHaveProperty(path);
      else expect(error.message).toContain(`: invalid-response, ${path} is ${json ?? 'missing'}, status 200 at `);
    }
  });
});

describe('a response', () => {
  it('keeps fields that the contract does not have', async () => {
    const data = { ...granted.data, vip: 9, none: null, long: 2 ** 60 };
    expect((await login(respond({ ...granted, data }))).data).toEqual(data);
  });

  it('names the first of several wrong fields', async () => {
    const { error } = await login(respond({ code: 0, data: { userInfo: {}, sessionInfo: 1 } }));
    expect(error?.message).toContain(', data.userInfo.userId is missing, ');
  });

  it('may have fields of types that the contract does not use yet', async () => {
    const response = [
      { path: ['data'], type: 'object' },
      { path: ['data', 'on'], type: 'boolean' },
      { path: ['data', 'size'], type: 'number', optional: true },
      { path: ['data', 'list'], type: 'array', optional: true },
      { path: ['data', 'other'], type: 'any', optional: true },
    ];
    const operation = { ...calls.login, id: 'login', response } as const;
    const outcomeFor = (data: object) => {
      const fetch = async () => respond({ code: 0, data });
      return callOperation({ base: '', origin: '', agentName: 'x', fetch }, operation, {});
    };
    for (const data of [
      { on: false, size: 1.5 },
      { on: true, list: [1], other: 'x' },
      { on: true, other: [0] },
    ])
      expect(await outcomeFor(data)).toMatchObject({ ok: true, data });
    expect(await outcomeFor({ on: true, size: '-15' })).toMatchObject({ data: { size: -15 } });
    for (const [data, problem] of [
      [{ on: 'true' }, 'data.on must be of type boolean, got a string'],
      [{ on: 1 }, 'data.on must be of type boolean, got a number'],
      [{ on: true, list: {} }, 'data.list must be of type array, got Object'],
      [{ on: true, size: '1.5' }, 'data.size must be of type number, got a string'],
    ] as const)
      expect((await outcomeFor(data)).error?.message).toContain(problem);
  });
});

describe('an integer of any length', () => {
  it.each([
    ['{"a":9007199254740993}', { a: '9007199254740993' }],
    ['[9007199254740993]', ['9007199254740993']],
    ['[1,9007199254740993]', [1, '9007199254740993']],
    ['[ 9007199254740993]', ['9007199254740993']],
    ['[-9007199254740993]', ['-9007199254740993']],
    ['[123456789012345,9007199254740993]', [123456789012345, '9007199254740993']],
    ['["\\",1",9007199254740993,"9007199254740993"]', ['",1', '9007199254740993', '9007199254740993']],
  ])('is a string if a number cannot hold it: %s', (json, exact) => {
    expect(parseJson(json).exact).toEqual(exact);
  });

  it('is not a part of a fraction or of a number with an exponent', () => {
    const json = '[12345678901234567.5,12345678901234567e3,-1234567890123456E-3,0.12345678901234567]';
    expect(parseJson(json).exact).toEqual(JSON.parse(json));
  });

  it('keeps its digits, and no string changes', () => {
    const integer = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    const text = fc.oneof(fc.string(), integer.map(String), fc.constantFrom('"', '\\', '\\"9'.repeat(9)));
    const long = fc.tuple(text, integer).map(([key, digits]) => ({ key: `${key}:${digits},[${digits}`, digits }));
    fc.assert(
      fc.property(fc.array(long), text, fc.constantFrom('', ' ', '\n\t'), (items, tail, space) => {
        const pairs = items.map(({ key, digits }) => `{${JSON.stringify(key)}:${space}${digits}${space}}`);
        const { value, exact } = parseJson(`[${[...pairs, JSON.stringify(tail)].join(`,${space}`)}]`);
        expect(value).toEqual([...items.map(({ key, digits }) => ({ [key]: Number(digits) })), tail]);
        const exactly = exact as unknown[];
        expect(exactly.at(-1)).toBe(tail);
        for (const [index, { key, digits }] of items.entries())
          expect(`${Reflect.get(Object(exactly[index]), key)}`).toBe(`${digits}`);
      }),
    );
  });
});
