import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { contract } from './cases.js';

const { document, operations } = contract;
const schemas = Object.entries(document.components?.schemas ?? {});
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }));
for (const format of ['int64', 'password']) ajv.addFormat(format, true);
for (const keyword of ['example', 'discriminator', 'x-enum-varnames', 'x-current-time']) ajv.addKeyword(keyword);
ajv.addKeyword('components');
ajv.addSchema({ $id: 'spec', components: { schemas: document.components?.schemas } });

const errorsOf = (schema: Schema | undefined, value: unknown) => {
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"spec#/')));
  validate(value);
  return validate.errors;
};

describe('every schema of the spec', () => {
  it.each(schemas)('compiles, and accepts its own examples: %s', (_, schema) => {
    const { examples = [] } = schema;
    for (const example of Array.isArray(examples) ? examples : []) expect(errorsOf(schema, example)).toBeNull();
  });

  it('gives each member of a union a title', () => {
    const unions = [
      ...schemas.map(([, schema]) => schema),
      ...operations.flatMap(({ responses }) => responses.map(({ schema = {} }) => schema)),
    ];
    const members = unions.flatMap(({ oneOf = [], anyOf = [] }) => [...oneOf, ...anyOf]);
    expect(members).not.toEqual([]);
    for (const member of members) expect(resolve<Schema>(document, member)?.title, JSON.stringify(member)).toBeTruthy();
  });
});

it.each(operations)('default examples of $id use only undeclared statuses', ({ responses }) => {
  const declared = responses.map(({ key }) => key);
  for (const { examples } of responses.filter(({ key }) => key === 'default'))
    for (const { status } of examples) expect(declared).not.toContain(String(status));
});

it.each(operations)('each required parameter of $id has an example for each example request', (operation) => {
  const keys = operation.request?.examples.map(({ key }) => key);
  for (const { name, examples } of operation.parameters.filter(({ required }) => required))
    expect(Object.keys(examples ?? {}), name).toEqual(expect.arrayContaining(keys ?? []));
});

describe('an e-mail address', () => {
  const email = (name: string) => document.components?.schemas?.[name]?.properties?.['email'];

  it.each(['', 'mike@example.com', 'a@localhost', '"a b"@example.org', 'a@[127.0.0.1]', '"\\""@[IPv6:::1]'])(
    'in a request may be %j',
    (address) => expect(errorsOf(email('UserRegistration'), address)).toBeNull(),
  );

  it.each(['nobody', 'a@', '@b', 'a..b@c', 'a@-b', 'a@b.', 'a b@c', '"a"b"@c', ' '])(
    'in a request may not be %j',
    (address) => expect(errorsOf(email('UserRegistration'), address)).not.toBeNull(),
  );

  it('in a response may be any text', () => {
    expect(errorsOf(email('UserInfo'), 'nobody')).toBeNull();
  });

  it('of some megabytes is validated at once', () => {
    for (const long of ['a.'.repeat(2e6), `a@${'a-'.repeat(2e6)}`, `"${'\\a'.repeat(2e6)}`, `a@[${'a'.repeat(4e6)}`])
      expect(errorsOf(email('UserRegistration'), long)).not.toBeNull();
  });
});
