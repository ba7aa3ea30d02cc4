import { expectTypeOf, test } from 'vitest';
import * as examples from '../../src/examples.js';
import type { LoginRequest, paths, RegisterUserRequest } from '../../src/index.js';
import { createOpenApiFetchClient } from '../../src/openapi-fetch.js';
import * as schemas from '../../src/schemas.js';

const path = '/koodrive/ose/v1/auth/login';
const body = { account: 'a', authType: '1', password: 'p' } as const;
const forTheCompiler = (_use: (client: ReturnType<typeof createOpenApiFetchClient>) => unknown) => {};

test('an openapi-fetch client is typed with the paths, and asks for no header', () => {
  forTheCompiler(async (client) => {
    const { data, error } = await client.POST(path, { body });
    if (data && 'data' in data) expectTypeOf(data.data.sessionInfo.accessToken).toEqualTypeOf<string>();
    if (error && 'error_code' in error) expectTypeOf(error.request_id).toEqualTypeOf<string>();
    await client.POST(path, { body, params: { header: { 'X-Traceid': 't' } } });
    createOpenApiFetchClient({ baseUrl: '', agentName: 'a', fetch });

    // @ts-expect-error: no body
    client.POST(path);
    // @ts-expect-error: an unknown path
    client.POST('/koodrive/ose/v1/auth/logout', { body });
    // @ts-expect-error: another method
    client.GET(path, {});
    // @ts-expect-error: no password
    client.POST(path, { body: { account: 'a', authType: '1' } });
    // @ts-expect-error: an unknown header
    client.POST(path, { body, params: { header: { 'X-Trace': 't' } } });
    // @ts-expect-error: no agent name
    createOpenApiFetchClient({ baseUrl: '' });
    // @ts-expect-error: an option of the other client
    createOpenApiFetchClient({ baseUrl: '', agentName: 'a', timeoutMs: 1 });
  });
  expectTypeOf<'/koodrive/ose/v1/auth/login' | '/koodrive/ose/v1/user/register'>().toExtend<keyof paths>();
});

test('a schema tells the type that it checks', () => {
  type Output<T extends { '~standard': { types?: { output: unknown } | undefined } }> = NonNullable<
    T['~standard']['types']
  >['output'];
  expectTypeOf<Output<typeof schemas.loginRequest>>().toEqualTypeOf<LoginRequest>();
  expectTypeOf<Output<typeof schemas.registerUserRequest>>().toEqualTypeOf<RegisterUserRequest>();
  const result = schemas.loginRequest['~standard'].validate({});
  if (!result.issues) expectTypeOf(result.value).toEqualTypeOf<LoginRequest>();
});

test('examples are of the types that they are examples of', () => {
  expectTypeOf(examples.login.requests.withPassword).toExtend<LoginRequest>();
  expectTypeOf(examples.login.responses.withPassword.body.data.sessionInfo.expiresIn).toEqualTypeOf<number>();
  expectTypeOf(examples.login.responses.wrongPassword.testNumbers[0]).toEqualTypeOf<'0027000040002'>();
  // @ts-expect-error: a second test number of an example that has one
  examples.login.responses.wrongPassword.testNumbers[1];
  // @ts-expect-error: an example that there is not
  examples.login.responses.nothing;

  const found = examples.errorCodes.find(({ code }) => code === '13000102');
  expectTypeOf(found?.kind).toEqualTypeOf<'service' | 'gateway' | undefined>();
  expectTypeOf(found?.page?.address).toEqualTypeOf<string | undefined>();
  // @ts-expect-error: a catalogue that is changed
  examples.errorCodes.pop();
});
