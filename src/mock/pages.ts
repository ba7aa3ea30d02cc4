import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Contract } from '../contract/contract.js';
import type { Served } from './spec.js';

/** A file that the mock serves beside the operations. All answers with it share its bytes. */
export interface Page {
  readonly type: string;
  readonly content: Buffer;
  /** The same, compressed when it is first asked for. */
  zipped(): Promise<Buffer>;
}

/** Finds the docs and the spec by path; `undefined` where no page is. */
export type Pages = (path: string) => Promise<Page | undefined>;

const html = 'text/html; charset=utf-8';

/** The pages beside the operations of a spec: itself, the docs, and as `reference.md` what stands beside them. */
export function createPages({ spec, contract }: Served, docsFile: string): Pages {
  const json = page('application/json; charset=utf-8', spec.json);
  const yaml = page('application/yaml; charset=utf-8', spec.yaml);
  const docs = fromFile(docsFile, html);
  const reference = fromFile(join(dirname(docsFile), 'reference.md'), 'text/markdown; charset=utf-8');
  const withoutDocs = page(html, textWithoutDocs(contract));
  return async (path) => {
    if (path === '/openapi.json') return json;
    if (path === '/openapi.yaml') return yaml;
    if (path === '/reference.md') return reference();
    return path === '/' || path === '/index.html' ? ((await docs()) ?? withoutDocs) : undefined;
  };
}

function page(type: string, content: string | Buffer): Page {
  let compressed: Promise<Buffer> | undefined;
  return {
    type,
    content: Buffer.from(content),
    zipped: () => {
      compressed ??= promisify(gzip)(content);
      return compressed;
    },
  };
}

/** A file as a page that is kept, and read anew when the file has changed. */
function fromFile(file: string, type: string): () => Promise<Page | undefined> {
  let version = '';
  let kept: Promise<Page | undefined> | undefined;
  return async () => {
    const state = await stat(file).catch(() => undefined);
    if (!state) return undefined;
    const current = `${state.mtimeMs} ${state.size}`;
    if (current !== version) {
      version = current;
      kept = readFile(file).then(
        (content) => page(type, content),
        () => undefined,
      );
    }
    return kept;
  };
}

/** The page in place of docs that are not built. */
const textWithoutDocs = ({ title, operations }: Contract): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}: mock</title>
<body style="font: 1rem/1.6 system-ui; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>${escapeHtml(title)}</h1>
<p>The mock is running. The docs are not built: <code>npm run docs</code> builds them.</p>
<ul>
${operations.map(({ method, path }) => `<li><code>${escapeHtml(`${method} ${path}`)}</code></li>`).join('\n')}
<li><a href="/openapi.yaml">openapi.yaml</a>, <a href="/openapi.json">openapi.json</a></li>
</ul>
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
