import type { Contract, Operation } from '../contract/contract.js';
import { isObject } from '../contract/openapi.js';

/** One reason why a request was refused, in the form of Prism's `sl-violations` header. It never holds a value of a field. */
export interface Violation {
  /** Where: `request`, then for instance `body` and the name of a field. */
  readonly location: readonly string[];
  readonly severity: 'Error';
  readonly code: string;
  readonly message: string;
}

/** A response of the mock, before it is written to a connection. */
export interface MockResponse {
  readonly status: number;
  readonly body: unknown;
  /** Key of the example in the body. */
  readonly example?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** If set, `body` is text or bytes. Otherwise it is sent as JSON. */
  readonly mediaType?: string;
  /** How the network fails, if the request asks for that. */
  readonly interruption?: 'noAnswer' | 'cutConnection';
  /** How long to wait before it is sent, in milliseconds. @default 0 */
  readonly delayMs?: number;
  /** Why the request was refused, if it was. */
  readonly violations: readonly Violation[];
}

/** Refuses a request with the spec's example for a status. If there is none, the gateway's envelope has the reason. */
export function refuse(
  { operations }: Contract,
  status: number,
  code: string,
  reason: string,
  headers?: Readonly<Record<string, string>>,
): MockResponse {
  const examples = operations.flatMap((operation) => operation.examples);
  const example = examples.find((candidate) => candidate.status === status);
  const gateway = examples.find(({ response }) => response === 'default')?.body;
  return {
    status,
    body: example?.body ?? { ...(isObject(gateway) ? gateway : {}), error_msg: reason },
    example: example?.key,
    ...(headers && { headers }),
    violations: [violation([], code, reason)],
  };
}

/** The largest request body that the mock reads, in bytes: 1 MiB. */
export const maxBodyBytes = 1024 * 1024;

export const refuseLargeBody = (contract: Contract): MockResponse =>
  refuse(contract, 413, 'size', `The request body is larger than ${maxBodyBytes} bytes`);

/** Refuses an invalid request as the service does. The message has the first reasons after the published text. */
export function refuseInvalid(
  contract: Contract,
  { examples }: Operation,
  violations: readonly Violation[],
): MockResponse {
  const first = violations.slice(0, 3).map(({ message }) => message);
  const reasons = first.join('; ') + (violations.length > 3 ? `; and ${violations.length - 3} more` : '');
  const example = examples.find(({ status }) => status === 400);
  if (!example || !isObject(example.body)) return refuse(contract, 400, 'invalid', reasons);
  const body = { ...example.body, msg: [example.body['msg'], reasons].filter(Boolean).join(' ') };
  return { status: 400, body, example: example.key, violations };
}

const maxMessageLength = 240;

/** Creates a violation. Texts are truncated. */
export const violation = (location: readonly string[], code: string, message: string): Violation => ({
  location: ['request', ...location].map((part) => truncate(part, maxMessageLength)),
  severity: 'Error',
  code,
  message: truncate(message, maxMessageLength),
});

export const truncate = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** The response header with the reasons of a refusal, as in Prism. */
export const violationsHeader = 'sl-violations';

const maxHeaderLength = 4096;

/** Returns violations as a header value: JSON in ASCII only, since a field may have a name in any script. */
export const violationsHeaderValue = (violations: readonly Violation[]): string =>
  `[${fitIntoHeader(violations).map(asciiJson).join(',')}]`;

/** Returns the violations that fit into the header, and a count of the others. */
export function fitIntoHeader(violations: readonly Violation[]): Violation[] {
  let length = 2;
  const end = violations.findIndex((item) => {
    length += asciiJson(item).length + 1;
    return length > maxHeaderLength;
  });
  if (end < 0) return [...violations];
  return [...violations.slice(0, end), violation([], 'truncated', `${violations.length - end} more`)];
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
