import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { usage } from '../../src/mock/command.js';
import { codeBlocks, filesIn, readmeSection } from '../support/readme.js';
import { run } from '../support/run.js';

const section = readmeSection('Mock');

describe('What the README says of the mock', () => {
  // Below the project, so that its packages are found.
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync('.cache/readme-mock-');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('installs the versions of Prism that the package names as its peers', () => {
    const [install = ''] = codeBlocks(section, 'sh');
    const prism = Object.entries(packageJson.peerDependencies).filter(([name]) => name.startsWith('@stoplight/'));

    expect(install).toContain(
      prism
        .map((peer) => peer.join('@'))
        .sort()
        .reverse()
        .join(' '),
    );
  });

  test('shows the options as the command does', () => {
    expect(codeBlocks(section, 'text')).toEqual([`${usage}\n`]);
  });

  test('passes as tests of vitest', async () => {
    const files = filesIn(section);
    for (const name of ['login.test.ts', 'session.test.ts']) writeFileSync(join(folder, name), files.get(name) ?? '');
    const alias = { '/mock': 'src/mock.ts', '/msw': 'src/msw.ts', '': 'src/index.ts' };
    const entries = Object.entries(alias).map(([name, file]) => ({
      find: `koodrive-auth-contract${name}`,
      replacement: join(process.cwd(), file),
    }));
    writeFileSync(
      join(folder, 'vitest.config.ts'),
      `export default ${JSON.stringify({ resolve: { alias: entries } })};\n`,
    );
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--root', folder, '--reporter', 'json'];
    const { stdout } = await run(process.execPath, args);

    expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 2, numTotalTests: 2, success: true });
  });
});
