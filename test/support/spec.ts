import { readFileSync } from 'node:fs';
import type { Document } from '../../src/contract/openapi.js';

/** The bundle, read anew, so that a test may change it. */
export const readSpec = (): Document => JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
