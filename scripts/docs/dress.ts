import { createHash } from 'node:crypto';
import { escapeHtml } from './text.js';

/** What the page gets besides what the renderer makes. */
export interface Dress {
  title: string;
  description: string;
  css: string;
  /** Runs before the renderer's script. */
  before: string;
  /** Runs after it; may read `data` from the page. */
  after: string;
  /** What the page's own script needs to know of the contract. */
  data: unknown;
  /** Tells whether the page is up to date. */
  stamp: string;
}

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4ed8"/><path d="M10 15v-3a6 6 0 0 1 12 0v3" fill="none" stroke="#fff" stroke-width="3"/><rect x="7.5" y="14.5" width="17" height="11.5" rx="2.5" fill="#fff"/><circle cx="16" cy="20" r="2.2" fill="#1d4ed8"/></svg>`;

/** The rendered page with its own head, scripts and a policy under which it reaches its own origin at most. */
export function dress(page: string, { title, description, css, before, after, data, stamp }: Dress): string {
  const head = `<title>${escapeHtml(title)}</title>
  <meta name="description" content="${escapeHtml(description)}">
  <meta name="color-scheme" content="light dark">
  <meta name="referrer" content="no-referrer">
  <meta name="docs-stamp" content="${stamp}">
  <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(favicon)}">`;
  const dressed = insert(
    insert(replaceTitle(page, head), '</head>', `<style>${css}</style><script>${inScript(before)}</script>\n`),
    '</body>',
    `<noscript><p class="no-script">This page needs JavaScript for all that follows the overview. It comes from this file and reaches no other server.</p></noscript>
<script type="application/json" id="docs-data">${inScript(JSON.stringify(data))}</script>
<script>${inScript(after)}</script>\n`,
  );
  return dressed.replace('<meta charset="utf8" />', () => `<meta charset="utf-8">\n  ${policyOf(dressed)}`);
}

/** A script's text cannot end its element early. */
const inScript = (text: string): string => text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');

function replaceTitle(page: string, head: string): string {
  const title = /<title>[^<]*<\/title>/;
  if (!title.test(page)) throw new Error("Redocly's page has no title to replace.");
  return page.replace(title, () => head);
}

/** Inserts before the last occurrence, since the renderer's script holds such tags as text. */
function insert(page: string, before: string, text: string): string {
  const at = before === '</head>' ? page.indexOf(before) : page.lastIndexOf(before);
  if (at < 0) throw new Error(`Redocly's page has no ${before}.`);
  return page.slice(0, at) + text + page.slice(at);
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
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/** The text of each script that runs, found as a browser finds it: an element ends at the first `</script`. */
export function scriptsOf(page: string): string[] {
  const scripts: string[] = [];
  for (let at = page.indexOf('<script'); at >= 0; at = page.indexOf('<script', at)) {
    const start = page.indexOf('>', at) + 1;
    const end = page.indexOf('</script', start);
    if (end < 0) throw new Error('A script of the page has no end.');
    if (!page.slice(at, start).includes('application/json')) scripts.push(page.slice(start, end));
    at = end;
  }
  return scripts;
}
