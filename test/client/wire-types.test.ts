import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls } from '../../generated/client.js';
import type { Fields, Shape } from '../../src/client/redact.js';
import { parseJson } from '../../src/client/response.js';
import * as examples from '../../src/examples.js';
import type { Outcome } from '../../src/index.js';
import * as validate from '../../src/schemas.js';
import { clientWith } from '../support/wire.js';

const { body: loginBody } = examples.login.responses.withPassword;

/** Returns the body of an operation's first success. */
function successBody(id: keyof typeof calls): { data: object } {
  const responses = Object.values<examples.ResponseExample>(examples.examples[id].responses);
  return structuredClone(responses.find(({ status }) => status === 200)?.body) as { data: object };
}

/** Every field in the data of a success. */
const fields = Object.entries(calls).flatMap(([id, { data }]) =>
  pathsOf(data).map(([path, shape]) => ({ id: id as keyof typeof calls, path, shape })),
);

function pathsOf(shapes: Fields, parent = ''): [path: string, shape: Shape][] {
  return Object.entries(shapes).flatMap(([name, shape]) => {
    const own: [string, Shape] = [parent + name, shape];
    return typeof shape === 'object' ? [own, ...pathsOf(shape, `${parent + name}.`)] : [own];
  });
}

/** Calls an operation whose response has a JSON text as the value of one field. */
function callWith(
  id: keyof typeof calls,
  path: string,
  json: string | undefined,
  options = {},
): Promise<Outcome<unknown>> {
  const body = successBody(id);
  const keys = path.replaceAll('?', '').split('.');
  const name = keys.at(-1) ?? '';
  const parent = keys.slice(0, -1).reduce<object>((value, key) => Reflect.get(value, key), body.data);
  Reflect.deleteProperty(parent, name);
  if (json !== undefined) Reflect.set(parent, name, '@@');
  const text = JSON.stringify(body).replace('"@@"', json ?? '');
  const auth = clientWith(() => new Response(text), options);
  return Reflect.apply(auth[id], auth, [{}]);
}

const valueAt = (outcome: Outcome<unknown>, path: string): unknown =>
  path
    .replaceAll('?', '')
    .split('.')
    .reduce<unknown>((value, key) => Reflect.get(Object(value), key), outcome.data);
const ofShape = (...shapes: unknown[]) => fields.filter(({ shape }) => shapes.includes(shape));
const responseSchemas = { loginResponse: validate.loginResponse, registerUserResponse: validate.registerUserResponse };

describe.each([
  ['without a schema', {}],
  ['with a schema', { validate: responseSchemas }],
])('a response %s', (_, options) => {
  it.each(ofShape('string'))('of $id has the number at $path as a string', async ({ id, path }) => {
    for (const digits of ['7', '0', '-12', '1772006999088', '1893595880502717057', '-9007199254740993'])
      expect(valueAt(await callWith(id, path, digits, options), path)).toBe(digits);
    expect(valueAt(await callWith(id, path, '1.5', options), path)).toBe('1.5');
  });

  it.each(ofShape('integer'))('of $id has the digits at $path as a number', async ({ id, path }) => {
    for (const json of ['1800', '"1800"']) expect(valueAt(await callWith(id, path, json, options), path)).toBe(1800);
    expect(valueAt(await callWith(id, path, '"-5"', options), path)).toBe(-5);
    for (const json of ['1.5', '"1.5"', '"1e3"', '" 1"', '""', '"x"', '1e999', `"${'9'.repeat(400)}"`])
      expect(await callWith(id, path, json, options)).toMatchObject({ error: { kind: 'invalid-response' } });
  });

  it.each(ofShape('secret'))('of $id must have a string at $path', async ({ id, path }) => {
    for (const json of ['0', '12345678901234567890', 'true', '{}']) {
      const { error } = await callWith(id, path, json, options);
      expect(error?.message).toContain(`invalid-response, data.${path} must be of type string, got `);
    }
  });

  it.each(fields.filter(({ path }) => path.endsWith('?')))('of $id may lack $path', async ({ id, path }) => {
    for (const json of [undefined, 'null']) {
      const outcome = await callWith(id, path, json, options);
      expect(outcome.ok).toBe(true);
      expect(outcome.data).not.toHaveProperty(path.replaceAll('?', ''));
    }
  });

  it.each(fields.filter(({ path }) => !path.endsWith('?')))('of $id must have $path', async ({ id, path }) => {
    expect((await callWith(id, path, undefined, options)).error?.message).toContain(`, data.${path} is missing, `);
    expect((await callWith(id, path, 'null', options)).error?.message).toContain(`, data.${path} is null, `);
  });

  it.each(fields)('of $id must not have another kind of value at $path', async ({ id, path, shape }) => {
    const name = typeof shape === 'object' ? 'object' : shape === 'secret' ? 'string' : shape;
    for (const [json, kind] of [
      ['[]', 'Array'],
      ['true', 'a boolean'],
      ['1e999', 'a number'],
    ] as const) {
      const { error } = await callWith(id, path, json, options);
      const place = `data.${path.replaceAll('?', '')}`;
      expect(error?.message).toContain(`, ${place} must be of type ${name}, got ${kind}, status 200`);
    }
  });
});

