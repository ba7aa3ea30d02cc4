import { relative } from 'node:path';
import { buildDocs } from './docs/build.js';

// Renders the docs into dist/docs/: one self-contained page, which opens from disk and from any server, and the reference.
try {
  process.stdout.write(`${relative(process.cwd(), await buildDocs())}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
