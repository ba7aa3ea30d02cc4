import { relative } from 'node:path';
import { buildDocs } from './docs/build.js';
import { SpecError } from './generate/bundle.js';

// Renders the docs into dist/docs/: one self-contained page, which opens from disk and from any server, and the reference.
try {
  process.stdout.write(`${relative(process.cwd(), await buildDocs())}\n`);
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
