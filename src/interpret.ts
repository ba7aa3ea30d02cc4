import { successCode } from '../generated/client.js';
import type { Shape } from './call.js';
import type { Fault } from './errors.js';

/** The fault of an answer that the contract does not know. */
export const invalid = (reason: string, fields?: object): Fault => ({ kind: 'invalid-response', reason, fields });

/** The fault of an answer that says no. */
const refused = (kind: Fault['kind'], fields: { code: string; serviceMessage: string; requestId?: string }): Fault => ({
  kind,
  reason: `${fields.code} ${fields.serviceMessage}`,
  fields,
});

const isString = (value: unknown): value is string => typeof value === 'string';

const isObject = (value: unknown): value is Record<string, unknown> => Object(value) === value;

/** Whether a value has every promised field, of the promised type. More fields do no harm. */
const fits = (shape: Shape[string] | undefined, value: unknown): boolean =>
  typeof shape === 'object'
    ? isObject(value) && Object.keys(shape).every((field) => fits(shape[field], value[field]))
    : typeof value === typeof shape;

/** What is wrong with an answer. Told by its body rather than by its status alone: a 200 may carry a refusal. */
export function findFault({ ok, status }: Response, body: unknown, shape: Shape): Fault | undefined {
  // A browser hides the status of a redirect: it is then 0.
  if (!ok && status < 400) return invalid('redirect, not followed');
  const { code, msg, data, error_code, error_msg, request_id } = Object(body);
  if (isString(msg) && (isString(code) || Number.isInteger(code))) {
    if (`${code}` !== successCode) return refused('service', { code: `${code}`, serviceMessage: msg });
    return ok && fits(shape, data) ? undefined : invalid('success without its data');
  }
  return [error_code, error_msg, request_id].every(isString)
    ? refused('gateway', { code: error_code, serviceMessage: error_msg, requestId: request_id })
    : invalid(body ? 'unknown envelope' : 'not JSON of up to 1 MiB');
}
