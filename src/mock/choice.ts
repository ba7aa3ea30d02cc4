import type { MockExample, MockOperation } from './contract.js';
import type { Preference } from './prefer.js';

/** The example whose test number stands in one of the fields that may hold one. */
export function exampleByTestNumber(operation: MockOperation, body: unknown): MockExample | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const values = operation.testFields.map((field): unknown => Object.getOwnPropertyDescriptor(body, field)?.value);
  return operation.examples.find(({ testNumbers }) => testNumbers.some((number) => values.includes(number)));
}

/** The example that answers a valid request: what was asked for, else what a test number stands for, else the first success. */
export function exampleForValid(
  operation: MockOperation,
  body: unknown,
  preference: Preference,
): MockExample | undefined {
  const wanted = operation.examples.filter(({ key }) => key === preference.example);
  return (
    wanted.find(({ status }) => status === preference.status) ??
    (wanted[0] && { ...wanted[0], status: preference.status ?? wanted[0].status }) ??
    exampleByTestNumber(operation, body) ??
    firstSuccess(operation)
  );
}

/** The example that answers an invalid request: as in Prism the first one of 422, 400 or `default`, or of these the one asked for. */
export function exampleForInvalid(operation: MockOperation, preference: Preference): MockExample | undefined {
  const response = ['422', '400', '4XX', 'default'].find((key) => operation.responses.includes(key));
  const candidates = operation.examples.filter((example) => example.response === response);
  const asked = preference.status === 422 || preference.status === 400 ? preference.example : undefined;
  const example = candidates.find(({ key }) => key === asked) ?? candidates[0];
  return example && response === 'default' ? { ...example, status: 422 } : example;
}

function firstSuccess({ examples }: MockOperation): MockExample | undefined {
  const successes = examples.filter(({ status }) => status >= 200 && status < 300);
  const lowest = Math.min(...successes.map(({ status }) => status));
  return successes.find(({ status }) => status === lowest) ?? examples[0];
}
