/**
 * Code that a consumer may have written since the last major release. It uses every entry point and every exported name. It never runs:
 * `npm run breaking` compiles it. If it no longer compiles, the next version is a major version.
 */
import { login, registerUser } from '../../src/examples.js';
import {
  accessTokenExpiresAt,
  authorizationHeader,
  type CallOptions,
  type ClientOptions,
  type CodeLoginRequest,
  type components,
  createKooDriveAuthClient,
  createTraceId,
  type GatewayEnvelope,
  isAccessTokenExpired,
  isKooDriveError,
  type KooDriveAuthClient,
  type KooDriveError,
  type LoginData,
  type LoginEnvelope,
  type LoginRequest,
  type LoginResponse,
  type Outcome,
  type operations,
  type PasswordLoginRequest,
  type paths,
  type RegisterUserData,
  type RegisterUserEnvelope,
  type RegisterUserRequest,
  type RegisterUserResponse,
  type ServiceEnvelope,
  type SessionInfo,
  servers,
  type UserInfo,
  unwrap,
} from '../../src/index.js';
import { startMock } from '../../src/mock.js';
import { handlers } from '../../src/msw.js';
import { createOpenApiFetchClient } from '../../src/openapi-fetch.js';
import { loginRequest, loginResponse, registerUserRequest, registerUserResponse } from '../../src/schemas.js';

const options: ClientOptions = {
  baseUrl: servers.chinaMainland,
  agentName: 'my-carrier',
  timeoutMs: 5000,
  allowInsecureHttp: false,
  fetch: (url, init) => fetch(url, init),
  validate: { loginRequest, loginResponse, registerUserRequest, registerUserResponse },
};
const call: CallOptions = { signal: AbortSignal.timeout(1000), timeoutMs: 1000, traceId: createTraceId(), headers: {} };

/** Both ways to log in, with their required fields only. */
export const requests: readonly LoginRequest[] = [
  { account: '0027', authType: '1', password: 'secret' } satisfies PasswordLoginRequest,
  { account: '0027', authType: '2', captchaToken: 'token' } satisfies CodeLoginRequest,
  login.requests.withPassword,
  login.requests.withCode,
];

/** Registrations with and without optional fields. */
export const registrations: readonly RegisterUserRequest[] = [
  { firstname: 'Mike', phone: '0027', captchaToken: 'token', password: 'secret' },
  { firstname: 'Mike', surname: 'M', phone: '0027', email: '', captchaToken: 'token', password: 'secret' },
  registerUser.requests.newUser,
];

/** Logs in and reads every field of the session and the user. */
export async function logIn(client: KooDriveAuthClient = createKooDriveAuthClient(options)): Promise<string> {
  const [request = login.requests.withPassword] = requests;
  const outcome: Outcome<LoginData> = await client.login(request, call);
  if (!outcome.ok) return describe(outcome.error);
  const { userInfo, sessionInfo }: { userInfo: UserInfo; sessionInfo: SessionInfo } = outcome.data;
  const names: string[] = [
    userInfo.userId,
    userInfo.firstname,
    userInfo.phone,
    userInfo.surname ?? '',
    userInfo.email ?? '',
  ];
  const expired: boolean = isAccessTokenExpired(sessionInfo, { now: new Date(), skewMs: 1000 });
  const until: Date = accessTokenExpiresAt(sessionInfo);
  const headers: HeadersInit = authorizationHeader(sessionInfo);
  const session: [string, number, string, string] = [
    sessionInfo.accessToken,
    sessionInfo.expiresIn,
    sessionInfo.issuedAt,
    sessionInfo.refreshToken,
  ];
  return [...names, expired, until, headers, ...session, outcome.status, outcome.traceId, outcome.response.url].join();
}

/** Registers, or throws. */
export async function register(client: KooDriveAuthClient): Promise<string> {
  const [request = registerUser.requests.newUser] = registrations;
  try {
    const data: RegisterUserData = unwrap(await client.registerUser(request));
    return data.userId + data.phone + data.sessionInfo.accessToken;
  } catch (error) {
    return isKooDriveError(error) ? describe(error) : '';
  }
}

/** Handles every kind of failure. */
export function describe(error: KooDriveError): string {
  type Kind = 'service' | 'gateway' | 'invalid-response' | 'invalid-request' | 'timeout' | 'aborted' | 'network';
  const kind: Kind = error.kind;
  const about: string = kind + error.operation + error.traceId + error.message + error.name;
  switch (error.kind) {
    case 'service':
      return about + error.code + error.serviceMessage + error.status.toFixed();
    case 'gateway':
      return about + error.code + error.serviceMessage + error.requestId + error.status.toFixed();
    case 'invalid-response':
      return `${about} ${error.status.toFixed()} ${error.issues?.map(({ message, path }) => message + path?.length)}`;
    default:
      return about;
  }
}

/** Reads the bodies of responses, and compares codes of both types. */
export function raw(
  body: LoginResponse | RegisterUserResponse,
  gateway: GatewayEnvelope,
  envelopes: [LoginEnvelope, RegisterUserEnvelope, ServiceEnvelope],
): string {
  const [entered, created, refused] = envelopes;
  const succeeded: boolean = entered.code === 0 || created.code === '0';
  const code: string = typeof refused.code === 'string' ? refused.code.trim() : refused.code.toFixed();
  return [
    succeeded,
    code,
    refused.msg,
    'data' in body,
    gateway.error_code,
    gateway.error_msg,
    gateway.request_id,
  ].join();
}

/** Types of the spec by path, by operation and by schema. */
export interface Wire {
  path: paths['/koodrive/ose/v1/auth/login']['post'] | paths['/koodrive/ose/v1/user/register']['post'];
  headers: operations['login']['parameters']['header'];
  refusal: operations['registerUser']['responses'][400 | 401 | 500]['content']['application/json'];
  credentials: components['schemas']['LoginCredentials'];
}

/** Test numbers of failures, by the names of their examples. */
export const outcomes: readonly (string | undefined)[] = [
  login.responses.wrongPassword,
  login.responses.captchaTokenExpired,
  login.responses.accountLocked,
  login.responses.credentialsRefused,
  login.responses.serviceFault,
  login.responses.rateLimited,
  registerUser.responses.phoneTaken,
].map(({ testNumbers }) => testNumbers[0]);

/** Validates a body with a Standard Schema. */
export async function check(body: unknown): Promise<readonly string[]> {
  const result = await loginRequest['~standard'].validate(body);
  if (result.issues) return result.issues.map(({ message }) => message);
  const request: LoginRequest = result.value;
  return [request.account];
}

/** Logs in with openapi-fetch, which adds both headers. */
export async function logInByPath(): Promise<string | undefined> {
  const client = createOpenApiFetchClient({ baseUrl: servers.international, agentName: 'my-carrier', fetch });
  const body = { account: '0027', authType: '1', password: 'secret' } as const;
  const { data, error } = await client.POST('/koodrive/ose/v1/auth/login', { body });
  if (data && 'data' in data) return data.data.sessionInfo.accessToken;
  return error && 'error_code' in error ? error.error_msg : error?.msg;
}

/** Starts the mock, and creates its handlers. */
export async function mock(): Promise<string> {
  const { url, close } = await startMock({ port: 0, host: '127.0.0.1', delay: 0 });
  await close();
  return `${url} ${handlers({ baseUrl: url, delay: '10-20' }).length}`;
}
