import type { Contract } from './contract.js';
import { conventionsOf } from './conventions.js';
import type { Page } from './openapi.js';

/** An error code of the contract. */
export interface ErrorCode {
  /** As text, although the service may send a number (D1). */
  readonly code: string;
  /** Who sends it: the service, or the API gateway in front of it. It is the `kind` of the client's error. */
  readonly kind: 'service' | 'gateway';
  /** The HTTP statuses that it is sent with. */
  readonly statuses: readonly number[];
  /** What happened, in a few words. */
  readonly meaning: string;
  /** What an app should do. */
  readonly advice: string;
  /** Whether it is made up, since the publisher lists none for the case. No real response has it. */
  readonly illustrative: boolean;
  /** The page of the publisher that lists it. */
  readonly page?: Page;
  /** Keys of the examples that have it. */
  readonly examples: readonly string[];
  /** Ids of the operations that it occurs in. */
  readonly operations: readonly string[];
  /** Values of `account` or `phone` that make the mock send it. */
  readonly testNumbers: readonly string[];
}

/** Returns every error code of a contract: those of the service first, then those of the gateway, each in order. */
export function errorCodes(contract: Contract): ErrorCode[] {
  const { successCode } = conventionsOf(contract);
  const failures = contract.operations.flatMap(({ id, examples }) =>
    examples.flatMap((example) => {
      const { code, error_code: gatewayCode } = Object(example.body);
      const kind: ErrorCode['kind'] = gatewayCode === undefined ? 'service' : 'gateway';
      const failure = { ...example, id, kind, code: String(gatewayCode ?? code) };
      return failure.code === successCode ? [] : [failure];
    }),
  );
  return [...new Set(failures.map(({ code }) => code))]
    .map((code): ErrorCode => {
      const same = failures.filter((failure) => failure.code === code);
      const [{ kind, summary, advice, illustrative, page }] = same as [(typeof failures)[0]];
      return {
        code,
        kind,
        statuses: [...new Set(same.map(({ status }) => status))],
        meaning: summary.replace(/ \(illustrative\)$/, ''),
        advice,
        illustrative,
        ...(page && { page }),
        examples: [...new Set(same.map(({ key }) => key))],
        operations: [...new Set(same.map(({ id }) => id))],
        testNumbers: [...new Set(same.flatMap(({ testNumbers }) => testNumbers))],
      };
    })
    .sort((a, b) => b.kind.localeCompare(a.kind) || a.code.localeCompare(b.code));
}
