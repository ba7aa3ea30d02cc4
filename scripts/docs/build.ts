import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };
import { type Contract, readContract } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { formHeading, toMarkdown } from './document.js';
import { render } from './html.js';
import { slug } from './markdown.js';
import type { FormData } from './page/form.js';
import { formHtml, pageHtml } from './page/template.js';
import { mockOrigin, sampleAgent } from './samples.js';

export interface BuildDocsOptions {
  /** Bundled spec. @default 'generated/openapi.json' of this project */
  readonly spec?: string | undefined;
  /** @default 'CHANGELOG.md' of this project */
  readonly changelog?: string | undefined;
  /** Folder for `index.html`, `reference.md` and `guides.md`. @default 'dist/docs' of this project */
  readonly out?: string | undefined;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');

/** Renders the docs and returns the path of the page. A failure leaves the last docs as they are. */
export async function buildDocs(options: BuildDocsOptions = {}): Promise<string> {
  const out = resolve(root, options.out ?? 'dist/docs');
  const [spec, changelog, guides] = await Promise.all([
    readFile(resolve(root, options.spec ?? 'generated/openapi.json'), 'utf8'),
    readFile(resolve(root, options.changelog ?? 'CHANGELOG.md'), 'utf8'),
    readFile(join(here, 'guides.md'), 'utf8'),
  ]);
  const contract = readContract(JSON.parse(spec));
  const reference = toMarkdown({ contract, packageName: manifest.name, guides, changelog });
  const page = await renderPage(contract, reference);
  await mkdir(out, { recursive: true });
  await replace(join(out, 'guides.md'), guides);
  await replace(join(out, 'reference.md'), reference);
  await replace(join(out, 'index.html'), page);
  return join(out, 'index.html');
}

/** Writes a file in one step, so that a server never serves half of it. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function renderPage(contract: Contract, reference: string): Promise<string> {
  const [style, script] = await Promise.all([bundle('page/style.css'), bundle('page/main.ts')]);
  const rendered = render(reference, { section: slug(formHeading), html: formHtml(formHeaders(contract)) });
  const data = JSON.stringify(formData(contract)).replaceAll('<', '\\u003c');
  return pageHtml({ ...rendered, style, script, policy: policy(style, script), data });
}

async function bundle(file: string): Promise<string> {
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
  const text = outputFiles[0]?.text.trim() ?? '';
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${file} contains text that would end its element.`);
  return text;
}

/** Allows this script, this style sheet, and requests to the server of the page: nothing else. */
function policy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
}

/** Returns the headers of all operations, filled as in the samples. */
function formHeaders(contract: Contract): { name: string; value: string }[] {
  const { agentName } = conventionsOf(contract).headerNames;
  const names = contract.operations.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  return [...new Set(names)].map((name) => ({ name, value: name === agentName ? sampleAgent : '' }));
}

const formData = (contract: Contract): FormData => ({
  sampleOrigin: mockOrigin,
  successCode: conventionsOf(contract).successCode,
  requests: contract.operations.flatMap(({ summary, method, path, request, examples }) =>
    (request?.examples ?? []).map(({ summary: name, body }) => ({
      label: `${summary}: ${name}`,
      method,
      path,
      body,
      field: request?.testFields.find((field) => field in Object(body)),
      numbers: [
        ...examples.flatMap((example) =>
          example.testNumbers
            .slice(0, 1)
            .map((number) => ({ number, summary: `${example.status} ${example.summary}` })),
        ),
        ...mockNumbers.map(({ number, summary: what }) => ({ number, summary: what })),
      ],
    })),
  ),
});
