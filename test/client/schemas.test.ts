import { describe, expect, it } from 'vitest';
import type { ValidationError } from '../../generated/validators.js';
import { standardSchema } from '../../src/client/schema.js';
import * as examples from '../../src/examples.js';
import * as schemas from '../../src/schemas.js';
import { granted, withPassword } from './login.js';

type Name = keyof typeof schemas;
const byName = { ...schemas };
const validate = (name: Name, value: unknown) => byName[name]['~standard'].validate(value);
const messagesOf = (name: Name, value: unknown) => validate(name, value).issues?.map(({ message }) => message);

const { newUser } = examples.registerUser.requests;

describe('each schema', () => {
  it('accepts the examples of its operation unchanged', () => {
    const names = Object.entries(examples.examples).flatMap(([id, { requests, responses }]) => {
      const successes = Object.values<examples.ResponseExample>(responses).filter(({ status }) => status === 200);
      for (const body of Object.values(requests))
        expect(validate(`${id}Request` as Name, body)).toEqual({ value: body });
      for (const { body } of successes) expect(validate(`${id}Response` as Name, body)).toEqual({ value: body });
      return [`${id}Request`, `${id}Response`];
    });
    expect(Object.keys(schemas).sort()).toEqual(names.sort());
  });

  it('treats a key whose value is undefined as absent', () => {
    const form = { ...withPassword, captchaToken: undefined, remember: undefined };
    expect(validate('loginRequest', form)).toEqual({ value: form });
    expect(messagesOf('loginRequest', { ...form, other: null })).toEqual(['other is not allowed when authType is 1']);
    expect(messagesOf('loginRequest', { ...form, password: undefined })).toEqual([
      'password is required when authType is 1',
    ]);
    expect(messagesOf('registerUserRequest', { ...newUser, surname: undefined, email: undefined })).toBeUndefined();
    expect(messagesOf('loginRequest', undefined)).toEqual(['the value must be an object']);
  });
});

describe('the issues', () => {
  const { accessToken: _, ...withoutToken } = granted.data.sessionInfo;
  it.each<[name: Name, value: unknown, ...issues: string[]]>([
    ['loginRequest', [], 'the value must be an object (type)'],
    ['loginRequest', { account: 'a', authType: '1' }, 'password is required when authType is 1 (required)'],
    ['loginRequest', { account: 'a', authType: '2' }, 'captchaToken is required when authType is 2 (required)'],
    ['loginRequest', { account: 'a' }, 'authType is required (required)'],
    ['loginRequest', { ...withPassword, authType: '3' }, 'authType must be "1" or "2" (enum)'],
    ['loginRequest', { ...withPassword, authType: 1 }, 'authType must be "1" or "2" (enum)'],
    ['loginRequest', { ...withPassword, account: 1 }, 'account must be a string (type)'],
    ['loginRequest', { ...withPassword, password: '' }, 'password must not be empty (minLength)'],
    [
      'loginRequest',
      { ...withPassword, captchaToken: 'c' },
      'captchaToken is not allowed when authType is 1 (additionalProperties)',
    ],
    [
      'registerUserRequest',
      { firstname: '', phone: 1, email: 'nobody', 'a/b': 1 },
      'captchaToken is required (required)',
      'password is required (required)',
      'a/b is not allowed (additionalProperties)',
      'firstname must not be empty (minLength)',
      'phone must be a string (type)',
      'email must be a valid email or an empty string (format)',
    ],
    ['registerUserRequest', { ...newUser, email: 1 }, 'email must be a string (type)'],
    ['loginResponse', { code: 0, msg: 'x' }, 'data is required when code is 0 (required)'],
    ['loginResponse', { code: '0', msg: 'x' }, 'data is required when code is 0 (required)'],
    ['loginResponse', { code: 5 }, 'msg is required (required)'],
    ['loginResponse', { msg: 'x' }, 'code is required (required)'],
    ['loginResponse', { code: true, msg: '' }, 'code must be an integer or a string (type)'],
    [
      'loginResponse',
      { ...granted, data: { ...granted.data, sessionInfo: { ...withoutToken, expiresIn: '1800' } } },
      'data.sessionInfo.accessToken is required (required)',
      'data.sessionInfo.expiresIn must be an integer (type)',
    ],
  ])('of %s for %j are sentences for people, with codes for translations', (name, value, ...issues) => {
    expect(validate(name, value).issues?.map(({ message, code }) => `${message} (${code})`)).toEqual(issues);
  });

  it('never quote the value', () => {
    const secret = 's3cret';
    const values = { authType: secret, password: { [secret]: secret }, phone: [secret], email: secret, code: secret };
    for (const name of Object.keys(schemas) as Name[])
      for (const value of [values, { ...values, authType: '1' }, { ...values, code: 0, data: values }, secret])
        expect(JSON.stringify(validate(name, value).issues)).not.toContain(secret);
  });

  /** Returns the issues of a Standard Schema whose validator reports these errors, as Ajv does. */
  const issuesOf = (...errors: Partial<ValidationError>[]) => {
    const usual = { instancePath: '', schemaPath: '#', keyword: 'not', params: {} };
    const validator = Object.assign(() => false, { errors: errors.map((error) => ({ ...usual, ...error })) });
    const { validate, ...about } = standardSchema(validator)['~standard'];
    expect(about).toEqual({ version: 1, vendor: 'koodrive-auth-contract' });
    return validate({}).issues;
  };

  it.each<[error: Partial<ValidationError>, message: string, path: string[]]>([
    [{ instancePath: '/a~1b/c~0d/~01' }, 'a/b.c~d.~1 must have another value', ['a/b', 'c~d', '~1']],
    [{ keyword: 'minLength', params: { limit: 8 } }, 'the value must have at least 8 characters', []],
    [{ keyword: 'maxLength', params: { limit: 5 } }, 'the value must have at most 5 characters', []],
    [{ keyword: 'maximum', params: { limit: 5 } }, 'the value must satisfy maximum 5', []],
    [{ keyword: 'format', params: { format: 'uri' } }, 'the value must be a valid uri', []],
    [{ keyword: 'uniqueItems' }, 'the value must satisfy uniqueItems', []],
    [
      { keyword: 'type', params: { type: ['array', 'object', 'null'] } },
      'the value must be an array or an object or null',
      [],
    ],
  ])('describe rules that the contract does not use yet: %j', (error, message, path) => {
    expect(issuesOf(error)).toEqual([{ message, path, code: error.keyword ?? 'not' }]);
  });

  it('are one for each path, and at most 20', () => {
    const paths = [...Array(21).keys()].map((index) => ({ instancePath: `/${index}` }));
    const issues = issuesOf({ instancePath: '/0', keyword: 'maximum', params: { limit: 5 } }, ...paths);
    expect(issues?.map(({ path }) => path)).toEqual([...Array(20).keys()].map((index) => [`${index}`]));
    expect(issues?.[0]?.message).toBe('0 must satisfy maximum 5');
  });

  it('leave no value in memory', () => {
    const validator = Object.assign(() => false, { errors: [] });
    expect(standardSchema(validator)['~standard'].validate({})).toEqual({ value: {} });
    expect(validator.errors).toBeNull();
  });
});
