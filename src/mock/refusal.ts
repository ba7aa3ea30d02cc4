import { exampleForInvalid } from './choice.js';
import type { MockContract, MockOperation } from './contract.js';
import type { Preference } from './prefer.js';
import { type Violation, violation } from './violation.js';

/** An answer of the mock, before it is written to a connection. */
export interface MockAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Key of the example that the body is. */
  readonly example?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why the request was refused, if it was. */
  readonly violations: readonly Violation[];
}

/**
 * Answers a request that never reaches an operation: with the spec's example for the status, or where it has none with the
 * envelope of the gateway, which stands before the service, and the reason in words.
 */
export function refusal(
  contract: MockContract,
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
  contract: MockContract,
  operation: MockOperation,
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
  contract: MockContract,
  operation: MockOperation,
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
