import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { binOf, install, type Packed, pack } from '../support/packed.js';
import { succeed } from '../support/run.js';

const clean = temporaryFolder();
let packed: Packed;
beforeAll(async () => {
  packed = await pack();
  await install(clean, 'openapi-fetch', 'msw');
}, 180_000);

const read = (file: string) => readFileSync(join(packed.folder, file), 'utf8');
const manifest = () => JSON.parse(read('package.json'));

describe('the package', () => {
  it('passes publint in its strict mode', async () => {
    const stdout = await succeed(binOf('publint'), [packed.tarball, '--strict']);
    expect(stdout).toContain('All good!');
  });

  it('has the right types for every way of module resolution', async () => {
    // Without `exports`, the two files of the spec have no types.
    const packages = await installed({ '@arethetypeswrong/cli': '0.18.5' });
    const attw = join(packages, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const options = ['--format', 'json', '--exclude-entrypoints', './openapi.yaml', './openapi.json'];
    const stdout = await succeed(attw, [packed.tarball, ...options]);
    const { analysis, problems } = JSON.parse(stdout);
    expect(problems ?? {}).toEqual({});
    expect(analysis.problems).toEqual([]);
  });

  it('is small enough for npx', () => {
    expect(statSync(packed.tarball).size).toBeLessThan(1_100_000);
    const files = readdirSync(packed.folder, { recursive: true, encoding: 'utf8' });
    const sizes = files.map((file) => statSync(join(packed.folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_200_000);
  });

  it('needs nothing else to run', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta, sideEffects } = manifest();
    expect(dependencies).toBeUndefined();
    expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies));
    expect(sideEffects).toBe(false);
  });

  it('contains what a consumer needs and nothing else', () => {
    const files = readdirSync(packed.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(packed.folder.length + 1));
    const needed = [
      ...[
        'LICENSE',
        'README.md',
        'generated/openapi.yaml',
        'openapi/workflows/refusals.arazzo.yaml',
        'dist/docs/index.html',
      ],
      ...Object.values<string>(manifest().bin).map((file) => file.replace('./', '')),
    ];
    expect(files).toEqual(expect.arrayContaining(needed));
    const wanted =
      /^(LICENSE|(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md|((examples|mock|msw|openapi-fetch|schemas)\/)?package\.json|generated\/openapi\.(yaml|json)|openapi\/workflows\/.+|dist\/.+)$/;
    expect(files.filter((file) => !wanted.test(file) || /\.(ts|js)$|cli\.(cjs|d)/.test(file))).toEqual([]);
  });
});

describe('every entry point', () => {
  const entries = ['', '/openapi-fetch', '/schemas', '/examples', '/msw', '/mock', '/openapi.json', '/package.json'];

  it('is the one that the manifest lists', () => {
    const listed = Object.keys(manifest().exports).map((entry) => entry.slice(1));
    expect(listed.filter((entry) => entry !== '/openapi.yaml')).toEqual(entries);
  });

  it('can be imported and required in a clean folder, for the same names', async () => {
    const script = (load: string) => `const names = {};
      for (const entry of ${JSON.stringify(entries)}) {
        const json = entry.endsWith('.json');
        const module = ${load};
        names[entry] = Object.keys(json ? (module.default ?? module) : module).filter((key) => key !== 'module.exports').sort();
      }
      console.log(JSON.stringify(names));`;
    const name = "'koodrive-auth-contract' + entry";
    const esm = writeInto(clean, 'use.mjs', script(`await import(${name}, json ? { with: { type: 'json' } } : {})`));
    const commonJs = writeInto(clean, 'use.cjs', script(`require(${name})`));
    const imported = JSON.parse(await succeed(esm, [], clean));
    expect(JSON.parse(await succeed(commonJs, [], clean))).toEqual(imported);
    for (const entry of entries) expect(imported[entry], entry).not.toEqual([]);
  });

  it('of the spec can be resolved as a file', async () => {
    const script = "console.log(require.resolve('koodrive-auth-contract/openapi.yaml'))";
    const file = (await succeed(process.execPath, ['--eval', script], clean)).trim();
    expect(readFileSync(file, 'utf8')).toContain('openapi: 3.1');
  });

  it('recognizes an error of its ESM copy in its CommonJS copy, and the reverse', async () => {
    const script = writeInto(
      clean,
      'both.mjs',
      `import { createRequire } from 'node:module';
import * as esm from 'koodrive-auth-contract';
const cjs = createRequire(import.meta.url)('koodrive-auth-contract');
const options = { baseUrl: esm.servers.international, agentName: 'x', fetch: async () => new Response('') };
for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
  const { error } = await one.createKooDriveAuthClient(options).login({ account: 'a', authType: '1', password: 'b' });
  console.log(one.isKooDriveError !== other.isKooDriveError, other.isKooDriveError(error));
}`,
    );
    expect(await succeed(script, [], clean)).toBe('true true\ntrue true\n');
  });
});
