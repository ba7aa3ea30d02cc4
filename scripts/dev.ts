import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/mock/command.js';
import { follow } from './dev/follow.js';
import { freshenDocs } from './start/fresh-docs.js';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

await freshenDocs();
const mock = await runCommand(process.argv.slice(2));
if (mock) {
  process.stderr.write('Watching openapi/ and CHANGELOG.md.\n');
  await follow({
    spec: 'openapi/openapi.yaml',
    out: 'generated',
    readme: 'README.md',
    docs: 'dist/docs',
    changelog: 'CHANGELOG.md',
    reload: () => mock.reload(),
    report: (message) => void process.stderr.write(`${message}\n`),
  });
}
