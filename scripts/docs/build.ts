import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readContract } from '../generate/contract.js';
import type { Document } from '../generate/openapi.js';
import { readSource } from '../generate/source.js';
import { consoleData } from './console-data.js';
import { derive } from './derive.js';
import { dress } from './dress.js';
import { render } from './renderer.js';
import { unfold } from './unfold.js';

export interface BuildDocsOptions {
  /**
   * The bundled spec to render.
   *
   * @default 'generated/openapi.json' of this project
   */
  spec?: string | undefined;
  /**
   * The changelog that the page shows.
   *
   * @default 'CHANGELOG.md' of this project
   */
  changelog?: string | undefined;
  /**
   * The folder that gets `index.html`.
   *
   * @default 'dist/docs' of this project
   */
  out?: string | undefined;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');

/**
 * Renders the docs into one self-contained page and resolves with its path. A page that is up to date stays as it is, and
 * a page that cannot be made leaves the last one in place. Prints nothing.
 */
export async function buildDocs(options: BuildDocsOptions = {}): Promise<string> {
  const spec = resolve(root, options.spec ?? 'generated/openapi.json');
  const changelogFile = resolve(root, options.changelog ?? 'CHANGELOG.md');
  const out = resolve(root, options.out ?? 'dist/docs');
  const page = join(out, 'index.html');

  const [specText, changelog, manifest] = await Promise.all([
    read(spec, 'the bundled spec; `npm run generate` makes it'),
    read(changelogFile, 'the changelog that the docs show'),
    read(join(root, 'package.json'), 'the manifest of this package'),
  ]);
  const source = readSource();
  const stamp = await stampOf([specText, changelog, manifest, JSON.stringify(source)]);
  if ((await readFile(page, 'utf8').catch(() => '')).includes(stamp)) {
    // Its time says that it is newer than its sources, for those who look at times only.
    await utimes(page, new Date(), new Date());
    return page;
  }

  const document = JSON.parse(specText) as Document;
  const contract = readContract(document);
  const { name } = JSON.parse(manifest) as { name: string };
  const [rendered, css, before, after] = await Promise.all([
    render(derive({ document, decisions: source.decisions, changelog, packageName: name })),
    styles('page/page.css', 'page/tables.css', 'console/console.css'),
    script('page/before.ts'),
    script('page/after.ts'),
  ]);
  const { title, summary = title } = document.info as Document['info'] & { summary?: string };
  const dressed = dress(unfold(rendered), {
    title: `${title} ${contract.version}`,
    description: summary,
    css,
    before,
    after,
    data: consoleData(contract),
    stamp,
  });
  // Written beside and moved, so that whoever serves the page never sees half of it.
  await mkdir(out, { recursive: true });
  await writeFile(`${page}.${process.pid}`, dressed);
  await rename(`${page}.${process.pid}`, page);
  return page;
}

async function read(file: string, what: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read ${file}, ${what}: ${cause.code ?? cause.message}`, { cause });
  });
}

/** One of the page's own scripts, with what it imports. */
async function script(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text.trim() ?? '';
}

const styles = async (...files: string[]): Promise<string> =>
  (await Promise.all(files.map((file) => readFile(join(here, file), 'utf8')))).join('\n');

/** A fingerprint of all that the page is made from: its sources, and the files of this folder. */
async function stampOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const text of sources) hash.update(text).update('\0');
  const files = await readdir(here, { recursive: true, withFileTypes: true });
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(await readFile(file)).update('\0');
  return hash.digest('hex');
}
