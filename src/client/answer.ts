import { successCode } from '../../generated/client.js';
import type { Shape } from './call.js';
import type { Fault } from './errors.js';
import type { Issue } from './schema.js';

/** The fault of an answer that the contract does not know. */
export const invalid = (reason: string, issues?: readonly Issue[]): Fault => ['invalid-response', reason, { issues }];

/** The fault of an answer that says no. */
const refused = (kind: 'service' | 'gateway', code: string, serviceMessage: string, requestId?: string): Fault => [
  kind,
  `${code} ${serviceMessage}`,
  { requestId, serviceMessage, code },
];

/** Whether a value has all that a sample has, of the same types. More does no harm. */
const fits = <T>(sample: T, value: unknown): value is T =>
  typeof value === typeof sample &&
  value !== null &&
  // The texts and numbers of a sample are empty, so that they have no keys.
  Object.keys(sample as object).every((key) => fits((sample as Fields)[key], (value as Fields)[key]));

type Fields = Record<string, unknown>;

/** What is wrong with an answer. Told by its body rather than by its status alone: a 200 may carry a refusal. */
export function findFault({ ok, status }: Response, body: unknown, shape: Shape): Fault | undefined {
  // A browser hides the status of a redirect: it is then 0.
  if (!ok && status < 400) return invalid('redirect');
  const { data, msg, error_code, error_msg, code, request_id } = Object(body) as Fields;
  if (fits<string>('', msg) && (fits('', code) || Number.isInteger(code))) {
    if (`${code}` !== successCode) return refused('service', `${code}`, msg);
    return ok && fits(shape, data) ? undefined : invalid('success without data');
  }
  return fits(['', '', ''], [error_code, error_msg, request_id])
    ? refused('gateway', error_code as string, error_msg as string, request_id as string)
    : invalid(body ? 'unknown envelope' : 'not JSON up to 1 MiB');
}
