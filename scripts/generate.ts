import { parseArgs } from 'node:util';
import { SpecError } from './generate/bundle.js';
import { check, generate } from './generate/generate.js';

const usage = `Usage: npm run generate -- [--check]

Makes generated/ and the tables of README.md from openapi/. With --check it writes nothing,
lists each stale file, and exits with 1 if there is one.
`;

const options = { spec: 'openapi/openapi.yaml', out: 'generated', readme: 'README.md' };

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) process.stdout.write(usage);
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
  // The message says what is wrong with the spec or the options. For any other error the stack helps.
  const isExpected = error instanceof SpecError || Object(error).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isExpected ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
