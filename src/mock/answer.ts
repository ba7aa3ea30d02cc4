import { decodeBody } from './body.js';
import type { MockContract, MockOperation } from './contract.js';
import { type Delay, delayForm, delayHeader, parseDelay } from './delay.js';
import type { HeaderLookup } from './headers.js';
import { type Preference, readPreference } from './prefer.js';
import { impossibleWish, invalidRequest, type MockAnswer } from './refusal.js';

/** A request for an operation, whole and within the limit of its size. */
export interface MockRequest {
  readonly operation: MockOperation;
  /** Path as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: HeaderLookup;
  /** All headers, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A request whose body could be decoded and whose wishes can be met. */
export interface Question extends Omit<MockRequest, 'body'> {
  readonly body: unknown;
  readonly preference: Preference;
}

/** Decides whether a request is valid, and with which example to answer. */
export type Engine = (question: Question) => MockAnswer | Promise<MockAnswer>;

/** Answers a request for an operation. These are the rules that the server and the MSW handlers share. */
export async function answer(contract: MockContract, engine: Engine, request: MockRequest): Promise<MockAnswer> {
  const { operation, header } = request;
  const wish = readPreference(operation, header('prefer'), request.query);
  if (!wish.ok) return impossibleWish(contract, operation, 'Prefer', wish.reason, wish.offer);
  const delay = header(delayHeader);
  if (delay !== undefined && !parseDelay(delay))
    return impossibleWish(contract, operation, delayHeader, `${delayHeader} must be ${delayForm}`);

  const decoded = decodeBody(request.body, header('content-type'), operation.mediaTypes);
  if (!decoded.ok) return invalidRequest(contract, operation, wish.preference, decoded.violations);
  return engine({ ...request, body: decoded.value, preference: wish.preference });
}

/** How long the answer to a request waits: what its header says, else what the mock was started with. */
export function delayOf(header: HeaderLookup, standard: Delay | undefined): Delay | undefined {
  const own = header(delayHeader);
  return (own !== undefined ? parseDelay(own) : undefined) ?? standard;
}
