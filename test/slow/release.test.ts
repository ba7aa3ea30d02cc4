import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { type Check, repositoryChecks } from '../../scripts/release/checks.js';
import { banners, readShipped, unnamedPackages, writeNotices } from '../../scripts/release/notices.js';
import { packageProblems } from '../../scripts/release/package-files.js';
import { record } from '../../scripts/release/record.js';
import { makeSbom } from '../../scripts/release/sbom.js';
import { readVersions, versionsThatDiffer } from '../../scripts/release/versions.js';
import { banner } from '../../src/mock/banner.js';
import { startMock } from '../../src/mock.js';
import { run } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the version', () => {
  it('is the same in the spec, the bundles, the client, the package and its lock file', () => {
    expect(versionsThatDiffer(readVersions())).toEqual([]);
  });

  it('is named with its place where it differs', () => {
    const versions = new Map([
      ['openapi/openapi.yaml', '1.1.0'],
      ['package.json', '1.0.0'],
      ['generated/client.ts', ''],
    ]);
    expect(versionsThatDiffer(versions)).toEqual([
      'package.json says 1.0.0, the spec 1.1.0',
      'generated/client.ts says nothing, the spec 1.1.0',
    ]);
  });

  it('is what the mock says when it starts', async () => {
    const mock = await startMock({ publishedTimes: true });
    try {
      const [line] = banner(mock.url, mock.contract, (_, text) => text).split('\n');
      expect(line).toContain(` ${manifest.version} mock on `);
    } finally {
      await mock.close();
    }
  });
});

