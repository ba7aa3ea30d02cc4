import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { installed } from '../../scripts/bench/packages.js';
import { pack } from '../support/packed.js';
import { readmeFiles } from '../support/readme.js';
import { run, succeed } from '../support/run.js';

const { msw, vitest } = manifest.devDependencies;

test('The recipes for tests and servers compile without the types of browsers, and pass on the installed package', async () => {
  const { tarball } = await pack();
  const app = await installed({ 'koodrive-auth-contract': `file:${tarball}`, msw, vitest });
  const files = ['first.ts', 'route.ts', 'src/words.ts', 'login.test.ts', 'session.test.ts'];
  mkdirSync(join(app, 'src'), { recursive: true });
  for (const name of files) writeFileSync(join(app, name), readmeFiles.get(name) ?? '');
  const typeRoots = [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))];
  const compilerOptions = {
    ...{ target: 'es2022', module: 'nodenext', lib: ['es2022'], types: ['node'], typeRoots },
    ...{ strict: true, skipLibCheck: true, noEmit: true },
  };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  // Else the project's own would be found, further up.
  writeFileSync(join(app, 'vitest.config.js'), 'export default {};\n');
  writeFileSync(join(app, 'package.json'), JSON.stringify({ private: true, type: 'module' }));

  expect(await run('node_modules/typescript/bin/tsc', ['--project', app])).toMatchObject({ code: 0, stdout: '' });
  const report = await succeed('node', ['node_modules/vitest/vitest.mjs', 'run', '--reporter', 'json'], app);
  expect(JSON.parse(report)).toMatchObject({ numPassedTests: 2, numTotalTests: 2, success: true });
}, 240_000);
