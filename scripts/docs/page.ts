import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Contract } from '../../src/contract/contract.js';
import { formData } from './form-data.js';

const here = fileURLToPath(new URL('page', import.meta.url));

/** Where page/page.hbs leaves room for what is made here. */
const room = '<!-- policy, data, styles and script -->';

/** The vendor's picture, which the renderer would load from the vendor, and its name as a picture of our own. */
const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const logoText =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20width=%2244%22%20height=%2214%22%3E%3Ctext%20y=%2211%22%20font-size=%2211%22%20font-family=%22system-ui,sans-serif%22%20fill=%22%235a83d8%22%3ERedocly%3C/text%3E%3C/svg%3E';

/** The rendered page with our styles, our script, and a policy under which it reaches its own origin at most. */
export async function dress(page: string, contract: Contract): Promise<string> {
  if (!page.includes(room)) throw new Error('The rendered page is not made from page/page.hbs.');
  const [css, script] = await Promise.all([readFile(join(here, 'page.css'), 'utf8'), bundle('main.ts')]);
  const parts = [
    `<style>${css}</style>`,
    `<script type="application/json" id="docs-data">${inScript(formData(contract))}</script>`,
    `<script type="module">${script}</script>`,
  ];
  const dressed = page.replaceAll(logo, logoText).replace(room, () => `${room}${parts.join('\n')}`);
  return dressed.replace(room, () => policyOf(dressed));
}

/** JSON that no HTML parser can take for the end of a script or the start of a comment. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A script of the page with what it imports. */
async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, file)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text.trim().replaceAll('</', '<\\/').replaceAll('<!--', '\\x3c!--') ?? '';
}

/** Scripts run only as they were written here; styles are the renderer's, which writes them as it goes. */
function policyOf(page: string): string {
  const hashes = scriptsOf(page).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${[...new Set(hashes)].join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
}

/** The text of each script that runs, found as a browser finds it: an element ends at the first `</script`. */
export const scriptsOf = (page: string): string[] =>
  [...page.matchAll(/<script([^>]*)>(.*?)<\/script/gs)].flatMap(([, attributes = '', text = '']) =>
    attributes.includes('application/json') ? [] : [text],
  );
