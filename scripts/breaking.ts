import { copyFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, compileConsumer, readJson } from './breaking/compare.js';
import { highestImpact, versionProblems } from './breaking/version.js';

const released = 'openapi/released/openapi.json';
const generated = 'generated/openapi.json';

const usage = `Usage: npm run breaking -- [--base ${released}] [--record]

Compares ${generated} with the last release, and compiles openapi/released/consumer.ts. Exits with 1 if package.json,
the spec's version or CHANGELOG.md do not match the impact. After a release, --record keeps the contract as the released one.
`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { base, record, help } = parseArgs({
  options: { base: { type: 'string', default: released }, record: { type: 'boolean' }, help: { type: 'boolean' } },
}).values;
if (help) process.stdout.write(usage);
else if (record) await copyFile(generated, base);
else {
  const [before, after, manifest] = await Promise.all([base, generated, 'package.json'].map(readJson));
  const differences = [
    ...compileConsumer('openapi/released/consumer.ts', process.cwd()),
    ...(await compare(base, generated)),
  ];
  const impact = highestImpact(differences);
  process.stdout.write(`Compared with ${before.info.version} (${base}): ${impact ?? 'no difference'}\n`);
  for (const { impact, text } of differences) if (impact !== 'patch') process.stdout.write(`${impact}  ${text}\n`);
  const problems = versionProblems({
    released: before.info.version,
    impact,
    version: after.info.version,
    packageVersion: manifest.version,
    changelog: await readFile('CHANGELOG.md', 'utf8'),
  });
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
