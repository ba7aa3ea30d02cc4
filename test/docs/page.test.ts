import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { render } from '../../scripts/docs/html.js';
import { resolve, type Schema } from '../../src/contract/openapi.js';
import { temporaryFolder, writeInto } from '../support/folder.js';
import { readSpec } from '../support/spec.js';

const document = readSpec();
const out = temporaryFolder();
let html: string;
beforeAll(async () => {
  html = readFileSync(await buildDocs({ out }), 'utf8');
});

const between = (start: string, end: string) => html.split(start)[1]?.split(end)[0] ?? '';
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
/** Text as a reader sees it, in one line. */
const words = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
/** The marks in a description, as text. */
const marks = (description = '') =>
  [...description.matchAll(/^> \*\*Inferred[\s\S]*?(?=\n(?!>)|$(?![\s\S]))/gm)].map(([mark]) =>
    mark
      .replaceAll(/^> ?|\*\*|`|\[|\]\([^)]*\)/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

describe('The page', () => {
  test('is one small file that loads nothing, runs only its own script, and reaches only its own server', () => {
    expect(readdirSync(out).sort()).toEqual(['guides.md', 'index.html', 'reference.md']);
    expect(html.length).toBeLessThan(250_000);
    expect(brotliCompressSync(html).length).toBeLessThan(60_000);
    expect(html).not.toMatch(/<(?:script|img|iframe|object|embed|link|source)[^>]*\s(?:src|href)="(?!data:)/);
    expect(html).not.toMatch(/url\(|@import|\sstyle="|\son\w+="/);
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = hash(between('<script>', '</script>'));
    const style = hash(between('<style>', '</style>'));
    expect(between('Content-Security-Policy" content="', '"')).toBe(
      `default-src 'none'; script-src ${script}; style-src ${style}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script|link|title)/));
  });

  test('has every mark of the spec, at the field that it qualifies', () => {
    const all: string[] = [];
    JSON.stringify(document, (key, value) => {
      if (key === 'description') all.push(...marks(value));
      return value;
    });
    const page = words(html);
    const rows = [...html.matchAll(/<tr[^>]*>\s*<td[^>]*><a[^>]*><code>([^<]*)<\/code>[\s\S]*?<\/tr>/g)];

    expect(all.length).toBeGreaterThan(15);
    expect(all.filter((mark) => !page.includes(mark))).toEqual([]);
    for (const schema of Object.values(document.components?.schemas ?? {}))
      for (const [name, property] of Object.entries(schema.properties ?? {}))
        for (const mark of marks(property.description ?? resolve<Schema>(document, property)?.description))
          expect(
            rows.some(([row, path = '']) => path.split('.').at(-1) === name && words(row).includes(mark)),
            `${name}: ${mark}`,
          ).toBe(true);
    expect([...html.matchAll(/Inferred \(<a href="#d\d+/g)].length).toBeGreaterThanOrEqual(all.length);
  });

  test('has an anchor for every link, error code, test number and field, and no dead link', () => {
    const anchors = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    const examples = ['error-codes-of-the-service-13000102', 'test-numbers-0027000040002', 'log-in-headers-x-traceid'];

    expect(anchors.filter((id, index) => anchors.indexOf(id) !== index)).toEqual([]);
    expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
    expect(anchors).toEqual(expect.arrayContaining(examples));
    expect(words(html.replaceAll(/<code>[\s\S]*?<\/code>|<script[\s\S]*?<\/script>/g, ''))).not.toMatch(
      /\bundefined\b|\[object/,
    );
  });
});

describe('The build', () => {
  const hostile =
    '</script><script>alert(1)</script><!-- <meta http-equiv="refresh" content="0;url=https://example.com/"> "\'&';

  test('shows markup in a description, a title and a summary as text', async () => {
    const changed = readSpec();
    const [path] = Object.values(changed.paths) as { post?: object }[];
    Object.assign(changed.info, { title: hostile, description: `${hostile}\n\n${changed.info.description}` });
    Object.assign(path?.post ?? {}, { summary: hostile });
    const page = readFileSync(
      await buildDocs({ spec: writeInto(out, 'hostile/spec.json', changed), out: join(out, 'hostile') }),
      'utf8',
    );

    expect(page).not.toMatch(/<meta http-equiv="refresh|<script>alert/);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(words(page.split('<title>')[1]?.split('</title>')[0] ?? '')).toContain(hostile);
  });

  test('gives a repeated heading an anchor of its own', () => {
    const { content, navigation } = render('## Fixed\n\n## Fixed');
    expect([...content.matchAll(/id="(.*?)"/g)].map(([, id]) => id)).toEqual(['fixed', 'fixed-1']);
    expect(navigation).toContain('href="#fixed-1"');
  });

  test('names a missing changelog, and keeps the last page', async () => {
    await expect(buildDocs({ out, changelog: join(out, 'none.md') })).rejects.toThrow(/^ENOENT: .*none\.md'$/);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(html);
  });
});
