import { expectTypeOf, test } from 'vitest';
import { errorCodes, examples, login } from '../../src/examples.js';
import {
  type ClientOptions,
  type CodeLoginRequest,
  createKooDriveAuthClient,
  isKooDriveError,
  type KooDriveAuthClient,
  type KooDriveError,
  type LoginData,
  type LoginRequest,
  type Outcome,
  type PasswordLoginRequest,
  type paths,
  type RegisterUserData,
  type RegisterUserRequest,
  type SessionInfo,
  servers,
  type UserInfo,
  unwrap,
} from '../../src/index.js';
import { createOpenApiFetchClient } from '../../src/openapi-fetch.js';
import * as validate from '../../src/schemas.js';

const signal = new AbortController().signal;
const user = { firstname: 'mike', phone: '0027', captchaToken: 'c', password: 'p' };

/** Nothing is called here: the compiler is the test, and each line after `@ts-expect-error` must not compile. */
const forTheCompiler = (_use: (auth: KooDriveAuthClient) => unknown) => {};

test('the documented uses compile', () => {
  forTheCompiler(async (auth) => {
    const outcome = await auth.login({ account: 'a', authType: '1', password: 'p' }, { signal, timeoutMs: 1 });
    expectTypeOf(outcome).toEqualTypeOf<Outcome<LoginData>>();
    expectTypeOf(outcome.traceId).toEqualTypeOf<string>();
    if (outcome.ok) {
      expectTypeOf(outcome.data.sessionInfo).toEqualTypeOf<SessionInfo>();
      expectTypeOf(outcome.data.userInfo).toEqualTypeOf<UserInfo>();
      expectTypeOf(outcome.error).toEqualTypeOf<undefined>();
      expectTypeOf(outcome.response).toEqualTypeOf<Response>();
      expectTypeOf(outcome.status).toEqualTypeOf<number>();
    } else {
      expectTypeOf(outcome.data).toEqualTypeOf<undefined>();
      expectTypeOf(outcome.error).toEqualTypeOf<KooDriveError>();
      expectTypeOf(outcome.response).toEqualTypeOf<Response | undefined>();
    }
    expectTypeOf(unwrap(await auth.registerUser(user))).toEqualTypeOf<RegisterUserData>();
    await auth.login({ account: 'a', authType: '2', captchaToken: 'c' });
    await auth.registerUser({ ...user, surname: 's', email: '' }, { traceId: 't', headers: { a: 'b' } });
    await auth.registerUser({ ...user, surname: undefined, email: undefined }, undefined);
    await auth.login({ account: 'a', authType: '1', password: 'p' }, { signal: undefined, headers: new Headers() });
    createKooDriveAuthClient({ baseUrl: servers.chinaMainland, agentName: 'a', fetch, validate });
    createKooDriveAuthClient({ baseUrl: new URL('https://a'), agentName: 'a', timeoutMs: 1, allowInsecureHttp: true });
    createKooDriveAuthClient({ baseUrl: '', agentName: '', validate: { loginResponse: validate.loginResponse } });
  });
});

test('requests, data and examples have the types of the contract', () => {
  expectTypeOf<LoginRequest>().toEqualTypeOf<PasswordLoginRequest | CodeLoginRequest>();
  expectTypeOf<PasswordLoginRequest['authType']>().toEqualTypeOf<'1'>();
  expectTypeOf<CodeLoginRequest['authType']>().toEqualTypeOf<'2'>();
  expectTypeOf<RegisterUserRequest['surname']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<SessionInfo['expiresIn']>().toEqualTypeOf<number>();
  expectTypeOf<UserInfo['userId']>().toEqualTypeOf<string>();
  expectTypeOf(examples.login.requests.withPassword).toExtend<LoginRequest>();
  expectTypeOf(login.responses.withPassword.body.data.sessionInfo.expiresIn).toEqualTypeOf<number>();
  expectTypeOf(login.responses.wrongPassword.testNumbers[0]).toEqualTypeOf<'0027000040002'>();
  // @ts-expect-error: a second test number of an example that has one
  login.responses.wrongPassword.testNumbers[1];
  expectTypeOf(errorCodes[0]?.kind).toEqualTypeOf<'service' | 'gateway' | undefined>();
  // @ts-expect-error: a catalogue that is changed
  forTheCompiler(() => errorCodes.pop());
});

test('the kind of an error narrows it, and a switch over it can be exhaustive', () => {
  const describeError = (error: KooDriveError): string => {
    switch (error.kind) {
      case 'service':
        return error.code + error.serviceMessage + error.status.toFixed();
      case 'gateway':
        return error.code + error.requestId + error.status.toFixed();
      case 'invalid-response':
        return `${error.status.toFixed()} ${error.issues?.map((issue) => issue.message)}`;
      case 'invalid-request':
        return error.issues.map((issue) => issue.message + issue.path.join('.') + issue.code).join();
      case 'network':
        return error.cause.name + error.cause.message + error.cause.code;
      case 'timeout':
      case 'aborted':
        return `${error.status?.toFixed()}`;
      default:
        return error satisfies never;
    }
  };
  expectTypeOf(describeError).returns.toEqualTypeOf<string>();
  expectTypeOf<KooDriveError>().toExtend<Error>();
  const caught: unknown = undefined;
  if (isKooDriveError(caught)) expectTypeOf(caught).toEqualTypeOf<KooDriveError>();
});

