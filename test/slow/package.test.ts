import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder, writeInto } from '../support/folder.js';
import { installed } from '../support/installed.js';
import { install, type Packed, pack } from '../support/packed.js';
import { succeed } from '../support/run.js';

const clean = temporaryFolder();
let packed: Packed;
let files: string[];
beforeAll(async () => {
  packed = await pack();
  const entries = readdirSync(packed.folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  files = paths.map((path) => path.slice(packed.folder.length + 1).replaceAll('\\', '/'));
  await install(clean, 'openapi-fetch', 'msw');
}, 180_000);

describe.concurrent('the package', () => {
  it('passes publint in its strict mode', async () => {
    expect(await succeed(join('node_modules', '.bin', 'publint'), [packed.tarball, '--strict'])).toContain('All good!');
  });

  it('has the right types for every way of module resolution', async () => {
    const packages = await installed({ '@arethetypeswrong/cli': '0.18.5' });
    const attw = join(packages, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // Without `exports`, the two files of the spec have no types.
    const options = ['--format', 'json', '--exclude-entrypoints', './openapi.yaml', './openapi.json'];
    const { analysis, problems = {} } = JSON.parse(await succeed(attw, [packed.tarball, ...options]));
    expect([problems, analysis.problems]).toEqual([{}, []]);
  });

  it('is small enough for npx, and needs nothing else to run', () => {
    expect(statSync(packed.tarball).size).toBeLessThan(1_100_000);
    const sizes = files.map((file) => statSync(join(packed.folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_200_000);
    expect(manifest).not.toHaveProperty('dependencies');
    expect(Object.keys(manifest.peerDependenciesMeta)).toEqual(Object.keys(manifest.peerDependencies));
  });

  it('lists the packages that it bundles in a bill of materials', () => {
    const { components } = JSON.parse(readFileSync(join(packed.folder, 'dist/sbom.cdx.json'), 'utf8'));
    const version = manifest.devDependencies['@stoplight/prism-http'];
    const purl = `pkg:npm/%40stoplight/prism-http@${version}`;
    const name = '@stoplight/prism-http';
    expect(components).toContainEqual({
      type: 'library',
      name,
      version,
      purl,
      licenses: [{ expression: 'Apache-2.0' }],
    });
  });

  it('contains what a consumer needs and nothing else', () => {
    const documents = ['LICENSE', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'package.json'];
    const specs = ['generated/openapi.yaml', 'generated/openapi.json', 'openapi/workflows/refusals.arazzo.yaml'];
    expect(files).toEqual(expect.arrayContaining([...documents, ...specs, 'dist/cli.mjs', 'dist/docs/index.html']));
    const folders = /^((examples|mock|msw|openapi-fetch|schemas)\/package\.json|openapi\/workflows\/.+|dist\/.+)$/;
    const others = files.filter((file) => ![...documents, ...specs].includes(file) && !folders.test(file));
    expect([...others, ...files.filter((file) => /\.(ts|js|map)$|cli\.(cjs|d)/.test(file))]).toEqual([]);
  });
});

describe.concurrent('every entry point', () => {
  const entries = Object.keys(manifest.exports).flatMap((entry) => (entry.endsWith('.yaml') ? [] : entry.slice(1)));

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
    const [imported, required] = await Promise.all([esm, commonJs].map((file) => succeed(file, [], clean)));
    expect(required).toBe(imported);
    for (const entry of entries) expect(JSON.parse(imported ?? '')[entry], entry).not.toEqual([]);
  });

  it('of the spec can be resolved as a file', async () => {
    const script = "console.log(require.resolve('koodrive-auth-contract/openapi.yaml'))";
    const file = (await succeed(process.execPath, ['--eval', script], clean)).trim();
    expect(readFileSync(file, 'utf8')).toContain('openapi: 3.1');
  });

  it('recognizes an error of its ESM copy in its CommonJS copy, and the reverse', async () => {
    const script = `import { createRequire } from 'node:module';
      import * as esm from 'koodrive-auth-contract';
      const cjs = createRequire(import.meta.url)('koodrive-auth-contract');
      const options = { baseUrl: esm.servers.international, agentName: 'x', fetch: async () => new Response('') };
      for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
        const { error } = await one.createKooDriveAuthClient(options).login({ account: 'a', authType: '1', password: 'b' });
        console.log(one.isKooDriveError !== other.isKooDriveError, other.isKooDriveError(error));
      }`;
    expect(await succeed(writeInto(clean, 'both.mjs', script), [], clean)).toBe('true true\ntrue true\n');
  });
});