describe('the package', () => {
  const named = JSON.stringify([manifest.main, manifest.module, manifest.types, manifest.bin, manifest.exports]);
  const complete = [
    ...['package.json', 'LICENSE', 'README.md', 'CHANGELOG.md', 'dist/docs/index.html', 'dist/THIRD_PARTY_NOTICES.txt'],
    ...['openapi/workflows/come-in.arazzo.yaml', 'openapi/workflows/refusals.arazzo.yaml'],
    ...(named.match(/(?<="\.\/)\w+\/[^"*]+(?=")/g) ?? []),
  ];

  it('is complete when it has what package.json names, the docs, the notices and the workflows', () => {
    expect(packageProblems(manifest, complete)).toEqual([]);
  });

  it('lacks what is named and not there', () => {
    const without = complete.filter((path) => path !== 'dist/index.d.mts' && path !== 'dist/docs/index.html');
    expect(packageProblems(manifest, without)).toEqual([
      'the package lacks dist/docs/index.html',
      'the package lacks dist/index.d.mts',
    ]);
  });

  it('has nothing that does not belong there', () => {
    expect(packageProblems(manifest, [...complete, '.env', 'src/index.ts', 'openapi/released/openapi.json'])).toEqual([
      '.env does not belong into the package',
      'src/index.ts does not belong into the package',
      'openapi/released/openapi.json does not belong into the package',
    ]);
  });
});

describe('the software of others in the package', () => {
  const shipped = readShipped();

  it('is named with version and licence, and with the whole text of the licence', () => {
    expect(shipped.map(({ name, licence }) => `${name} ${licence}`)).toEqual([
      'ajv MIT',
      'ajv-formats MIT',
      '@redocly/cli MIT',
    ]);
    const notices = writeNotices(shipped);
    for (const { name, version, text } of shipped) {
      expect(notices).toContain(`${name}@${version} (MIT)`);
      expect(notices).toContain(text);
    }
  });

  it('includes what is in the script of the docs, by its own notices', () => {
    for (const part of ['DOMPurify', 'js-yaml', 'React', 'json-crawl']) expect(writeNotices(shipped)).toContain(part);
  });

  it('is in the bill of materials, which is otherwise empty: nothing is installed with the package', async () => {
    const { bomFormat, metadata, components, dependencies } = await makeSbom(shipped);
    expect(bomFormat).toBe('CycloneDX');
    expect(metadata.component).toMatchObject({ name: manifest.name, version: manifest.version });
    expect(components.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
    expect(components[2]?.purl).toMatch(/^pkg:npm\/%40redocly\/cli@\d/);
    expect(dependencies.find(({ ref }) => ref.startsWith(`${manifest.name}@`))?.dependsOn).toHaveLength(3);
  });

  it('is looked for in the source maps of what was built', () => {
    const map = {
      sources: ['../src/index.ts', '../node_modules/ajv/lib/x.js', '../node_modules/@scope/surprise/y.js'],
    };
    writeFileSync(join(folder, 'index.mjs.map'), JSON.stringify(map));
    expect(unnamedPackages(folder, shipped)).toEqual(['@scope/surprise']);
  });

  it('is found in comments that speak of a licence, each once', () => {
    const comment = '/*! x 1.0 | @license MIT */';
    expect(banners(`${comment}a();/* plain */${comment}`)).toEqual([comment]);
  });
});

describe('npm run release', () => {
  it('refuses to publish from here, since nobody would sign where the package came from', async () => {
    vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', undefined);
    const { code, stderr } = await run('scripts/release.ts', []);
    vi.unstubAllEnvs();
    expect(code).toBe(1);
    expect(stderr).toBe('Publishing with provenance takes a CI host that signs it. Here, add --dry-run.\n');
  });

  it('checks the tree, the tag, the versions, the changelog, the changes and the generated files', () => {
    expect(repositoryChecks('1.2.3').map(({ name }: Check) => name)).toEqual([
      'nothing is uncommitted',
      'the tag v1.2.3 is free, or on this commit',
      'one version everywhere',
      'the changelog starts with it',
      'the version fits what changed',
      'generated files are current',
    ]);
  });

  it('wants a changelog that starts with the version', async () => {
    const check = repositoryChecks('0.0.1').find(({ name }) => name.includes('changelog'));
    expect(await check?.run()).toEqual([
      `CHANGELOG.md must start with a section "## 0.0.1"; it starts with "## ${manifest.version}".`,
    ]);
  });
});

describe('npm run release -- --record', () => {
  const files = ['generated/openapi.json', 'test/types/consumer.ts', 'openapi/released/openapi.json'];
  const root = (name: string) => {
    const copy = join(folder, name);
    for (const file of files) {
      mkdirSync(join(copy, file, '..'), { recursive: true });
      cpSync(file, join(copy, file));
    }
    writeFileSync(join(copy, 'openapi/released/gone.ts'), '');
    cpSync('generated/openapi.json', join(copy, 'openapi/released/openapi.json'));
    return copy;
  };
  const edit = (copy: string, from: string, to: string) => {
    const file = join(copy, 'generated/openapi.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  it('keeps the contract and the code that uses its types, and nothing older', () => {
    const copy = root('first');
    edit(copy, `"version": "${manifest.version}"`, '"version": "9.0.0"');
    expect(record(copy, false)).toEqual(['openapi/released/openapi.json', 'openapi/released/consumer.ts']);
    expect(readFileSync(join(copy, 'openapi/released/openapi.json'), 'utf8')).toContain('"version": "9.0.0"');
    expect(() => readFileSync(join(copy, 'openapi/released/gone.ts'))).toThrow('ENOENT');
  });

  it('does not let a released version change, unless it was never published', () => {
    const copy = root('second');
    edit(copy, 'Log a user in', 'Let a user in');
    edit(copy, '"summary": "Log in"', '"summary": "Enter"');
    expect(() => record(copy, false)).toThrow('is recorded with another contract');
    expect(record(copy, true)).toHaveLength(2);
  });
});

describe('the workflows of a public CI host', () => {
  const workflow = (name: string) => {
    const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
    const { jobs } = parse(text) as { jobs: Record<string, { steps: { run?: string }[] }> };
    return {
      text,
      commands: Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run: command }) => command ?? [])),
    };
  };

  it('run what runs everywhere, .ci/run, and nothing beside it', () => {
    expect(workflow('ci').commands).toEqual(['.ci/run']);
  });

  it('publish only after it, by the same command that the dry run has, and with an identity to sign with', () => {
    const { text, commands } = workflow('release');
    expect(commands.indexOf('.ci/run')).toBeLessThan(commands.indexOf('npm run release -- --skip-ci'));
    expect(commands.indexOf('.ci/run')).toBeGreaterThanOrEqual(0);
    expect(text).toContain('id-token: write');
    expect(text).not.toMatch(/secrets\./);
  });
});
