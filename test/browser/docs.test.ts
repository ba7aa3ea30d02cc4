import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { readContract } from '../../src/contract/contract.js';
import { temporaryFolder } from '../support/folder.js';
import { readSpec } from '../support/spec.js';
import { displayed, faults, sharedChromium, type Trouble, watch } from './chromium.js';

const contract = readContract(readSpec());

const out = temporaryFolder();
const browser = sharedChromium();
let file: string;
beforeAll(async () => {
  file = pathToFileURL(await buildDocs({ out })).href;
});

/** Opens the page from disk with the network cut, and waits until its last section is there. */
async function open(options: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; trouble: Trouble }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const trouble = watch(page);
  await page.goto(file + hash);
  await page.locator('main').getByText('First version.').waitFor({ state: 'attached' });
  return { page, trouble };
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const main = (page: Page) => page.locator('main');

/** Where in the window the element with an id begins, in pixels. */
const topOf = (page: Page, id: string) =>
  page.locator(`[id="${id}"]`).evaluate((found) => found.getBoundingClientRect().top);

/** Opens the search by keyboard alone, types into it, and takes all that it shows. */
async function search(page: Page, words: string): Promise<string> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Search docs...').fill(words);
  const results = page.locator('body > :last-child');
  await results.getByText('Error codes').waitFor();
  return displayed(results);
}

describe('The docs opened from disk with the network cut', () => {
  test('ask for nothing but their own file and print no error, wherever one scrolls', async () => {
    const { page, trouble } = await open();
    for (let y = 0; y < 12_000; y += 3_000) await page.mouse.wheel(0, 3_000);

    expect(trouble).toEqual({ errors: [], requests: [file] });
  });

  test('have everything on the page without a click, and are short', async () => {
    const { page } = await open();
    const text = await displayed(main(page));

    for (const { summary, path } of contract.operations) {
      expect(text).toContain(summary);
      expect(text).toContain(path);
    }
    expect(await main(page).getByRole('button', { name: 'Show' }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(15_000);
    const { page: small } = await open(phone);
    expect(await small.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(26_000);
  });

  test('set what is inferred apart, by a word and by a ground, and lead to its decision', async () => {
    const { page } = await open();
    const mark = main(page).locator('blockquote', { hasText: '(D18)' }).first();
    const ground = (element: Element) => getComputedStyle(element).backgroundColor;

    expect(await displayed(mark)).toMatch(/^Inferred \(D18\)\. /);
    expect(await mark.evaluate(ground)).not.toBe(await page.locator('body').evaluate(ground));
    await mark.getByRole('link').click();
    await expect.poll(() => topOf(page, 'd18')).toBeLessThan(900);
    expect(await topOf(page, 'd18')).toBeGreaterThanOrEqual(0);
  });

  test('have readable search results: words do not run together, and no markup shows', async () => {
    const { page } = await open();
    const results = await search(page, 'password');

    expect(results).toContain('request fields');
    expect(results).not.toMatch(/<\w|\*\*|\{%|&#|\d[a-z]{3}|[a-z]\.[A-Z0-9]/);
  });

  test.each(contract.operations.map(({ id, responses }) => [id.toLowerCase(), responses.at(-2)?.key ?? '']))(
    'lead to a status and to a field of %s',
    async (id, status) => {
      const response = `other/${id}/response&c=${status}/body`;
      const { page } = await open({}, `#/other/${id}#${response}`);
      await expect.poll(() => topOf(page, response)).toBeLessThan(900);
      expect(await topOf(page, response)).toBeGreaterThanOrEqual(0);
      expect(await page.locator(`[id="other/${id}"]`).getByRole('tab', { name: status, selected: true }).count()).toBe(
        1,
      );

      const field = `other/${id}/t=request&in=headers&path=x-traceid`;
      const { page: other } = await open({}, `#/other/${id}#${field}`);
      await expect.poll(() => topOf(other, field)).toBeLessThan(900);
    },
  );

  test('show the start of the page for an address that leads nowhere', async () => {
    const { page } = await open({}, '#/nowhere/at-all');

    await page.getByRole('heading', { level: 1, name: contract.title }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/');
  });

  test('have every address that the README names', async () => {
    const readme = await readFile('README.md', 'utf8');
    const addresses = [...readme.matchAll(/`(#\/[^`]+)`/g)].map(([, address = '']) => address);
    const { page } = await open();

    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      await page.goto(file + address);
      const place = address.includes('#', 1) ? address.replace(/.*#/, '') : address.slice(2);
      await expect.poll(() => topOf(page, place), { message: address }).toBeLessThan(900);
      expect(await topOf(page, place), address).toBeGreaterThanOrEqual(-1);
    }
  });

  test('can be walked through with the keyboard: search first, contents a landmark, each stop visible', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await displayed(page.locator(':focus'))).toBe('Search');
    const stops = new Set<string>();
    for (let stop = 0; stop < 15; stop += 1) {
      await page.keyboard.press('Tab');
      stops.add(
        await page.evaluate(() => {
          const element = document.activeElement ?? document.body;
          return `${getComputedStyle(element).outlineStyle} ${element.outerHTML.slice(0, 300)}`;
        }),
      );
    }
    expect(stops.size).toBe(15);
    expect([...stops].filter((stop) => stop.startsWith('none'))).toEqual([]);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    for (const { summary } of contract.operations)
      expect(await contents.getByRole('link', { name: summary }).count()).toBe(1);
  });

  test('have headings without gaps', async () => {
    const { page } = await open();
    const levels = await main(page)
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.map((heading) => Number(heading.ariaLevel)));

    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each([
    ['desktop, light', { colorScheme: 'light' }],
    ['desktop, dark', { colorScheme: 'dark' }],
    ['phone, light', { ...phone, colorScheme: 'light' }],
    ['phone, dark', { ...phone, colorScheme: 'dark' }],
  ] as const)('are free of faults that axe finds: %s', async (_, options) => {
    // The policy of the page lets no script in, that of axe neither.
    const { page } = await open({ ...options, bypassCSP: true });

    expect(await faults(page)).toEqual([]);
  });

  test('fit every width without sideways scrolling', async () => {
    const { page } = await open(phone);
    const over: number[] = [];
    for (const width of [320, 390, 600, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      over.push((await page.evaluate(() => document.documentElement.scrollWidth)) - width);
    }

    expect(over).toEqual([0, 0, 0, 0, 0]);
  });

  test('print whole, and light on paper where the screen is dark', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const scheme = () => page.evaluate(() => document.documentElement.className.match(/light|dark/)?.[0]);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

    expect(await page.getByRole('button', { name: 'Try it' }).isVisible()).toBe(false);
    expect(await page.locator('[id="d1"]').isVisible()).toBe(true);
    expect(await scheme()).toBe('light');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await scheme()).toBe('dark');
  });

  test('show the overview before any script has run, and without one say where the contract is', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(file);

    expect(await displayed(page.getByRole('heading', { level: 1 }))).toContain(contract.title);
    expect(await displayed(page.locator('noscript p'))).toContain('reference.md');
  });
});
