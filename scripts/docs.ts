import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDocs } from './docs/build.js';

const usage = `Usage: npm run docs -- [--out FOLDER] [--spec FILE] [--changelog FILE]

Renders the docs into one self-contained page, dist/docs/index.html by default. It opens from disk and from any server.`;

try {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      spec: { type: 'string' },
      changelog: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) process.stdout.write(`${usage}\n`);
  else process.stdout.write(`${relative(process.cwd(), await buildDocs(values))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
