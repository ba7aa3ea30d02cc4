import type { Contract } from './contract.js';

/** A test number, and the one outcome that it brings. */
export interface TestNumber {
  /** Value of an `account` or `phone`, or of whatever field an operation has for it. */
  readonly number: string;
  readonly status: number;
  /** Key of the example that is answered with. */
  readonly example: string;
  readonly summary: string;
  /** Ids of the operations that answer so. */
  readonly operations: readonly string[];
}

/** Every test number of a contract, by number: what README, banner, docs and form list. The mock obeys the same numbers, of the examples. */
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
