import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ValidationError } from '../../generated/validators.js';
import { standardSchema } from '../../src/client/schema.js';
import * as examples from '../../src/examples.js';
import * as schemas from '../../src/schemas.js';
import { succeed } from '../support/run.js';

const operations = { login: examples.login, registerUser: examples.registerUser };
const names = Object.keys(operations) as (keyof typeof operations)[];

const byName = { ...schemas };
const validate = (name: keyof typeof schemas, value: unknown) => byName[name]['~standard'].validate(value);
const messagesOf = (name: keyof typeof schemas, value: unknown) =>
  validate(name, value).issues?.map(({ message }) => message);

const { withPassword } = examples.login.requests;
const { newUser } = examples.registerUser.requests;
const granted = examples.login.responses.withPassword.body;
const { accessToken: _, ...withoutToken } = granted.data.sessionInfo;

describe('each schema', () => {
  it('is a Standard Schema of version 1, for the request and the response of each operation', () => {
    expect(Object.keys(schemas).sort()).toEqual(names.flatMap((name) => [`${name}Request`, `${name}Response`]));
    for (const schema of Object.values(schemas))
      expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'koodrive-auth-contract' });
  });

  it('accepts every example of the spec, and returns the same value', () => {
    for (const name of names) {
      const { requests, responses } = operations[name];
      for (const body of Object.values(requests)) expect(validate(`${name}Request`, body)).toEqual({ value: body });
      for (const { status, body } of Object.values(responses))
        if (status === 200) expect(validate(`${name}Response`, body)).toEqual({ value: body });
    }
  });

  it('treats a key whose value is undefined as absent', () => {
    const form = { ...withPassword, captchaToken: undefined, remember: undefined };
    expect(validate('loginRequest', form)).toEqual({ value: form });
    expect(messagesOf('loginRequest', { ...form, other: null })).toEqual(['other is not allowed when authType is 1']);
    expect(messagesOf('loginRequest', { ...form, password: undefined })).toEqual([
      'password is required when authType is 1',
    ]);
    expect(
      validate('registerUserRequest', { ...newUser, surname: undefined, email: undefined }).issues,
    ).toBeUndefined();
    expect(messagesOf('loginRequest', undefined)).toEqual(['the value must be an object']);
  });
});

