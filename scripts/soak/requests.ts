import { headerNames } from '../../generated/client.js';
import { login, registerUser } from '../../generated/examples.js';

/** A request, and the status that it must be answered with. */
export interface Probe {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly status: number;
  /** What the body must contain. */
  readonly contains: string;
}

const headers = { 'content-type': 'application/json', [headerNames.agentName]: 'my-carrier' };
const post = { method: 'POST', headers };
const loginPath = '/koodrive/ose/v1/auth/login';
const registerPath = '/koodrive/ose/v1/user/register';
const credentials = login.requests.withPassword;
const success = '"sessionInfo"';

/** Requests that keep to the contract: each must be answered as the spec says. */
export const good: readonly Probe[] = [
  {
    ...{ ...post, title: 'login by password', path: loginPath, body: JSON.stringify(credentials) },
    ...{ status: 200, contains: success },
  },
  {
    ...{ ...post, title: 'login by code', path: loginPath, body: JSON.stringify(login.requests.withCode) },
    ...{ status: 200, contains: success },
  },
  {
    ...{ ...post, title: 'registration', path: registerPath, body: JSON.stringify(registerUser.requests.newUser) },
    ...{ status: 200, contains: success },
  },
  ...Object.entries(login.responses).flatMap(([key, { status, testNumbers, body }]): Probe[] =>
    testNumbers.map((account) => ({
      ...{ ...post, title: `test number of ${key}`, path: loginPath, status },
      ...{ body: JSON.stringify({ ...credentials, account }), contains: JSON.stringify(Object.values(body)[0]) },
    })),
  ),
];

const withHeader = (more: Record<string, string>) => ({ method: 'POST', headers: { ...headers, ...more } });
const refused = '"msg"';

/** Requests that break the contract, some of them in ways that have ended other mocks. None may do harm. */
export const bad: readonly Probe[] = [
  { ...post, title: 'JSON cut short', path: loginPath, body: '{"account":', status: 400, contains: refused },
  { ...post, title: 'no body', path: loginPath, body: '', status: 400, contains: refused },
  {
    ...post,
    title: 'bytes that are no text',
    path: loginPath,
    body: Buffer.from([0xff, 0xfe, 0x80]),
    status: 400,
    contains: refused,
  },
  {
    ...post,
    title: 'a field that no header can carry',
    path: loginPath,
    body: JSON.stringify({ ...credentials, 测试: 1 }),
    status: 400,
    contains: refused,
  },
  {
    ...post,
    title: 'a wrong type',
    path: loginPath,
    body: JSON.stringify({ ...credentials, account: 1 }),
    status: 400,
    contains: refused,
  },
  {
    ...post,
    title: 'nested past the stack',
    path: loginPath,
    body: '['.repeat(50_000),
    status: 400,
    contains: refused,
  },
  { ...post, title: 'an unknown path', path: '/nothing/here', body: '{}', status: 404, contains: '"error_code"' },
  {
    ...post,
    title: 'a body that is too large',
    path: loginPath,
    body: Buffer.alloc(3 << 20, 97),
    status: 413,
    contains: '"error_code"',
  },
  {
    ...withHeader({ accept: '*' }),
    title: 'a malformed Accept',
    path: loginPath,
    body: JSON.stringify(credentials),
    status: 200,
    contains: success,
  },
  {
    ...withHeader({ prefer: 'example=nothing' }),
    title: 'an unknown example',
    path: loginPath,
    body: JSON.stringify(credentials),
    status: 400,
    contains: '',
  },
];
