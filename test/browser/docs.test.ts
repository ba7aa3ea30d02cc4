import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { readContract } from '../../src/contract/contract.js';
import { temporaryFolder } from '../support/folder.js';
import { listen } from '../support/listen.js';
import { readSpec } from '../support/spec.js';
import { displayed, faults, sharedChromium, type Trouble, watch } from './chromium.js';

const contract = readContract(readSpec());
const out = temporaryFolder();
const browser = sharedChromium();
let file: string;
beforeAll(async () => {
  file = pathToFileURL(await buildDocs({ out })).href;
});

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1440, height: 900 } };

/** Opens the page from disk with the network cut. */
async function open(options: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; trouble: Trouble }> {
  const context = await browser.newContext({ ...desktop, offline: true, ...options });
  const page = await context.newPage();
  const trouble = watch(page);
  await page.goto(file + hash);
  return { page, trouble };
}

const main = (page: Page) => page.locator('main');
const top = (page: Page, id: string) =>
  page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);

describe('The docs, opened from disk with the network cut', () => {
  test('request only their own file, print no error, and start with a command that works', async () => {
    const { page, trouble } = await open();

    expect(await displayed(main(page))).toMatch(/^[\s\S]{0,700}curl http/);
    expect(trouble).toEqual({ errors: [], requests: [file] });
  });

  test.each([
    ['without scripts', false],
    ['on paper', true],
  ])('show every sample in every language %s', async (_, javaScriptEnabled) => {
    const { page } = await open({ javaScriptEnabled });
    await page.emulateMedia({ media: javaScriptEnabled ? 'print' : 'screen', colorScheme: 'dark' });
    const text = await displayed(main(page));

    for (const { id, examples } of contract.operations) {
      expect(text).toContain(`await auth.${id}(`);
      for (const { key } of examples) expect(text).toContain(key);
    }
    for (const code of ['import urllib.request', 'HttpClient.newHttpClient()', "echo 'Succeeded'", 'HTTP/1.1 200 OK'])
      expect(text.split(code).length).toBeGreaterThan(3);
    const covered = await page
      .locator('main pre')
      .evaluateAll((all) => all.filter((box) => box.clientHeight < 20).length);
    expect(covered).toBe(0);
    if (!javaScriptEnabled) return;
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(26, 34, 48)');
  });

  test('show one language at a time, and remember which', async () => {
    const { page } = await open();
    const visible = (language: string) => page.locator(`figure[data-label="${language}"]`).first().locator('pre');
    expect(await displayed(visible('curl'))).toContain('curl');
    await page.getByRole('button', { name: 'Python' }).nth(1).click();

    expect(await visible('Python').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Python', pressed: true }).count()).toBeGreaterThan(1);
    await page.reload();
    expect(await page.getByRole('button', { name: 'Python', pressed: true }).count()).toBeGreaterThan(1);
  });

  test('lead from what is inferred to its decision, and mark the section in the contents', async () => {
    const { page } = await open();
    const mark = main(page).locator('blockquote.inferred').first();
    expect(await displayed(mark)).toMatch(/^Inferred \(D\d+\)\. /);
    await mark.getByRole('link').click();

    await expect.poll(() => top(page, new URL(page.url()).hash.slice(1))).toBeLessThan(450);
    const current = page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current]');
    await expect.poll(() => displayed(current)).toBe('Decisions');
  });

  test('return to the same place with Back', async () => {
    const { page } = await open();
    await page.evaluate(() => scrollTo({ top: 6_000 }));
    await page.goto('about:blank');
    await page.goBack();

    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5_900);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(6_100);
  });

  test('can be used with the keyboard: skip link first, every stop visible', async () => {
    const { page } = await open();
    const stops: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { activeElement: element } = document;
          return element ? `${getComputedStyle(element).outlineStyle} ${element.textContent}` : 'none';
        }),
      );
    }

    expect(stops[0]).toContain('Skip to the content');
    expect(stops.filter((stop) => stop.startsWith('none'))).toEqual([]);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    for (const { summary } of contract.operations)
      expect(await contents.getByRole('link', { name: summary, exact: true }).count()).toBe(1);
  });

  test.each([
    ['desktop, light', { ...desktop, colorScheme: 'light' }],
    ['desktop, dark', { ...desktop, colorScheme: 'dark' }],
    ['phone, light', { ...phone, colorScheme: 'light' }],
    ['phone, dark', { ...phone, colorScheme: 'dark' }],
  ] as const)('have nothing that axe reports: %s', async (_, options) => {
    // The policy of the page blocks the script of axe too.
    const { page } = await open({ ...options, bypassCSP: true });

    expect(await faults(page)).toEqual([]);
  });

  test('fit every width, and a phone shows the column names of tables', async () => {
    const { page } = await open(phone);
    expect(await displayed(page.locator('#log-in-headers ~ table').first())).not.toContain('Header\t');
    expect(
      await page
        .locator('td[data-label="Type"]')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content),
    ).toContain('Type');
    for (const width of [320, 390, 600, 768, 1024, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBe(width);
    }
  });
});

test('The page works where storage is blocked', async () => {
  const { page, trouble } = await open();
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.reload();
  await page.getByRole('button', { name: 'Java' }).first().click();
  await page.getByRole('button', { name: /theme/ }).click();

  expect((await displayed(main(page))).length).toBeGreaterThan(10_000);
  expect(trouble.errors).toEqual([]);
});

test('The page works in a sandboxed frame, where it has no form', async () => {
  await using server = await listen((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.url === '/page') response.end(readFileSync(new URL(file)));
    else response.end('<iframe sandbox="allow-scripts" width="1200" height="800" src="/page"></iframe>');
  });
  const page = await browser.newPage();
  const { errors } = watch(page);
  await page.goto(server.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Java' }).first().click();

  expect(await frame.locator('form').isVisible()).toBe(false);
  expect(errors.filter((error) => !error.includes('favicon'))).toEqual([]);
});
