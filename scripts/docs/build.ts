import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Contract, readContract } from '../../src/contract/contract.js';
import { conventionsOf } from '../../src/contract/conventions.js';
import { testNumbers } from '../../src/contract/test-numbers.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { toMarkdown } from './document.js';
import { render } from './html.js';
import { pageHtml } from './page/template.js';
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
  const [spec, changelog, guides, style, script] = await Promise.all([
    readFile(resolve(root, options.spec ?? 'generated/openapi.json'), 'utf8'),
    readFile(resolve(root, options.changelog ?? 'CHANGELOG.md'), 'utf8'),
    readFile(join(here, 'guides.md'), 'utf8'),
    bundle('page/layout.css'),
    bundle('page/main.ts'),
  ]);
  const contract = readContract(JSON.parse(spec));
  const reference = toMarkdown(contract, guides, changelog);
  const data = JSON.stringify(formContent(contract)).replaceAll('<', '\\u003c');
  const page = pageHtml({ ...render(reference), style, script, policy: policy(style, script), data });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'guides.md'), guides);
  await writeFile(join(out, 'reference.md'), reference);
  await writeFile(join(out, 'index.html'), page);
  return join(out, 'index.html');
}

/** Returns a minified script or style sheet. esbuild escapes `</script` and `</style` in it. */
async function bundle(file: string): Promise<string> {
  const entryPoints = [join(here, file)];
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, write: false, target: 'es2022' });
  return outputFiles[0]?.text.trim() ?? '';
}

/** Allows this script, this style sheet, and requests to the server of the page: nothing else. */
function policy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
}

/** What the form of the page offers, as JSON in the page. */
export type FormContent = ReturnType<typeof formContent>;

function formContent(contract: Contract) {
  const { successCode, headerNames } = conventionsOf(contract);
  const headers = contract.operations.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  const numbersOf = (id: string) => testNumbers(contract).filter(({ operations }) => operations.includes(id));
  return {
    /** Base URL in the samples. */
    sampleOrigin: mockOrigin,
    successCode,
    headers: [...new Set(headers)].map((name) => ({ name, value: name === headerNames.agentName ? sampleAgent : '' })),
    requests: contract.operations.flatMap(({ id, summary, method, path, request }) =>
      (request?.examples ?? []).map((example) => ({
        label: `${summary}: ${example.summary}`,
        method,
        path,
        body: example.body,
        /** The field of the body that takes a test number. */
        testField: request?.testFields.find((field) => field in Object(example.body)),
        numbers: [
          ...numbersOf(id).map(({ number, status, summary: result }) => ({ number, result: `${status} ${result}` })),
          ...mockNumbers.map(({ number, summary: result }) => ({ number, result })),
        ],
      })),
    ),
  };
}
