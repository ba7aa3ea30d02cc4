import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchClient } from './bench/client.js';
import { benchMock } from './bench/mock.js';
import { printed, type Result } from './bench/report.js';
import { benchValidators } from './bench/validators.js';
import { prepareWorkspace, root, versionOf, workspace } from './bench/workspace.js';

const parts: Readonly<Record<string, () => Promise<Result>>> = {
  client: benchClient,
  validators: benchValidators,
  mock: benchMock,
};

const usage = `Usage: npm run bench -- [PART ...] [--readme]

Measures this package next to others: ${Object.keys(parts).join(', ')}; all of them where none is named. Prints tables, and
writes them as JSON to .cache/bench/results.json. With --readme, which takes all parts, the table of the README is renewed.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const unknown = positionals.find((part) => !(part in parts));
if (values.help || unknown || (values.readme && positionals.length > 0)) {
  process.stdout.write(`${usage}\n`);
  process.exit(values.help ? 0 : 1);
}

await prepareWorkspace();
const machine = {
  cpu: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.version,
  typescript: await versionOf('typescript', root),
};
const results: Result[] = [];
for (const part of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const result = await parts[part]?.();
  if (!result) continue;
  results.push(result);
  process.stdout.write(`${printed(result)}\n`);
}
await mkdir(workspace, { recursive: true });
const report = { date: new Date().toISOString(), machine, results };
await writeFile(join(workspace, 'results.json'), `${JSON.stringify(report, null, 2)}\n`);
