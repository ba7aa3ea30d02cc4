import { successCode } from '../generated/client.js';
import type { Shape } from './call.js';
import { attempt } from './check.js';
import type { Fault } from './errors.js';
import type { Schema } from './validate.js';

/** The fault of an answer that the contract does not know. */
export const invalid = (reason: string, fields?: object): Fault => ({ kind: 'invalid-response', reason, fields });

const isString = (value: unknown): value is string => typeof value === 'string';

/** Whether a value has every promised field, of the promised type. More fields do no harm. */
const fits = (shape: Shape[string], value: unknown): boolean =>
  typeof shape === 'object'
    ? Object(value) === value && Object.entries(shape).every(([field, sample]) => fits(sample, Object(value)[field]))
    : // To JSON, 1e999 is a number.
      typeof value === typeof shape && value !== 1 / 0 && value !== -1 / 0;

/** Reads an answer by its body rather than by its status alone: a 200 may carry a refusal. */
export async function interpret(
  text: string,
  statusOk: boolean,
  shape: Shape,
  schema: Schema | undefined,
): Promise<Fault | { readonly kind?: undefined; readonly data: unknown }> {
  const body: unknown = attempt(() => JSON.parse(text));
  let { code, msg, data, error_code, error_msg, request_id } = Object(body);
  if (Number.isInteger(code)) code = `${code}`;
  if (isString(code) && isString(msg)) {
    if (code !== successCode)
      return { kind: 'service', reason: `${code} ${msg}`, fields: { code, serviceMessage: msg } };
    if (!statusOk || !fits(shape, data)) return invalid('success without its data');
    const { issues } = (await schema?.['~standard'].validate(body)) ?? {};
    return issues ? invalid(`${issues.map((issue) => issue.message)}`, { issues }) : { data };
  }
  return isString(error_code) && isString(error_msg) && isString(request_id)
    ? {
        kind: 'gateway',
        reason: `${error_code} ${error_msg}`,
        fields: { code: error_code, serviceMessage: error_msg, requestId: request_id },
      }
    : invalid(body === undefined ? 'not JSON' : 'no known envelope');
}
