import { headerNames } from '../../generated/client.js';
import { createTraceId } from '../../src/client/trace-id.js';
import type { Document, OperationObject } from '../generate/openapi.js';

/** What an answer should be: the session that was asked for, a refusal by the service, or one by the gateway before it. */
export type Expectation = 'success' | 'refusal' | 'gateway';

/** One call to the service, and what the contract says of its answer. */
export interface Probe {
  readonly name: string;
  /** The operation whose answers the contract lists. */
  readonly operationId: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly traceId: string;
  readonly body: object;
  readonly expected: Expectation;
  /** The status that the contract names for this case. */
  readonly status: number;
  /** What the service lets through when it lets this call through; `undefined` for calls that it should let through. */
  readonly wrong?: string;
}

/** As whom to call. */
export interface Credentials {
  readonly agentName: string;
  readonly account: string;
  readonly password: string;
}

/** A user to create, with the token of a verification code. */
export interface NewUser {
  readonly firstname: string;
  readonly phone: string;
  readonly captchaToken: string;
}

/** What is sent beyond the calls that change nothing. */
export interface ProbeOptions {
  /** Also send a wrong password, once: the service may count it towards a lock. */
  readonly wrongPassword?: boolean;
  /** Also create this user. */
  readonly register?: NewUser;
}

/** The calls that check a live service, the login first. */
export function makeProbes(
  document: Document,
  { agentName, account, password }: Credentials,
  { wrongPassword = false, register }: ProbeOptions = {},
): Probe[] {
  const login = { account, authType: '1', password };
  const probe = (
    name: string,
    operationId: string,
    rest: Pick<Probe, 'body' | 'expected' | 'status'> & Partial<Probe>,
  ): Probe => {
    const traceId = createTraceId();
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      [headerNames.agentName]: agentName,
      [headerNames.traceId]: traceId,
    };
    return { name, operationId, path: pathOf(document, operationId), headers, traceId, ...rest };
  };
  const withoutAgent = probe('log in without an agent name', 'login', {
    body: login,
    expected: 'refusal',
    status: 400,
    wrong: `a request without ${headerNames.agentName}`,
  });
  const { [headerNames.agentName]: _, ...otherHeaders } = withoutAgent.headers;
  return [
    probe('log in', 'login', { body: login, expected: 'success', status: 200 }),
    probe('log in without a proof', 'login', {
      body: { account, authType: '1' },
      expected: 'refusal',
      status: 400,
      wrong: 'a login without a password',
    }),
    { ...withoutAgent, headers: otherHeaders },
    probe('call what is not there', 'login', {
      path: `${pathOf(document, 'login')}/no-such-operation`,
      body: {},
      expected: 'gateway',
      status: 404,
      wrong: 'a call of an unknown operation',
    }),
    ...(wrongPassword
      ? [
          probe('log in with a wrong password', 'login', {
            body: { ...login, password: createTraceId() },
            expected: 'refusal',
            status: 400,
            wrong: 'a wrong password',
          }),
        ]
      : []),
    ...(register
      ? [
          probe('register a user', 'registerUser', {
            body: { ...register, password },
            expected: 'success',
            status: 200,
          }),
        ]
      : []),
  ];
}

function pathOf(document: Document, operationId: string): string {
  for (const [path, item] of Object.entries(document.paths)) {
    const operations = Object.values(item) as OperationObject[];
    if (operations.some((operation) => operation.operationId === operationId)) return path;
  }
  throw new Error(`The contract has no operation ${operationId}.`);
}
