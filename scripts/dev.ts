import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/mock/command.js';
import { watchSpec } from './dev/watch.js';
import { updateDocs } from './start/update-docs.js';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

await updateDocs();
const mock = await runCommand(process.argv.slice(2));
if (mock) {
  process.stderr.write('Watching openapi/ and CHANGELOG.md.\n');
  await watchSpec({
    spec: 'openapi/openapi.yaml',
    out: 'generated',
    readme: 'README.md',
    docs: 'dist/docs',
    changelog: 'CHANGELOG.md',
    reload: () => mock.reload(),
    report: (message) => void process.stderr.write(`${message}\n`),
  });
}
