import { json } from 'node:stream/consumers';
import type { ToValidate } from './validated.js';
import { emitValidators } from './validators.js';

try {
  process.stdout.write(emitValidators((await json(process.stdin)) as ToValidate));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
