import type { Contract, Operation } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { isObject } from '../../src/contract/openapi.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { sampleAgent } from './samples.js';

/** What the form on the page knows of the contract: JSON, put into the page by the build. */
export type FormData = ReturnType<typeof formData>;
export type FormOperation = FormData['operations'][number];

/** Reads what the form needs out of the contract. */
export function formData(contract: Contract) {
  const { headerNames } = conventionsOf(contract);
  return {
    agentName: { header: headerNames.agentName, example: sampleAgent },
    /** Name of the header. */
    traceId: headerNames.traceId,
    /** Servers other than the mock, which the form names and does not call. */
    live: contract.servers.map(({ url }) => url),
    operations: contract.operations.map(formOperation),
    /** Numbers that only the mock knows. */
    mockNumbers: mockNumbers.map(({ number, summary }) => ({ number, summary })),
  };
}

const formOperation = ({ id, summary, method, path, request, examples }: Operation) => ({
  id,
  summary,
  method,
  path,
  requests: (request?.examples ?? []).map((example) => ({
    summary: example.summary,
    body: example.body,
    numberField: numberField(request?.testFields ?? [], example.body),
  })),
  /** The answers that a number in a request brings. */
  numbers: examples.flatMap(({ status, summary: what, testNumbers: [number] }) =>
    number ? [{ number, summary: what, status }] : [],
  ),
});

/** Of the fields that may hold a test number, the one of a request that holds digits already: numbers look like what is there. */
function numberField(testFields: readonly string[], body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const present = testFields.filter((field) => typeof body[field] === 'string');
  return present.find((field) => /^\d{6,}$/.test(String(body[field]))) ?? present[0];
}
