import { parseArgs } from 'node:util';
import { SpecError } from './generate/bundle.js';
import { check, generate } from './generate/generate.js';

const usage = `Usage: npm run generate -- [--check] [--spec FILE] [--out FOLDER]

Makes generated/ and the tables of README.md from the spec. With --check nothing is written: exit code 1 names each stale file.`;

const ours = { spec: 'openapi/openapi.yaml', out: 'generated' };

try {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      spec: { type: 'string', default: ours.spec },
      out: { type: 'string', default: ours.out },
      help: { type: 'boolean', default: false },
    },
  });
  // Another spec, or another place, is not what the README describes.
  const options = { ...values, readme: values.spec === ours.spec && values.out === ours.out ? 'README.md' : undefined };
  if (values.help) process.stdout.write(`${usage}\n`);
  else if (values.check) {
    const stale = await check(options);
    for (const path of stale) process.stderr.write(`${path} is stale: run npm run generate\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const changed = await generate(options);
    process.stdout.write(changed.length > 0 ? `Wrote ${changed.join(', ')}\n` : 'Nothing changed\n');
  }
} catch (error) {
  if (!(error instanceof Error)) throw error;
  // Problems of the spec speak for themselves; a stack helps with any other.
  process.stderr.write(`${error instanceof SpecError ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
