import type { Contract, Operation } from '../contract/contract.js';
import { decodeBody } from './body.js';
import { type Preference, readPreference } from './choose-example.js';
import { type Delay, delayForm, delayHeader, parseDelay } from './options.js';
import { impossibleWish, invalidRequest, type MockAnswer, violationsHeader, violationsHeaderValue } from './refusal.js';
import { faultIn, type Simulation, withCurrentTimes, withFault } from './simulate.js';

/** All headers of a request, by their names in small letters. */
export type Headers = Readonly<Record<string, string>>;

/** A request for an operation, whole and within the limit of its size. */
export interface MockRequest {
  readonly operation: Operation;
  /** Path as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** A request whose body could be decoded and whose wishes can be met. */
export interface Question extends Omit<MockRequest, 'body'> {
  readonly body: unknown;
  readonly preference: Preference;
}

/** Decides whether a request is valid, and with which example to answer. */
export type Engine = (question: Question) => MockAnswer | Promise<MockAnswer>;

/**
 * Answers a request for an operation. These are the rules that the server and the MSW handlers share.
 *
 * @param publishedTimes whether times stay as the spec has them, instead of being the present.
 */
export async function answer(
  contract: Contract,
  engine: Engine,
  request: MockRequest,
  publishedTimes: boolean,
): Promise<MockAnswer> {
  const { operation, headers } = request;
  const wish = readPreference(operation, headers['prefer'], request.query);
  if (!wish.ok) return impossibleWish(contract, operation, 'Prefer', wish.reason, wish.offer);
  const delay = headers[delayHeader];
  if (delay !== undefined && !parseDelay(delay))
    return impossibleWish(contract, operation, delayHeader, `${delayHeader} must be ${delayForm}`);

  const { preference } = wish;
  const decoded = decodeBody(request.body, headers['content-type'], operation.request?.mediaTypes ?? []);
  if (!decoded.ok) return invalidRequest(contract, operation, preference, decoded.violations);
  const body = decoded.value;
  const found = await engine({ ...request, body, preference });
  if (found.violations.length > 0) return found;
  return finish(
    operation,
    found,
    preference.example === undefined ? faultIn(operation, body) : undefined,
    publishedTimes,
  );
}

/** Gives an answer the present time, unless it shall have the published one, and the fault that was asked for. */
export function finish(
  operation: Operation,
  found: MockAnswer,
  fault: Simulation | undefined,
  publishedTimes: boolean,
): MockAnswer {
  const timed = publishedTimes && fault !== 'shortSession' ? found : withCurrentTimes(found, operation);
  return fault ? withFault(fault, timed, operation) : timed;
}

/** How long the answer to a request waits: what its header says, else what the mock was started with. */
export const delayOf = (headers: Headers, standard: Delay | undefined): Delay | undefined =>
  parseDelay(headers[delayHeader] ?? '') ?? standard;

/** The body of an answer as it is sent. */
export const contentOf = ({ type, body }: MockAnswer): string =>
  type === undefined ? JSON.stringify(body ?? null) : String(body);

/** The headers of an answer. */
export const headersOf = ({ type = 'application/json', violations, headers }: MockAnswer): Record<string, string> => ({
  'Content-Type': type,
  'Cache-Control': 'no-store',
  ...(violations.length > 0 && { [violationsHeader]: violationsHeaderValue(violations) }),
  ...headers,
});
