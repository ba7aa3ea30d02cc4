import type { Contract, ResponseExample } from './contract.js';
import { isObject, type Page } from './openapi.js';

/** An error code that is known, and all that is known of it. */
export interface ErrorCode {
  /** As text, although the service may send a number (D1). */
  readonly code: string;
  /** Who answers with it: the service, or the API gateway in front of it. */
  readonly saidBy: 'service' | 'gateway';
  /** The HTTP statuses that it comes with. */
  readonly statuses: readonly number[];
  /** What has happened, in a few words. */
  readonly meaning: string;
  /** What to do about it. */
  readonly advice: string;
  /** Whether it is made up, since the publisher lists none for the case. No real answer will have it. */
  readonly illustrative: boolean;
  /** The page of the publisher that lists it. */
  readonly page?: Page;
  /** Keys of the examples that have it. */
  readonly examples: readonly string[];
  /** Ids of the operations that answer with it. */
  readonly operations: readonly string[];
  /** Values of an `account` or `phone` that make the mock answer with it. */
  readonly testNumbers: readonly string[];
}

/** Every error code of a contract: those of the service first, then those of the gateway, each in the order of its number. */
export function errorCodes({ operations }: Contract): ErrorCode[] {
  const found = new Map<string, ErrorCode>();
  for (const { id, examples } of operations)
    for (const example of examples) {
      const said = codeOf(example);
      if (!said) continue;
      const known = found.get(said.code);
      const { meaning, advice, illustrative, page } = known ?? {
        ...example,
        meaning: example.summary.replace(/ \(illustrative\)$/, ''),
      };
      found.set(said.code, {
        ...said,
        statuses: union(known?.statuses, [example.status]),
        meaning,
        advice,
        illustrative,
        ...(page && { page }),
        examples: union(known?.examples, [example.key]),
        operations: union(known?.operations, [id]),
        testNumbers: union(known?.testNumbers, example.testNumbers),
      });
    }
  const order = ({ saidBy, code }: ErrorCode) => `${saidBy === 'service' ? 0 : 1} ${code}`;
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The code in the body of an example, whichever envelope it has; none in that of a success. */
function codeOf({ body }: ResponseExample): Pick<ErrorCode, 'code' | 'saidBy'> | undefined {
  const { error_code: refusal, code: result } = isObject(body) ? body : {};
  if (typeof refusal === 'string') return { code: refusal, saidBy: 'gateway' };
  if ((typeof result !== 'string' && typeof result !== 'number') || String(result) === '0') return undefined;
  return { code: String(result), saidBy: 'service' };
}

const union = <T>(some: readonly T[] = [], more: readonly T[]): T[] => [...new Set([...some, ...more])];
