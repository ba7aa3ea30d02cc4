import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { readContract } from '../../src/contract/contract.js';
import type { Document } from '../../src/contract/openapi.js';
import { redocly } from '../redocly.js';
import { derive } from './derive.js';
import { dress } from './page.js';
import { reference } from './reference.js';

export interface BuildDocsOptions {
  /** The bundled spec to render. @default 'generated/openapi.json' of this project */
  readonly spec?: string | undefined;
  /** The changelog that the page shows. @default 'CHANGELOG.md' of this project */
  readonly changelog?: string | undefined;
  /** The folder that gets `index.html` and `reference.md`. @default 'dist/docs' of this project */
  readonly out?: string | undefined;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');

/**
 * Renders the docs, one self-contained page and the same contract as Markdown, and resolves with the path of the page. Docs that cannot
 * be made leave the last ones in place. Prints nothing.
 */
export async function buildDocs(options: BuildDocsOptions = {}): Promise<string> {
  const spec = resolve(root, options.spec ?? 'generated/openapi.json');
  const changelogFile = resolve(root, options.changelog ?? 'CHANGELOG.md');
  const out = resolve(root, options.out ?? 'dist/docs');
  const page = join(out, 'index.html');
  const document: Document = JSON.parse(await readFile(spec, 'utf8'));
  const changelog = await readFile(changelogFile, 'utf8');
  const contract = readContract(document);
  const rendered = await render(
    derive({ document, changelog, packageName: manifest.name }),
    `${contract.title} ${contract.version}`,
  );
  await mkdir(out, { recursive: true });
  await replace(join(out, 'reference.md'), reference(contract, manifest.name));
  await replace(page, await dress(rendered, contract));
  return page;
}

/** Writes beside and moves, so that whoever serves the file never sees half of it. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

/** The page that Redocly makes of a spec in our template, with the options of redocly.yaml and its scripts inlined. An error has what it printed. */
export async function render(spec: object, title: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  const source = join(folder, 'openapi.json');
  const page = join(folder, 'index.html');
  const options = ['--config', join(root, 'redocly.yaml'), '--template', join(here, 'page/page.hbs'), '--title', title];
  try {
    await writeFile(source, JSON.stringify(spec));
    const { code, stderr } = await redocly('build-docs', source, '--inlineBundle', '--output', page, ...options);
    if (code !== 0) throw new Error(`Redocly did not render the docs.\n${stderr.trim()}`);
    return await readFile(page, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
