import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ValidationError } from '../../generated/validators.js';
import { standardSchema } from '../../src/client/schema.js';
import * as examples from '../../src/examples.js';
import * as schemas from '../../src/schemas.js';
import { succeed } from '../support/run.js';

const byName = { ...schemas };

const issuesOf = (schema: (typeof schemas)[keyof typeof schemas], value: unknown) =>
  schema['~standard'].validate(value).issues?.map(({ message, path }) => `${message} (${path.join('/')})`);

const granted = examples.login.responses.withPassword.body;

describe('each schema', () => {
  it('is a Standard Schema of version 1', () => {
    expect(Object.keys(schemas).sort()).toEqual([
      'loginRequest',
      'loginResponse',
      'registerUserRequest',
      'registerUserResponse',
    ]);
    for (const schema of Object.values(schemas))
      expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'koodrive-auth-contract' });
  });

  it('takes every example of the spec, and gives back the same value', () => {
    for (const request of Object.values(examples.login.requests))
      expect(schemas.loginRequest['~standard'].validate(request)).toEqual({ value: request });
    for (const request of Object.values(examples.registerUser.requests))
      expect(schemas.registerUserRequest['~standard'].validate(request)).toEqual({ value: request });
    for (const { status, body } of Object.values(examples.login.responses))
      if (status === 200) expect(schemas.loginResponse['~standard'].validate(body)).toEqual({ value: body });
    for (const { status, body } of Object.values(examples.registerUser.responses))
      if (status === 200) expect(schemas.registerUserResponse['~standard'].validate(body)).toEqual({ value: body });
  });
});

describe('an issue', () => {
  it.each<[keyof typeof schemas, unknown, string[]]>([
    ['loginRequest', { account: 'a', authType: '1' }, ['password is required when authType is 1 (password)']],
    ['loginRequest', { account: 'a', authType: '2' }, ['captchaToken is required when authType is 2 (captchaToken)']],
    ['loginRequest', { account: 'a' }, ['authType must be "1" or "2" (authType)']],
    ['loginRequest', { account: 'a', authType: '3' }, ['authType must be "1" or "2" (authType)']],
    ['loginRequest', { account: 'a', authType: 1, password: 'b' }, ['authType must be "1" or "2" (authType)']],
    ['loginRequest', { account: 1, authType: '1', password: 'b' }, ['account must be a string (account)']],
    [
      'loginRequest',
      { account: 'a', authType: '1', password: 'b', captchaToken: 'c' },
      ['captchaToken is not allowed when authType is 1 (captchaToken)'],
    ],
    ['loginRequest', [], ['the value must be an object ()']],
    ['loginRequest', null, ['the value must be an object ()']],
    [
      'registerUserRequest',
      { firstname: 'a', phone: 1, email: 'nobody', 'a/b': 1 },
      [
        'captchaToken is required (captchaToken)',
        'password is required (password)',
        'a/b is not allowed (a/b)',
        'phone must be a string (phone)',
        'email must be a valid email (email)',
      ],
    ],
    ['loginResponse', { code: 0, msg: 'x' }, ['data is required (data)']],
    ['loginResponse', { code: 5 }, ['msg is required (msg)']],
    ['loginResponse', { code: true, msg: '' }, ['code must be an integer or a string (code)']],
    ['loginResponse', 'x', ['the value must be an object ()']],
    [
      'loginResponse',
      {
        ...granted,
        data: {
          ...granted.data,
          sessionInfo: { ...granted.data.sessionInfo, expiresIn: '1800', accessToken: undefined },
        },
      },
      [
        'data.sessionInfo.accessToken is required (data/sessionInfo/accessToken)',
        'data.sessionInfo.expiresIn must be an integer (data/sessionInfo/expiresIn)',
      ],
    ],
  ])('of %s for %j is for people', (name, value, issues) => {
    expect(issuesOf(byName[name], value)).toEqual(issues);
  });

  it.each<[keyof typeof schemas, unknown, string[]]>([
    ['loginRequest', { account: 'a' }, ['required']],
    ['loginRequest', { account: 'a', authType: '3' }, ['enum']],
    ['loginRequest', { account: 1, authType: '1', other: 1 }, ['required', 'additionalProperties', 'type']],
    ['registerUserRequest', { ...examples.registerUser.requests.newUser, email: 'nobody' }, ['format']],
    ['loginResponse', { code: true, msg: '' }, ['type']],
  ])('of %s for %j has a code to translate by', (name, value, codes) => {
    expect(byName[name]['~standard'].validate(value).issues?.map(({ code }) => code)).toEqual(codes);
  });

  /** The issues of a validator that finds these errors, as Ajv gives them. */
  const found = (...errors: ValidationError[]) =>
    standardSchema(Object.assign(() => false, { errors }))['~standard'].validate({}).issues;
  const error = { instancePath: '', schemaPath: '#', keyword: 'not', params: {} };
  it.each([
    [{ ...error, instancePath: '/a~1b/c~0d' }, 'a/b.c~d must have another value', ['a/b', 'c~d']],
    [{ ...error, keyword: 'maxLength', params: { limit: 5 } }, 'the value must satisfy maxLength 5', []],
    [{ ...error, keyword: 'const', params: { allowedValue: 1 } }, 'the value must satisfy const 1', []],
  ])('of a rule that the contract does not have yet is told too: %j', (fault, message, path) => {
    expect(found(fault)).toEqual([{ message, path, code: fault.keyword }]);
  });

  it('is told once for each place', () => {
    const fault = { ...error, instancePath: '/a' };
    const issues = found(fault, { ...fault, keyword: 'maxLength' }, { ...fault, instancePath: '/b' });
    expect(issues?.map(({ path, code }) => [...path, code])).toEqual([
      ['a', 'not'],
      ['b', 'not'],
    ]);
  });

  it('of alternatives is that of the one that was meant', () => {
    const at = (alternative: number, keyword: string, params: ValidationError['params'], instancePath = '/a') => ({
      ...{ instancePath, keyword, params, schemaPath: `#/anyOf/${alternative}/${keyword}` },
    });
    const none = { ...error, instancePath: '/a', keyword: 'anyOf', schemaPath: '#/anyOf' };
    const text = at(0, 'type', { type: 'string' });
    const messages = (...errors: ValidationError[]) => found(...errors, none)?.map(({ message }) => message);
    const orNull = at(1, 'type', { type: 'null' });
    expect(messages(text, orNull)).toEqual(['a must be a string or null']);
    expect(messages(text, orNull, at(2, 'enum', { allowedValues: ['x'] }))).toEqual(['a must be "x"']);
    expect(messages()).toEqual(['a must satisfy anyOf']);
    expect(messages(text, at(1, 'enum', { allowedValues: ['x'] }))).toEqual(['a must be "x"']);
    expect(messages(at(0, 'enum', { allowedValues: ['x'] }), at(1, 'required', { missingProperty: 'b' }))).toEqual([
      'a.b is required',
    ]);
    expect(messages(text, at(1, 'type', { type: 'number' }, '/a/b'))).toEqual(['a.b must be a number']);
  });

  it('never quotes the value', () => {
    const text = JSON.stringify([
      issuesOf(schemas.loginRequest, { account: 'a', authType: 's3cret', password: 's3cret' }),
      issuesOf(schemas.registerUserRequest, { phone: ['s3cret'], password: { s3cret: 's3cret' }, email: 's3cret' }),
    ]);
    expect(text).not.toContain('s3cret');
  });
});

it('runs where code from strings is forbidden', async () => {
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
