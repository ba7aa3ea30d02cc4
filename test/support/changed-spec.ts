import { onTestFinished } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import { temporaryFolder, writeInto } from './folder.js';

/** The file of a bundle that differs from this contract, as a mock can serve it. It is gone when the test ends. */
export function changedSpec(change: (copy: typeof contract) => void): string {
  const copy = structuredClone(contract);
  change(copy);
  return writeInto(temporaryFolder(onTestFinished), 'openapi.json', copy);
}
