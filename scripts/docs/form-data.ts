import type { Contract, RequestBody } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { isObject } from '../../src/contract/openapi.js';
import { mockNumbers } from '../../src/mock/faults.js';
import { sampleAgent } from './samples.js';

/** What the form on the page knows of the contract: JSON, put into the page by the build. */
export interface FormData {
  readonly agentName: { readonly header: string; readonly example: string };
  /** Name of the header. */
  readonly traceId: string;
  /** Servers other than the mock, which the form names and does not call. */
  readonly live: readonly string[];
  readonly operations: readonly FormOperation[];
  /** Numbers that only the mock knows. */
  readonly mockNumbers: readonly { readonly number: string; readonly summary: string }[];
}

export interface FormOperation {
  readonly id: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly requests: readonly FormRequest[];
  /** The answers that a number in a request brings. */
  readonly numbers: readonly { readonly number: string; readonly summary: string; readonly status: number }[];
}

export interface FormRequest {
  readonly summary: string;
  readonly body: unknown;
  /** The field that takes a test number, if there is one. */
  readonly numberField?: string | undefined;
}

/** Reads what the form needs out of the contract. */
export function formData(contract: Contract): FormData {
  const { headerNames } = conventionsOf(contract);
  return {
    agentName: { header: headerNames.agentName, example: sampleAgent },
    traceId: headerNames.traceId,
    live: contract.servers.map(({ url }) => url),
    operations: contract.operations.map(({ id, summary, method, path, request, examples }) => ({
      id,
      summary,
      method,
      path,
      requests: request?.examples.map((example) => ({
        summary: example.summary,
        body: example.body,
        numberField: numberField(request, example.body),
      })) ?? [{ summary: 'Without a body', body: undefined }],
      numbers: examples.flatMap(({ status, summary: what, testNumbers: [number] }) =>
        number ? [{ number, summary: what, status }] : [],
      ),
    })),
    mockNumbers: mockNumbers.map(({ number, summary }) => ({ number, summary })),
  };
}

/** Of the fields that may hold a test number, the one of a request that holds digits already: numbers look like what is there. */
function numberField({ testFields }: RequestBody, body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const present = testFields.filter((field) => typeof body[field] === 'string');
  return present.find((field) => /^\d{6,}$/.test(String(body[field]))) ?? present[0];
}
