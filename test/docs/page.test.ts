import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractVersion } from '../../generated/client.js';
import { type BuildDocsOptions, buildDocs } from '../../scripts/docs/build.js';
import { scriptsOf } from '../../scripts/docs/dress.js';
import { render } from '../../scripts/docs/renderer.js';
import { unfold } from '../../scripts/docs/unfold.js';
import { run } from '../support/run.js';

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
  test('is one file', async () => {
    expect(await readdir(join(folder, 'docs'))).toEqual(['index.html']);
  });

  test('names nothing to load', () => {
    const markup = scriptsOf(html).reduce((text, script) => text.replace(script, ''), html);

    expect(markup).not.toMatch(/<(?:script|img|iframe|object|embed)[^>]*\ssrc=/);
    expect(markup).not.toMatch(/<link[^>]*href="(?!data:)/);
    expect(markup).not.toMatch(/url\(["']?https?:/);
    expect(html).not.toMatch(/otel\.cloud|cdn\.redoc\.ly/);
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
  });

  test('has its policy before anything that could load', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script|link|title)/));
  });

  test('says which version of the contract it shows', () => {
    expect(html).toContain(`(${contractVersion})`);
  });

  test('has a title, a description and an icon', () => {
    expect(html).toMatch(/<title>KooDrive authentication \d+\.\d+\.\d+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}">/);
    expect(html).toMatch(/<link rel="icon" href="data:image\/svg\+xml,/);
  });
});

describe('The build', () => {
  test('leaves a page alone that is up to date, but for its time', async () => {
    const page = join(folder, 'docs/index.html');
    const before = await stat(page);
    await buildDocs(options);
    const after = await stat(page);

    expect(after.ino).toBe(before.ino);
    expect(after.mtimeMs).toBeGreaterThanOrEqual(before.mtimeMs);
  });

  test('makes the page anew when the changelog has changed', async () => {
    const changelog = join(folder, 'newer.md');
    await writeFile(changelog, '# Changelog\n\n## 1.1.0\n\n- A line that was not there.\n');
    const page = await buildDocs({ out: join(folder, 'newer'), changelog });

    expect(await readFile(page, 'utf8')).toContain('A line that was not there.');
  });

  test('fails in one clear line without a changelog, and keeps the last page', async () => {
    await expect(buildDocs({ ...options, changelog: join(folder, 'none.md') })).rejects.toThrow(
      /^Cannot read .*none\.md, the changelog that the docs show: ENOENT$/,
    );
    expect(await readFile(join(folder, 'docs/index.html'), 'utf8')).toBe(html);
  });

  test('says what Redocly says when it fails, without its banners', async () => {
    const message = await render({ openapi: '9.9.9' }).catch((error: Error) => error.message);

    expect(message).toMatch(/^Redocly did not render the docs\.\n.*OpenAPI/is);
    expect(message).not.toMatch(/[╔║╚]/);
  });

  test('fails when the renderer is not the one that the page is mended for', () => {
    expect(() => unfold('<html></html>')).toThrow(/scripts\/docs\/unfold\.ts fits the version of @redocly\/cli/);
  });

  test('is quiet: the command prints the path of the page and nothing else', async () => {
    const { code, stdout, stderr } = await run('scripts/docs.ts', [
      '--out',
      join(folder, 'docs'),
      '--changelog',
      options.changelog ?? '',
    ]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stdout).toContain('index.html');
  });

  test('says in one line what an unknown option is', async () => {
    const { code, stderr } = await run('scripts/docs.ts', ['--colour']);

    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--colour');
  });
});
