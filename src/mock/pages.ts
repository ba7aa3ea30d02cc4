import { readFile } from 'node:fs/promises';
import type { MockContract } from './contract.js';
import type { SpecFile } from './spec-file.js';

/** A file that the mock serves beside the operations. */
export interface Page {
  readonly type: string;
  readonly content: string | Buffer;
}

/** Looks up the docs and the spec by path; `undefined` where no page is. */
export async function findPage(
  path: string,
  spec: SpecFile,
  contract: MockContract,
  docsFile: string,
): Promise<Page | undefined> {
  if (path === '/openapi.json') return { type: 'application/json; charset=utf-8', content: spec.json };
  if (path === '/openapi.yaml') return { type: 'application/yaml; charset=utf-8', content: spec.yaml };
  if (path !== '/' && path !== '/index.html') return undefined;
  const type = 'text/html; charset=utf-8';
  // Read each time, so that rebuilt docs are served at once.
  return { type, content: await readFile(docsFile).catch(() => withoutDocs(contract)) };
}

/** The page in place of docs that are not built. */
const withoutDocs = ({ title, operations }: MockContract): string => `<!doctype html>
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
