import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../scripts/bench/packages.js';
import { binOf, install, type Packed, pack } from '../support/packed.js';
import { succeed } from '../support/run.js';

const peers = ['openapi-fetch', 'msw'];

let packed: Packed;
let clean: string;
beforeAll(async () => {
  packed = await pack();
  clean = await install(packed, peers);
}, 180_000);
afterAll(() => rm(clean, { recursive: true }));

const manifest = async () => JSON.parse(await readFile(join(packed.folder, 'package.json'), 'utf8'));

describe('the package', () => {
  it('passes publint in its strict mode', async () => {
    const stdout = await succeed(binOf('publint'), [packed.tarball, '--strict']);
    expect(stdout).toContain('All good!');
  });

  it('gives every way of resolution the right types', async () => {
    // The YAML is no module, and so has no types.
    const packages = await installed({ '@arethetypeswrong/cli': '0.18.5' });
    const attw = join(packages, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const stdout = await succeed(attw, [packed.tarball, '--exclude-entrypoints', './openapi.yaml', '--format', 'json']);
    const { analysis, problems } = JSON.parse(stdout);
    expect(problems ?? {}).toEqual({});
    expect(analysis.problems).toEqual([]);
  });

  it('is small enough to be fetched by npx without a thought', async () => {
    // The page of the docs, which this tarball lacks, brings it to at most 1.8 MB.
    expect((await stat(packed.tarball)).size).toBeLessThan(1_050_000);
  });

  it('is built from packages whose hash the lock file knows, on every platform', async () => {
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
    const without = Object.keys(packages).filter((name) => name !== '' && !packages[name].integrity);
    expect(without).toEqual([]);
  });

  it('needs nothing else to run', async () => {
    const { dependencies, peerDependencies, peerDependenciesMeta, sideEffects } = await manifest();
    expect(dependencies).toBeUndefined();
    expect(Object.keys(peerDependenciesMeta)).toEqual(Object.keys(peerDependencies));
    expect(sideEffects).toBe(false);
  });

  it('holds what a consumer needs and no more', async () => {
    const files = (await readdir(packed.folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(packed.folder.length + 1));
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'generated/openapi.yaml',
        'openapi/workflows/refusals.arazzo.yaml',
      ]),
    );
    expect(
      files.filter(
        (file) =>
          !/^(LICENSE|(README|CHANGELOG)\.md|package\.json|(examples|mock|msw|openapi-fetch|schemas)\/package\.json|generated\/openapi\.(yaml|json)|openapi\/workflows\/.+|dist\/.+)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
    expect(files.filter((file) => /\.(ts|js)$/.test(file) || /cli\.(cjs|d)/.test(file))).toEqual([]);
    // What only passes on, or is the bundler's own, has no source.
    for (const file of files.filter((name) => /\.[mc]js$/.test(name))) {
      const text = await readFile(join(packed.folder, file), 'utf8');
      if (text.includes('//#region src/')) expect(files).toContain(`${file}.map`);
    }
  });

  it('has source maps that lead to readable source', async () => {
    const map = JSON.parse(await readFile(join(packed.folder, 'dist/index.mjs.map'), 'utf8'));
    const lines = (await readFile(join(packed.folder, 'dist/index.mjs'), 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.includes('function unwrap('));
    const entry = new SourceMap(map).findEntry(line, 2);
    if (!('originalSource' in entry)) throw new Error('the map leads nowhere');
    expect(entry.originalSource).toMatch(/src\/client\/outcome\.ts$/);
    const content: string =
      map.sourcesContent[map.sources.findIndex((name: string) => name.endsWith('src/client/outcome.ts'))];
    expect(content.split('\n')[entry.originalLine]).toContain('export function unwrap');
    for (const source of map.sources) expect(source).not.toMatch(/^\/|work/);
  });
});

describe('every entry point', () => {
  const entries = ['', '/openapi-fetch', '/schemas', '/examples', '/msw', '/mock', '/openapi.json', '/package.json'];

  it('is the one that the manifest lists', async () => {
    const listed = Object.keys((await manifest()).exports).map((entry) => entry.slice(1));
    expect(listed.filter((entry) => entry !== '/openapi.yaml')).toEqual(entries);
  });

  it.each(entries)('can be imported and required in a clean folder: .%s', async (entry) => {
    const name = `koodrive-auth-contract${entry}`;
    const json = entry.endsWith('.json');
    await writeFile(
      join(clean, 'use.mjs'),
      `const module = await import('${name}'${json ? ", { with: { type: 'json' } }" : ''}); console.log(Object.keys(module).filter((key) => key !== 'module.exports').sort().join());`,
    );
    await writeFile(join(clean, 'use.cjs'), `console.log(Object.keys(require('${name}')).sort().join());`);
    const imported = await succeed(process.execPath, ['use.mjs'], clean);
    const required = await succeed(process.execPath, ['use.cjs'], clean);
    expect(imported.trim()).not.toBe('');
    if (!json) expect(imported).toBe(required);
  });

  it('of the spec can be resolved as a file', async () => {
    await writeFile(join(clean, 'yaml.cjs'), "console.log(require.resolve('koodrive-auth-contract/openapi.yaml'))");
    const stdout = await succeed(process.execPath, ['yaml.cjs'], clean);
    expect(await readFile(stdout.trim(), 'utf8')).toContain('openapi: 3.1');
  });

  it('tells errors of its ESM copy from its CommonJS copy and knows both', async () => {
    await writeFile(
      join(clean, 'both.mjs'),
      `import { createRequire } from 'node:module';
import * as esm from 'koodrive-auth-contract';
const cjs = createRequire(import.meta.url)('koodrive-auth-contract');
const options = { baseUrl: esm.servers.international, agentName: 'x', fetch: async () => new Response('') };
for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
  const { error } = await one.createKooDriveAuthClient(options).login({ account: 'a', authType: '1', password: 'b' });
  console.log(one.isKooDriveError !== other.isKooDriveError, other.isKooDriveError(error));
}`,
    );
    const stdout = await succeed(process.execPath, ['both.mjs'], clean);
    expect(stdout).toBe('true true\ntrue true\n');
  });
});
