import type { Contract, Operation } from '../contract/contract.js';
import { exampleForInvalid, type Preference } from './choose-example.js';

/** One reason why a request was refused, in the form of Prism's `sl-violations` header. It never holds a value of a field. */
export interface Violation {
  /** Where: `request`, then for instance `body` and the name of a field. */
  readonly location: readonly string[];
  readonly severity: 'Error' | 'Warning' | 'Information' | 'Hint';
  readonly code: string;
  readonly message: string;
}

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

const maxMessageLength = 240;

/** How many reasons a refusal keeps: a body may break a rule a hundred thousand times. */
const maxViolations = 50;

/** A violation of the request. */
export const violation = (location: readonly string[], code: string, message: string): Violation => ({
  location: ['request', ...location].map((part) => cut(part, maxMessageLength)),
  severity: 'Error',
  code,
  message: cut(message, maxMessageLength),
});

/** A text that is not longer than it helps. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** Keeps the first violations, and says how many more there were. */
export function limited<T>(found: readonly T[], toViolation: (item: T) => Violation): Violation[] {
  const kept = found.slice(0, maxViolations).map(toViolation);
  return found.length > maxViolations ? [...kept, more(found.length - maxViolations)] : kept;
}

const more = (count: number): Violation => violation([], 'truncated', `${count} more`);

/** What stands for violations that are left out. The last of them may stand for others itself. */
export const standIn = (left: readonly Violation[]): Violation =>
  more(left.reduce((sum, { code, message }) => sum + (code === 'truncated' ? Number.parseInt(message, 10) : 1), 0));

/** The response header in which the reasons of a refusal travel, as in Prism. */
export const violationsHeader = 'sl-violations';

const maxHeaderLength = 4096;

/**
 * Writes violations as a header value: JSON in ASCII alone, since Node refuses other characters in a header and a property
 * may be named in any script. What is too long is left out whole, so that the value stays JSON.
 */
export function violationsHeaderValue(violations: readonly Violation[]): string {
  const items: string[] = [];
  let length = 2;
  for (const [index, item] of violations.entries()) {
    const json = asciiJson(item);
    if (length + json.length > maxHeaderLength) {
      items.push(asciiJson(standIn(violations.slice(index))));
      break;
    }
    items.push(json);
    length += json.length + 1;
  }
  return `[${items.join(',')}]`;
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
