import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/mock/command.js';
import { follow } from './dev/follow.js';
import { freshenDocs } from './start/fresh-docs.js';

const root = new URL('../', import.meta.url);
process.chdir(fileURLToPath(root));

await freshenDocs();
// Given by its path, the spec of this package is explained by Prism: the compiled validators of this process would be outdated.
const args = ['--spec', 'generated/openapi.json', ...process.argv.slice(2)];
const mock = await runCommand(args);
if (mock) {
  process.stderr.write('Watching openapi/ and CHANGELOG.md.\n');
  await follow({
    spec: 'openapi/openapi.yaml',
    out: 'generated',
    readme: 'README.md',
    docs: 'dist/docs',
    changelog: 'CHANGELOG.md',
    reload: () => mock.reload(),
    say: (message) => void process.stderr.write(`${message}\n`),
  });
}
