import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchClient } from './bench/client.js';
import { benchGenerator } from './bench/generator.js';
import { benchMock } from './bench/mock.js';
import { printed, type Report, type Result, readmeBlock } from './bench/report.js';
import { benchTypes } from './bench/types.js';
import { benchValidators } from './bench/validators.js';
import { prepareWorkspace, root, versionOf, workspace } from './bench/workspace.js';
import { fillBlocks } from './generate/readme.js';

const names = ['client', 'validators', 'mock', 'generator', 'types'] as const;

const usage = `Usage: npm run bench -- [PART ...] [--readme] [--operations 2,200,1000]

Measures this package next to others: ${names.join(', ')}; all of them where none is named. Prints tables, and
keeps the last result of each part in .cache/bench/results.json. With --readme the README's table is made from these. The
generator is measured with specs of so many operations.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    operations: { type: 'string', default: '2,200' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const parts: Readonly<Record<(typeof names)[number], () => Promise<Result>>> = {
  client: benchClient,
  validators: benchValidators,
  mock: benchMock,
  generator: () => benchGenerator(values.operations.split(',').map(Number)),
  types: benchTypes,
};
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.some((part) => !names.some((name) => name === part));
if (values.help || unknown) {
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
const file = join(workspace, 'results.json');
const known = await readFile(file, 'utf8').then(
  (text) => JSON.parse(text) as Report,
  () => undefined,
);
const results = new Map(known?.results.map((result) => [result.part, result]));
for (const name of chosen) {
  const result = await parts[name]();
  results.set(name, result);
  process.stdout.write(`${printed(result)}\n`);
}
const report: Report = {
  date: new Date().toISOString(),
  machine,
  results: names.flatMap((name) => results.get(name) ?? []),
};
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
if (values.readme) {
  const readme = join(root, 'README.md');
  await writeFile(readme, fillBlocks(await readFile(readme, 'utf8'), { speed: readmeBlock(report) }));
}
