import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { banners, readShipped, unnamedPackages, writeNotices } from '../../scripts/notices/licences.js';

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