describe('a response', () => {
  it('keeps fields that the contract does not have', async () => {
    const more = { vip: 9, none: null, long: 2 ** 60 };
    const body = { ...loginBody, data: { ...loginBody.data, ...more } };
    expect(await clientWith(() => Response.json(body)).login({ account: '', authType: '1', password: '' })).toEqual(
      expect.objectContaining({ ok: true, data: body.data }),
    );
  });

  it('may begin with a byte order mark, however its body is read', async () => {
    const json = `\ufeff${JSON.stringify(loginBody)}`;
    const bytes = new TextEncoder().encode(json);
    const texts = (async function* () {
      yield json;
    })();
    for (const response of [
      new Response(bytes),
      { status: 200, body: texts },
      { status: 200, arrayBuffer: async () => bytes.buffer },
      { status: 200, body: null, text: async () => json },
    ])
      expect((await clientWith(() => response).login({ account: '', authType: '1', password: '' })).ok).toBe(true);
  });
});

describe('parseJson', () => {
  it('keeps the digits of every integer, and changes no string', () => {
    const integer = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      integer.map(String),
      fc.constantFrom('"', '\\', '\\"9'.repeat(9)),
    );
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

  it('leaves fractions and exponents alone', () => {
    const json = '[1234567890123456789.5,1234567890123456789e3,-1234567890123456789E-3,0.12345678901234567]';
    expect(parseJson(json).exact).toEqual(JSON.parse(json));
  });

  it.each([
    ['backslashes', `["${'\\\\'.repeat(2 ** 19)}",1234567890123456789]`],
    ['quotes', `["${'\\"'.repeat(2 ** 19)}",1234567890123456789]`],
    ['strings', `[${'"",'.repeat(2 ** 18)}1234567890123456789]`],
    ['digits', `[${'9'.repeat(2 ** 20)}]`],
    ['a long fraction', `[${'9'.repeat(2 ** 20)}.5]`],
    ['short numbers', `[${'1,'.repeat(2 ** 19)}1234567890123456789]`],
    ['levels', `${'['.repeat(2 ** 18)}1234567890123456789${']'.repeat(2 ** 18)}`],
    ['spaces', `[${' '.repeat(2 ** 20)}1234567890123456789]`],
    ['half of a string', `["${'\\'.repeat(2 ** 20)}`],
    ['digits in a string', `["${'1234567890123456789'.repeat(2 ** 15)}",1234567890123456789]`],
  ])('reads a mebibyte of %s in a moment', (_, json) => {
    const start = performance.now();
    parseJson(json);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
