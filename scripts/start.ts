import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/mock/command.js';
import { endWithParent } from '../src/mock/ending.js';
import { docsAreStale } from './docs-freshness.js';

const root = new URL('../', import.meta.url);
const args = process.argv.slice(2);

// `--help` and the like are answered without the docs.
const serves = !['-h', '--help', '--version', '--docs'].some((option) => args.includes(option));
if (serves && docsAreStale(fileURLToPath(root))) {
  process.stderr.write('Building the docs, which takes a few seconds once…\n');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`The docs could not be built; the mock runs without them.\n${stderr}\n`);
}
const mock = await runCommand(args, new URL('package.json', root));
if (mock) endWithParent(mock);
