import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** The system's Chromium, told to leave the network alone. */
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

/** A browser that runs while the tests around the call do. What a test opened is closed when it ends. */
export function sharedChromium(): Pick<Browser, 'newContext' | 'newPage'> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());
  return { newContext: (options) => browser.newContext(options), newPage: (options) => browser.newPage(options) };
}

/** What a page did that it should not: errors it printed or threw, and addresses it asked for. */
export interface Trouble {
  errors: string[];
  requests: string[];
}

/** Collects errors and requests of a page from now on. Data and blobs are part of the page and no requests. */
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

/** The text of an element as a reader sees it: what is not displayed is not in it. */
export const displayed = (locator: Locator): Promise<string> =>
  // Not textContent, which has hidden text as well, and would hide a fault.
  locator.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''));

/**
 * What axe finds, one line for each place. The page must be open in a context with `bypassCSP`: its policy lets in no script, that of
 * axe neither.
 */
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
