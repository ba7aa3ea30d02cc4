import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { errorKinds } from '../../scripts/docs/error-kinds.js';
import { readContract } from '../../scripts/generate/contract.js';
import type { Document } from '../../scripts/generate/openapi.js';
import { readSource } from '../../scripts/generate/source.js';
import { displayed, seriousFaults, startChromium, type Trouble, watch } from './chromium.js';

const contract = readContract(
  JSON.parse(await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) as Document,
);

let browser: Browser;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-'));
  file = pathToFileURL(await buildDocs({ out: folder })).href;
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Opens the page from disk with the network cut, and waits until its last section is there. */
async function open(options: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; trouble: Trouble }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, offline: true, ...options });
  const page = await context.newPage();
  const trouble = watch(page);
  await page.goto(file + hash);
  await page.locator('#decision-d1').waitFor({ state: 'attached' });
  await page.locator('try-it form').waitFor();
  return { page, trouble };
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe('The docs opened from disk with the network cut', () => {
  test('ask for nothing but their own file and print no error, wherever one scrolls', async () => {
    const { page, trouble } = await open();
    for (let y = 0; y < 30_000; y += 3_000) await page.mouse.wheel(0, y);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('captcha');
    await page.locator('[data-component-name="Search/SearchItem"]', { hasText: 'captchaToken' }).first().waitFor();

    expect(trouble).toEqual({ errors: [], requests: [file] });
  });

  test('show every field, example, status, error kind, test number and decision without a click', async () => {
    const { page } = await open();
    // What is displayed, as a reader sees it: hidden text is not in it.
    const text = (await displayed(page.locator('#api-content'))).replaceAll('\u200b', '');

    for (const [name, { properties = {} }] of Object.entries(contract.document.components?.schemas ?? {})) {
      for (const field of Object.keys(properties)) expect(text, name).toContain(field);
    }
    for (const { path, request, responses } of contract.operations) {
      expect(text).toContain(path);
      for (const key of Object.keys(request?.examples ?? {})) expect(text).toContain(`Request ${key}: `);
      for (const [key, { status, summary, testNumbers }] of Object.entries(responses)) {
        expect(text).toContain(`${status} ${key}: ${summary}`);
        for (const number of testNumbers) expect(text).toContain(number);
      }
    }
    for (const heading of ['Status 200', 'Status 400', 'Status 401', 'Status 500', 'Any other status']) {
      expect(text.split(`${heading}\n`), heading).toHaveLength(contract.operations.length + 1);
    }
    for (const variant of ['authType "1"', 'authType "2"', 'LoginEnvelope', 'ServiceEnvelope'])
      expect(text).toContain(variant);
    for (const kind of Object.keys(errorKinds)) expect(text).toContain(kind);
    for (const { id, why } of readSource().decisions) expect(text, id).toContain(why.replaceAll('`', ''));
    for (const sample of ['curl --request POST', 'createKooDriveAuthClient({', 'await fetch('])
      expect(text).toContain(sample);
    expect(text).toContain('Changelog');
    expect(await page.getByRole('button', { name: /^\+ ?Show/ }).count()).toBe(0);
  });

  test('set inferred paragraphs apart by colour and by word', async () => {
    const { page } = await open();
    const paragraphs = page.locator('#api-content p:has(> mark.whole)');
    const plain = page.locator('#api-content [data-section-id="/"] p').first();
    const colour = (element: Element) => getComputedStyle(element).backgroundColor;

    expect(await paragraphs.count()).toBeGreaterThan(30);
    expect(await displayed(paragraphs.first())).toMatch(/^Inferred/);
    expect(await paragraphs.first().evaluate(colour)).not.toBe(await plain.evaluate(colour));
  });

  test('lead from an inferred paragraph to its decision', async () => {
    const { page } = await open();
    await page.locator('a.decision', { hasText: 'D9' }).first().click();

    await expect.poll(() => page.locator('#decision-d9.reached').evaluate(isOnScreen)).toBe(true);
  });

  test.each(['#/authentication/login', '#/users/registeruser', '#/decisions#decision-d9'])(
    'open at %s',
    async (hash) => {
      const { page } = await open({}, hash);

      await expect.poll(() => page.locator(`[id="${hash.replace(/.*#\/?/, '')}"]`).evaluate(isOnScreen)).toBe(true);
    },
  );

  test('have every address that the README names', async () => {
    const { page } = await open();
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const places = [...readme.matchAll(/`#\/([^`]+)`/g)].map(([, address = '']) => address.replace(/.*#/, ''));

    expect(places.length).toBeGreaterThan(5);
    for (const place of places) expect(await page.locator(`[id="${place}"]`).count(), place).toBe(1);
  });

  test('tell the reader in the console how to get a server, and send nothing', async () => {
    const { page } = await open();

    expect(await displayed(page.locator('try-it .note'))).toContain('npx koodrive-auth-mock');
    expect(await page.locator('try-it').getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  });

  test('can be walked through with the keyboard, each stop visible', async () => {
    const { page } = await open();
    const stops = new Set<string>();
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      stops.add(
        await page.evaluate(() => {
          const element = document.activeElement;
          const { outlineStyle } = element ? getComputedStyle(element) : { outlineStyle: 'none' };
          return `${outlineStyle} ${element?.outerHTML.slice(0, 200)}`;
        }),
      );
    }

    expect(stops.size).toBeGreaterThan(20);
    expect([...stops].filter((stop) => stop.startsWith('none'))).toEqual([]);
  });

  test.each([
    ['desktop, light', { colorScheme: 'light' }],
    ['desktop, dark', { colorScheme: 'dark' }],
    ['phone, light', { ...phone, colorScheme: 'light' }],
    ['phone, dark', { ...phone, colorScheme: 'dark' }],
  ] as const)('are free of serious faults that axe finds: %s', async (_, options) => {
    // The policy of the page lets no script in, that of axe neither.
    const { page } = await open({ ...options, bypassCSP: true });
    const faults = await seriousFaults(page);

    expect(faults).toEqual([]);
  });

  test('fit every width without sideways scrolling', async () => {
    const { page } = await open(phone);
    const widths: number[] = [];
    for (const width of [320, 390, 600, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      widths.push((await page.evaluate(() => document.documentElement.scrollWidth)) - width);
    }

    expect(widths).toEqual([0, 0, 0, 0, 0]);
  });

  test('are dark where the reader wants it dark', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const [red = 255, green = 255, blue = 255] = await page.evaluate(() =>
      (getComputedStyle(document.getElementById('api-content') ?? document.body).color.match(/\d+/g) ?? []).map(Number),
    );

    expect(Math.min(red, green, blue)).toBeGreaterThan(150);
    expect(await page.locator('html').getAttribute('class')).toContain('dark');
  });

  test('print whole, without menu, buttons and console', async () => {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });

    expect(await page.locator('.menu-content').isVisible()).toBe(false);
    expect(await page.locator('try-it').isVisible()).toBe(false);
    expect(await page.locator('#decision-d1').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794);
  });

  test('print light on paper where the screen is dark', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const scheme = () => page.evaluate(() => document.documentElement.className.match(/light|dark/)?.[0]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const printed = await scheme();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));

    expect([printed, await scheme()]).toEqual(['light', 'dark']);
  });

  test('show the overview before any script has run, and without one say what is missing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(file);

    expect(await displayed(page.getByRole('heading', { level: 1 }))).toContain(contract.document.info.title);
    expect(await page.locator('.no-script').isVisible()).toBe(true);
  });
});

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