test('a wrong request does not compile', () => {
  const { password: _, ...open } = user;
  forTheCompiler((auth) => {
    // @ts-expect-error: no password
    auth.login({ account: 'a', authType: '1' });
    // @ts-expect-error: a captcha token in place of the password
    auth.login({ account: 'a', authType: '1', captchaToken: 'c' });
    // @ts-expect-error: no captcha token
    auth.login({ account: 'a', authType: '2' });
    // @ts-expect-error: a password that may be missing
    auth.login({ account: 'a', authType: '1', password: user.password as string | undefined });
    // @ts-expect-error: no kind of verification
    auth.login({ account: 'a', password: 'p' });
    // @ts-expect-error: the account as a number
    auth.login({ account: 27, authType: '1', password: 'p' });
    // @ts-expect-error: a surplus field
    auth.login({ account: 'a', authType: '1', password: 'p', remember: true });
    // @ts-expect-error: nothing
    auth.login();
    // @ts-expect-error: no password
    auth.registerUser(open);
    // @ts-expect-error: a surplus field
    auth.registerUser({ ...user, nick: 'm' });
    // @ts-expect-error: an address that is no string
    auth.registerUser({ ...user, email: null });
  });
});

test('a wrong option does not compile', () => {
  forTheCompiler((auth) => {
    // @ts-expect-error: a misspelt option
    auth.registerUser(user, { timeout: 1 });
    // @ts-expect-error: a signal in place of the options
    auth.registerUser(user, signal);
    // @ts-expect-error: a controller in place of its signal
    auth.registerUser(user, { signal: new AbortController() });
    // @ts-expect-error: a header without a value
    auth.registerUser(user, { headers: { a: undefined } });
    // @ts-expect-error: no base URL
    createKooDriveAuthClient({ agentName: 'a' });
    // @ts-expect-error: a misspelt option
    createKooDriveAuthClient({ baseURL: '', agentName: 'a' });
    // @ts-expect-error: a schema of nothing
    createKooDriveAuthClient({ baseUrl: '', agentName: 'a', validate: { loginRequests: validate.loginRequest } });
    // @ts-expect-error: nothing
    createKooDriveAuthClient();
  });
  // @ts-expect-error: options do not change
  expectTypeOf<ClientOptions>().toEqualTypeOf<{ -readonly [Key in keyof ClientOptions]: ClientOptions[Key] }>();
});

test('reading an outcome before checking it does not compile', () => {
  forTheCompiler(async (auth) => {
    const outcome = await auth.login({ account: 'a', authType: '1', password: 'p' });
    const { data, error } = outcome;
    expectTypeOf(error).toEqualTypeOf<KooDriveError | undefined>();
    // @ts-expect-error: data before ok
    data.userInfo;
    if (outcome.ok) return;
    // @ts-expect-error: a code before the kind
    outcome.error.code;
    // @ts-expect-error: a code of a timeout
    if (outcome.error.kind === 'timeout') outcome.error.code;
    // @ts-expect-error: a request id of the service
    if (outcome.error.kind === 'service') outcome.error.requestId;
    // @ts-expect-error: a code compared as a number
    if (outcome.error.kind === 'service' && outcome.error.code === 13000102) return;
  });
});

test('an openapi-fetch client is typed with the paths, and asks for no header', () => {
  const path = '/koodrive/ose/v1/auth/login';
  const body = { account: 'a', authType: '1', password: 'p' } as const;
  forTheCompiler(async () => {
    const client = createOpenApiFetchClient({ baseUrl: '', agentName: 'a', fetch });
    const { data, error } = await client.POST(path, { body });
    if (data && 'data' in data) expectTypeOf(data.data.sessionInfo.accessToken).toEqualTypeOf<string>();
    if (error && 'error_code' in error) expectTypeOf(error.request_id).toEqualTypeOf<string>();
    await client.POST(path, { body, params: { header: { 'X-Traceid': 't' } } });
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
  expectTypeOf<typeof path | '/koodrive/ose/v1/user/register'>().toExtend<keyof paths>();
});

test('a schema has the type that it validates', () => {
  const result = validate.loginRequest['~standard'].validate({});
  if (!result.issues) expectTypeOf(result.value).toEqualTypeOf<LoginRequest>();
  type Types<T extends { '~standard': { types?: unknown } }> = NonNullable<T['~standard']['types']>;
  expectTypeOf<Types<typeof validate.loginRequest>>().toExtend<{ output: LoginRequest }>();
  expectTypeOf<Types<typeof validate.registerUserRequest>>().toExtend<{ output: RegisterUserRequest }>();
});
