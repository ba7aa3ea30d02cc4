import { successCode } from '../generated/client.js';
import type { Shape } from './call.js';
import type { Fault } from './errors.js';

/** What an answer says: its data, or a fault. */
export type Reading = { readonly data: unknown; readonly fault?: undefined } | { readonly fault: Fault };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has every promised field, of the promised type. More fields do no harm. */
const fits = (shape: Shape[string], value: unknown): boolean =>
  isObject(shape)
    ? isObject(value) && Object.entries(shape).every(([field, sample]) => fits(sample, value[field]))
    : // 1e999 is a number to JSON.
      typeof value === typeof shape && (typeof shape !== 'number' || Number.isFinite(value));

/** The reading of an answer that the contract does not know. */
export const invalid = (reason: string, issues?: Fault['issues']): { fault: Fault } => ({
  fault: { kind: 'invalid-response', reason, issues },
});

/** Reads an answer by what it says, not by its status alone: a 200 may carry a refusal. `granted` is whether the status is a success. */
export function interpret(granted: boolean, body: unknown, shape: Shape): Reading {
  if (!isObject(body)) return invalid('the body is not a JSON object');
  const { code, msg, data, error_code, error_msg, request_id } = body;

  if (typeof msg === 'string' && (typeof code === 'string' || Number.isInteger(code))) {
    if (String(code) !== successCode) return { fault: { kind: 'service', code: String(code), serviceMessage: msg } };
    if (!granted) return invalid('the code of a success with the status of a failure');
    return fits(shape, data) ? { data } : invalid('a success without the promised data');
  }

  if (typeof error_code === 'string' && typeof error_msg === 'string' && typeof request_id === 'string') {
    return { fault: { kind: 'gateway', code: error_code, serviceMessage: error_msg, requestId: request_id } };
  }
  return invalid('the body is in no known envelope');
}
