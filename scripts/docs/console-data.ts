import type { Contract, Operation } from '../generate/contract.js';
import { type Body, type Example, type OperationObject, type Reference, resolve } from '../generate/openapi.js';
import { sampleAgent } from './samples.js';

/** What the console on the page knows of the contract: JSON, put into the page by the build. */
export interface ConsoleData {
  agentName: { header: string; example: string };
  traceId: { header: string; length: number };
  operations: ConsoleOperation[];
}

export interface ConsoleOperation {
  id: string;
  summary: string;
  method: string;
  path: string;
  requests: { key: string; summary: string; body: unknown }[];
  /** The answers that a number in a request brings. */
  outcomes: { key: string; summary: string; status: number; number: string }[];
}

/** Reads what the console needs out of the contract. */
export const consoleData = (contract: Contract): ConsoleData => ({
  agentName: { header: contract.headerNames.agentName, example: sampleAgent },
  traceId: { header: contract.headerNames.traceId, length: contract.traceIdLength },
  operations: contract.operations.map((operation) => ({
    id: operation.id,
    summary: operation.summary,
    method: operation.method,
    path: operation.path,
    requests: requestsOf(contract, operation),
    outcomes: Object.entries(operation.responses).flatMap(
      ([
        key,
        {
          summary,
          status,
          testNumbers: [number],
        },
      ]) => (number ? [{ key, summary, status, number }] : []),
    ),
  })),
});

function requestsOf({ document }: Contract, { path, method }: Operation): ConsoleOperation['requests'] {
  const object = document.paths[path]?.[method.toLowerCase()] as OperationObject | undefined;
  const requestBody = object?.requestBody;
  const content = requestBody ? Object.values(resolve<Body>(document, requestBody).content ?? {}) : [];
  return content.flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([key, entry]: [string, Example | Reference]) => {
      const { summary, value } = resolve<Example>(document, entry);
      return { key, summary: summary ?? key, body: value };
    }),
  );
}
