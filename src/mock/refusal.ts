import type { Contract, Operation } from '../contract/contract.js';
import { exampleForInvalid, type Preference } from './choose-example.js';
import { type Violation, violation } from './violations.js';

/** An answer of the mock, before it is written to a connection. */
export interface MockAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Key of the example that the body is. */
  readonly example?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Media type of the body, which is a text then. @default JSON */
  readonly type?: string;
  /** How it fails on its way, where that was asked for. */
  readonly broken?: 'noAnswer' | 'cutConnection';
  /** Why the request was refused, if it was. */
  readonly violations: readonly Violation[];
}

/**
 * Answers a request that never reaches an operation: with the spec's example for the status, or where it has none with the
 * envelope of the gateway, which stands before the service, and the reason in words.
 */
export function refusal(
  contract: Contract,
  status: number,
  code: string,
  reason: string,
  headers?: Readonly<Record<string, string>>,
): MockAnswer {
  const examples = contract.operations.flatMap((operation) => operation.examples);
  const example = examples.find((candidate) => candidate.status === status);
  const gateway = examples.find(({ response }) => response === 'default');
  return {
    status,
    body: example?.body ?? { ...fallbackEnvelope, ...asObject(gateway?.body), error_msg: reason },
    example: example?.key,
    ...(headers && { headers }),
    violations: [violation([], code, reason)],
  };
}

/** The gateway's envelope for a spec without an example of it. */
const fallbackEnvelope = { error_code: 'APIG.0101', error_msg: '', request_id: '0'.repeat(32) };

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** Answers as the service does to an invalid request: with the spec's own example for it. */
export function invalidRequest(
  contract: Contract,
  operation: Operation,
  preference: Preference,
  violations: readonly Violation[],
): MockAnswer {
  const example = exampleForInvalid(operation, preference);
  if (!example) return refusal(contract, 400, 'invalid', violations[0]?.message ?? 'The request is invalid.');
  return { status: example.status, body: example.body, example: example.key, violations };
}

/**
 * Answers a wish that cannot be met with the envelope of an invalid request.
 *
 * @param offer what there is to wish for; told in the message of the envelope only, since it is long.
 */
export function impossibleWish(
  contract: Contract,
  operation: Operation,
  header: string,
  reason: string,
  offer?: string,
): MockAnswer {
  const { body, ...answer } = invalidRequest(contract, operation, {}, [violation(['header', header], 'wish', reason)]);
  const message = 'msg' in asObject(body) ? 'msg' : 'error_msg';
  return {
    ...answer,
    example: undefined,
    body: { ...asObject(body), [message]: offer ? `${reason}. ${offer}` : reason },
  };
}

/** The operation that a request names, or the answer to a request that names none. */
export type Route =
  | { readonly operation: Operation }
  | { readonly refusal: MockAnswer; readonly allow?: readonly string[] };

/** Finds the operation for a method and a path. */
export function route(contract: Contract, method: string, path: string): Route {
  const matching = contract.operations.filter((operation) => matches(operation.path, path));
  const operation = matching.find((candidate) => candidate.method === method);
  if (operation) return { operation };
  if (matching.length > 0) {
    const allow = [...new Set(matching.map((candidate) => candidate.method)), 'OPTIONS'];
    const reason = `${method} is not allowed here, only ${allow.join(', ')}`;
    return { refusal: refusal(contract, 405, 'method', reason, { Allow: allow.join(', ') }), allow };
  }
  const near = contract.operations.find((candidate) => matches(candidate.path, withoutSlashes(path)));
  const hint = near ? `did you mean ${near.path}, without a slash at its end?` : `there is ${pathsOf(contract)}`;
  return { refusal: refusal(contract, 404, 'route', `No such path: ${hint}`) };
}

/** How many paths are listed, so that the list fits a message. */
const maxPaths = 4;

/** The paths of the spec, in words. */
function pathsOf({ operations }: Contract): string {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const more = paths.length - maxPaths;
  return [...paths.slice(0, maxPaths), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Whether a path, with percent-encoding, is an instance of a path of the spec. */
function matches(template: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = template.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => part === decode(parts[index] ?? '') || (/^\{.+\}$/.test(part) && parts[index] !== ''))
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A path without the slashes at its end. */
export function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
