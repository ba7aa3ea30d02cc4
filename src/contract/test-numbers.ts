import type { Contract } from './contract.js';

/** A test number, and the example that it selects. */
export interface TestNumber {
  /** The value of an `account` or `phone`, or of another test field of an operation. */
  readonly number: string;
  readonly status: number;
  /** Key of the example. */
  readonly example: string;
  readonly summary: string;
  /** Ids of the operations that have the example. */
  readonly operations: readonly string[];
}

/** Returns every test number of a contract, in order, for README, banner and docs. The mock selects in `mock/select-example.ts`. */
export function testNumbers({ operations }: Contract): TestNumber[] {
  const found = new Map<string, TestNumber>();
  for (const { id, examples } of operations)
    for (const { key: example, status, summary, testNumbers: numbers } of examples)
      for (const number of numbers) {
        const name = JSON.stringify([number, status, example]);
        const ids = found.get(name)?.operations ?? [];
        found.set(name, { number, status, example, summary, operations: [...ids, id] });
      }
  return [...found.values()].sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
}