describe('the issues', () => {
  it.each<[keyof typeof schemas, string, unknown, string[]]>([
    ['loginRequest', 'no password', { account: 'a', authType: '1' }, ['password is required when authType is 1']],
    [
      'loginRequest',
      'no captcha token',
      { account: 'a', authType: '2' },
      ['captchaToken is required when authType is 2'],
    ],
    ['loginRequest', 'no authType', { account: 'a' }, ['authType is required']],
    ['loginRequest', 'an unknown authType', { ...withPassword, authType: '3' }, ['authType must be "1" or "2"']],
    ['loginRequest', 'a number as authType', { ...withPassword, authType: 1 }, ['authType must be "1" or "2"']],
    ['loginRequest', 'a number as account', { ...withPassword, account: 1 }, ['account must be a string']],
    ['loginRequest', 'an empty password', { ...withPassword, password: '' }, ['password must not be empty']],
    [
      'loginRequest',
      'a field of the other variant',
      { ...withPassword, captchaToken: 'c' },
      ['captchaToken is not allowed when authType is 1'],
    ],
    ['loginRequest', 'an array', [], ['the value must be an object']],
    [
      'registerUserRequest',
      'many mistakes',
      { firstname: '', phone: 1, email: 'nobody', 'a/b': 1 },
      [
        'captchaToken is required',
        'password is required',
        'a/b is not allowed',
        'firstname must not be empty',
        'phone must be a string',
        'email must be a valid email or an empty string',
      ],
    ],
    ['registerUserRequest', 'a number as email', { ...newUser, email: 1 }, ['email must be a string']],
    ['loginResponse', 'a success without data', { code: 0, msg: 'x' }, ['data is required when code is 0']],
    ['loginResponse', 'a success as text without data', { code: '0', msg: 'x' }, ['data is required when code is 0']],
    ['loginResponse', 'a failure without a message', { code: 5 }, ['msg is required']],
    ['loginResponse', 'no code', { msg: 'x' }, ['code is required']],
    ['loginResponse', 'a boolean as code', { code: true, msg: '' }, ['code must be an integer or a string']],
    [
      'loginResponse',
      'a session with mistakes',
      { ...granted, data: { ...granted.data, sessionInfo: { ...withoutToken, expiresIn: '1800' } } },
      ['data.sessionInfo.accessToken is required', 'data.sessionInfo.expiresIn must be an integer'],
    ],
  ])('of %s for %s are sentences for people', (name, _, value, messages) => {
    expect(messagesOf(name, value)).toEqual(messages);
  });

  it.each<[keyof typeof schemas, unknown, string[]]>([
    ['loginRequest', { ...withPassword, authType: '3' }, ['enum']],
    ['loginRequest', { account: 1, authType: '1', other: 1 }, ['required', 'additionalProperties', 'type']],
    ['registerUserRequest', { ...newUser, email: 'nobody', phone: '' }, ['minLength', 'format']],
  ])('of %s for %j have codes for translations', (name, value, codes) => {
    expect(validate(name, value).issues?.map(({ code }) => code)).toEqual(codes);
  });

  it('never quote the value', () => {
    const values = {
      authType: 's3cret',
      password: { s3cret: 's3cret' },
      phone: ['s3cret'],
      email: 's3cret',
      code: 's3cret',
    };
    for (const name of Object.keys(schemas) as (keyof typeof schemas)[])
      for (const value of [values, { ...values, authType: '1' }, { ...values, code: 0, data: values }, 's3cret'])
        expect(JSON.stringify(validate(name, value).issues)).not.toContain('s3cret');
  });

  /** Returns the issues of a validator that reports these errors, as Ajv does. */
  const issuesOf = (...errors: Partial<ValidationError>[]) => {
    const complete = errors.map((error) => ({
      instancePath: '',
      schemaPath: '#',
      keyword: 'not',
      params: {},
      ...error,
    }));
    return standardSchema(Object.assign(() => false, { errors: complete }))['~standard'].validate({}).issues;
  };

  it.each<[Partial<ValidationError>, string, string[]]>([
    [{ instancePath: '/a~1b/c~0d' }, 'a/b.c~d must have another value', ['a/b', 'c~d']],
    [{ keyword: 'minLength', params: { limit: 8 } }, 'the value must have at least 8 characters', []],
    [{ keyword: 'maxLength', params: { limit: 5 } }, 'the value must have at most 5 characters', []],
    [{ keyword: 'maximum', params: { limit: 5 } }, 'the value must satisfy maximum 5', []],
  ])('name rules that the contract does not use yet: %j', (error, message, path) => {
    expect(issuesOf(error)).toEqual([{ message, path, code: error.keyword ?? 'not' }]);
  });

  it('are one for each path, and at most 20', () => {
    const paths = [...Array(30).keys()].map((index) => ({ instancePath: `/${index}` }));
    const issues = issuesOf({ instancePath: '/0', keyword: 'type', params: { type: 'null' } }, ...paths);
    expect(issues?.map(({ path }) => path)).toEqual([...Array(20).keys()].map((index) => [`${index}`]));
    expect(issues?.[0]?.message).toBe('0 must be null');
  });

  it('leave no value in memory', () => {
    const validator = Object.assign(() => false, { errors: [] });
    standardSchema(validator)['~standard'].validate({});
    expect(validator.errors).toBeNull();
  });
});

it('the schemas run where code from strings is forbidden', async () => {
  const flags = ['--disallow-code-generation-from-strings', '--import', import.meta.resolve('tsx')];
  const script = `
    import { loginRequest } from '${new URL('../../src/schemas.ts', import.meta.url)}';
    let forbidden = 0;
    try { new Function('return 1')(); } catch { forbidden++; }
    try { (0, eval)('1'); } catch { forbidden++; }
    console.log(forbidden, loginRequest['~standard'].validate({ account: 'a', authType: '2' }).issues[0].message);`;
  const stdout = await succeed(process.execPath, [...flags, '--input-type=module', '-e', script]);
  expect(stdout).toBe('2 captchaToken is required when authType is 2\n');
  expect(await readFile(new URL('../../generated/validators.js', import.meta.url), 'utf8')).not.toMatch(
    /\beval\b|\bFunction\(/,
  );
});
