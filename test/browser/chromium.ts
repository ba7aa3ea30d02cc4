import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Starts the system's Chromium, without its own requests. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Starts a browser for the tests around the call. Pages are closed after each test. */
export function sharedChromium(): Pick<Browser, 'newContext' | 'newPage'> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());
  return { newContext: (options) => browser.newContext(options), newPage: (options) => browser.newPage(options) };
}

/** The errors that a page printed or threw, and the URLs that it requested. */
export interface Trouble {
  errors: string[];
  requests: string[];
}

/** Collects errors and requests of a page from now on, except `data:` and `blob:` URLs. */
export function watch(page: Page): Trouble {
  const trouble: Trouble = { errors: [], requests: [] };
  page.on('pageerror', (error) => trouble.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) trouble.requests.push(request.url());
  });
  return trouble;
}

/** Returns the visible text of an element. */
export const displayed = (locator: Locator): Promise<string> =>
  // Not textContent, which includes hidden text.
  locator.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''));

/** Returns what axe finds, one line per element. The page's context needs `bypassCSP`, since the page allows no other scripts. */
export async function faults(page: Page): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.addScriptTag({ content: await readFile(file, 'utf8') });
  return page.evaluate(async () => {
    const { axe } = globalThis as typeof globalThis & { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary} ${html.slice(0, 200)}`),
    );
  });
}
