import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildDocsOptions, buildDocs, render } from '../../scripts/docs/build.js';
import { dress, scriptsOf } from '../../scripts/docs/page.js';
import { redocly } from '../../scripts/redocly.js';
import { readContract } from '../../src/contract/contract.js';
import { readSpec } from '../support/spec.js';

let folder: string;
let options: BuildDocsOptions;
let html: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  const changelog = join(folder, 'CHANGELOG.md');
  await writeFile(changelog, '# Changelog\n\n## 1.0.0\n\n- First version.\n');
  options = { out: join(folder, 'docs'), changelog };
  html = await readFile(await buildDocs(options), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

describe('The page', () => {
  test('is one file that names nothing to load, beside the reference', async () => {
    const markup = scriptsOf(html).reduce((text, script) => text.replace(script, ''), html);

    expect((await readdir(join(folder, 'docs'))).sort()).toEqual(['index.html', 'reference.md']);
    expect(markup).not.toMatch(/<(?:script|img|iframe|object|embed)[^>]*\ssrc="(?!data:)/);
    expect(markup).not.toMatch(/<link[^>]*href="(?!data:)|url\(["']?https?:/);
    expect(html).not.toContain('cdn.redoc.ly');
  });

  test('runs no script but those that its policy names, and reaches no origin but its own', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));

    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('form-action')).toEqual(["'none'"]);
    expect(new Set(directives.get('script-src'))).toEqual(
      new Set(scriptsOf(html).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)),
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script|link|title)/));
  });

  test('is at most 60 kB larger than what the renderer makes of the same spec by itself', async () => {
    const alone = join(folder, 'alone.html');
    await redocly('build-docs', 'generated/openapi.json', '--inlineBundle', '--output', alone);

    expect((await stat(join(folder, 'docs/index.html'))).size).toBeLessThan((await stat(alone)).size + 60_000);
  });

  test('has a title, a description, and says which version it shows', () => {
    const { title, version } = readContract(readSpec());

    expect(html).toContain(`<title>${title} ${version}</title>`);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}">/);
  });

  test('is not broken by a summary that holds what ends a script or starts a comment', async () => {
    const document = structuredClone(readSpec());
    const contract = readContract(document);
    const summary = '</script><!--<script>';
    const hostile = { ...contract, operations: contract.operations.map((operation) => ({ ...operation, summary })) };
    const dressed = await dress('<!-- policy, data, styles and script --></head>', hostile);
    const data = /id="docs-data">(.*?)<\/script>/.exec(dressed)?.[1] ?? '';

    expect(data).not.toContain('<');
    expect(JSON.parse(data).operations[0].summary).toBe(summary);
    expect(scriptsOf(dressed)).toHaveLength(1);
  });
});

describe('The build', () => {
  test('makes the page anew when the changelog has changed', async () => {
    const changelog = join(folder, 'newer.md');
    await writeFile(changelog, '# Changelog\n\n## 1.1.0\n\n- A line that was not there.\n');

    expect(await readFile(await buildDocs({ out: join(folder, 'newer'), changelog }), 'utf8')).toContain(
      'A line that was not there.',
    );
  });

  test('fails in one clear line without a changelog, and keeps the last page', async () => {
    await expect(buildDocs({ ...options, changelog: join(folder, 'none.md') })).rejects.toThrow(
      /^ENOENT: .*none\.md'$/,
    );
    expect(await readFile(join(folder, 'docs/index.html'), 'utf8')).toBe(html);
  });

  test('says what Redocly says when it fails', async () => {
    const message = await render({ openapi: '9.9.9' }, 'Title').catch((error: Error) => error.message);

    expect(message).toMatch(/^Redocly did not render the docs\.\n.*OpenAPI/is);
  });
});
