import type { Contract, Operation, ResponseExample } from '../contract/contract.js';
import { checkRequest, decodeBody, type FindBodySchema, type Headers } from './check.js';
import { type Delay, delayForm, parseDelay, pickDelay } from './options.js';
import type { PrismOperation } from './prism.js';
import {
  type MockResponse,
  refuse,
  refuseInvalid,
  violation,
  violationsHeader,
  violationsHeaderValue,
} from './refuse.js';
import { readPreference, selectExample } from './select-example.js';
import { type Simulation, simulate, withCurrentTimes } from './simulate.js';

/** What the mock responds from: the contract, its validators and Prism. */
export interface MockBackend {
  readonly contract: Contract;
  readonly findSchema: FindBodySchema;
  /** By operation id. The MSW handlers have none, since Prism needs Node. */
  readonly prism?: ReadonlyMap<string, PrismOperation>;
}

/** How to respond, unless a request asks for something else. */
export interface Settings {
  readonly delay: Delay | undefined;
  /** Whether a session keeps the times of the example, instead of starting now. */
  readonly publishedTimes: boolean;
}

/** The operation that a request calls, or the response to a request that calls none. */
export type Route = { readonly operation: Operation } | { readonly refusal: MockResponse };

/** Finds the operation for a method and a path. `prefix` is the path before that of the operation; `undefined` allows any. */
export function route(contract: Contract, method: string, path: string, prefix: string | undefined): Route {
  const find = (candidate: string) =>
    contract.operations.filter((operation) =>
      prefix === undefined ? candidate.endsWith(operation.path) : candidate === prefix + operation.path,
    );
  const matching = find(path);
  const operation = matching.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  if (matching.length > 0) {
    const allow = [...matching.map((candidate) => candidate.method), 'OPTIONS'].join(', ');
    const reason = `${method} is not allowed here, only ${allow}`;
    return { refusal: refuse(contract, 405, 'method', reason, { Allow: allow }) };
  }
  const [near] = find(withoutSlashes(path));
  const paths = contract.operations.map((candidate) => candidate.path).join(', ');
  const hint = near ? `did you mean ${near.path}, without a slash at its end?` : `the paths are ${paths}`;
  return { refusal: refuse(contract, 404, 'route', `No such path: ${hint}`) };
}

/** Returns a path without the slashes at its end. The lookbehind keeps the time linear. */
export const withoutSlashes = (path: string): string => path.replace(/(?<!\/)\/+$/, '');

/** Responds to a request for an operation. The server and the MSW handlers share this. */
export async function answer(
  backend: MockBackend,
  operation: Operation,
  headers: Headers,
  body: Uint8Array,
  settings: Settings,
): Promise<MockResponse> {
  const requested = headers['x-mock-delay'];
  const delay = requested === undefined ? settings.delay : parseDelay(requested);
  if (requested !== undefined && !delay)
    return refuseHeader(backend, operation, 'x-mock-delay', `x-mock-delay must be ${delayForm}`);
  const response = await answerAtOnce(backend, operation, headers, body, settings.publishedTimes);
  return delay ? { ...response, delayMs: pickDelay(delay) } : response;
}

async function answerAtOnce(
  backend: MockBackend,
  operation: Operation,
  headers: Headers,
  bytes: Uint8Array,
  publishedTimes: boolean,
): Promise<MockResponse> {
  const { contract, findSchema } = backend;
  const prism = backend.prism?.get(operation.id);
  const preference = readPreference(operation, headers['prefer']);
  if ('problem' in preference) return refuseHeader(backend, operation, 'Prefer', preference.problem);
  if (preference.dynamic && !prism)
    return refuseHeader(backend, operation, 'Prefer', 'Prefer: only the mock server has dynamic=true');

  const decoded = decodeBody(bytes, headers['content-type'], operation.request?.mediaTypes ?? []);
  if ('violations' in decoded) return refuseInvalid(contract, operation, decoded.violations);
  const body = decoded.value;
  const checked = checkRequest(operation, headers, body, findSchema);
  // The compiled validators explain better, and Prism takes seconds to validate a body with many mistakes.
  const violations = checked.length > 0 || !prism ? checked : await prism.validate(headers, body);
  if (violations.length > 0) return refuseInvalid(contract, operation, violations);

  const { example, byNumber, simulation } = selectExample(operation, body, preference);
  const wantsGenerated = preference.dynamic && !byNumber && !simulation;
  const generated = wantsGenerated ? await prism?.generate(preference.example?.status, preference.seed) : undefined;
  // If Prism generates nothing valid, the example is sent.
  if (generated) return answerExample(operation, { ...generated, key: 'dynamic' }, undefined, false);
  if (!example) return refuse(contract, 500, 'mock', 'The spec has no example for this response');
  return answerExample(operation, example, simulation, publishedTimes);
}

/** Responds with an example or a generated body. A simulation changes the response. */
export function answerExample(
  operation: Operation,
  { status, body, key }: Pick<ResponseExample, 'status' | 'body' | 'key'>,
  simulation: Simulation | undefined,
  publishedTimes: boolean,
): MockResponse {
  const isPublished = publishedTimes && simulation !== 'shortSession';
  const current = isPublished ? body : withCurrentTimes(body, operation);
  const response = { status, body: current, example: key, violations: [] };
  return simulation ? simulate(simulation, response, operation) : response;
}

/** Refuses an invalid `Prefer` or `x-mock-delay`. The message is not truncated, since it lists the valid values. */
const refuseHeader = ({ contract }: MockBackend, operation: Operation, name: string, message: string) =>
  refuseInvalid(contract, operation, [{ ...violation(['header', name], 'wish', ''), message }]);

/** Returns the body of a response as it is sent. */
export const contentOf = ({ mediaType, body }: MockResponse): string | Uint8Array<ArrayBuffer> =>
  mediaType === undefined ? JSON.stringify(body ?? null) : (body as string | Uint8Array<ArrayBuffer>);

/** Returns the headers of a response. */
export const headersOf = ({
  mediaType = 'application/json',
  violations,
  headers,
}: MockResponse): Record<string, string> => ({
  'Content-Type': mediaType,
  'Cache-Control': 'no-store',
  ...(violations.length > 0 && { [violationsHeader]: violationsHeaderValue(violations) }),
  ...headers,
});
