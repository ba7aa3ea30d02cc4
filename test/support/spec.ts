import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import contract from '../../generated/openapi.json' with { type: 'json' };
import type { Document } from '../../src/contract/openapi.js';
import { temporaryFolder, writeInto } from './folder.js';

/** Returns a copy of the bundle that a test may change. */
export const readSpec = (): Document => JSON.parse(readFileSync('generated/openapi.json', 'utf8'));

/** Writes a changed copy of the bundle for a mock, and returns its folder. It is removed when the test ends. */
export function changedSpec(change: (copy: typeof contract) => void): string {
  const copy = structuredClone(contract);
  change(copy);
  const folder = temporaryFolder(onTestFinished);
  writeInto(folder, 'openapi.json', copy);
  return folder;
}
