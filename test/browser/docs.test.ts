import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { readContract } from '../../src/contract/contract.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { temporaryFolder } from '../support/folder.js';
import { listen } from '../support/listen.js';
import { sharedMock } from '../support/mock.js';
import { readSpec } from '../support/spec.js';
import { displayed, faults, sharedChromium, watch } from './chromium.js';

const contract = readContract(readSpec());
const out = temporaryFolder();
const file = pathToFileURL(join(out, 'index.html')).href;
const browser = sharedChromium();
beforeAll(() => buildDocs({ out }));
const mock = sharedMock({ publishedTimes: true, docs: out });

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const main = (page: Page) => page.locator('main');

async function open(url: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  // As behind a proxy that serves the mock below a path.
  await context.route('**/below/a/path/**', (route) =>
    route.continue({ url: route.request().url().replace('/below/a/path', '') }),
  );
  const page = await context.newPage();
  const trouble = watch(page);
  await page.goto(url);
  return { page, trouble };
}
const fromDisk = (options: BrowserContextOptions = {}) => open(file, { offline: true, ...options });
const fromMock = (options: BrowserContextOptions = {}) => open(`${mock.url}/below/a/path/index.html`, options);

describe('The docs, opened from disk with the network cut,', () => {
  test('request only their own file, and show one language at a time, which they remember', async () => {
    const { page, trouble } = await fromDisk();
    expect(await displayed(main(page))).toMatch(/^[\s\S]{0,700}curl http/);
    const visible = (language: string) => page.locator(`figure[data-label="${language}"]`).first().locator('pre');
    expect(await displayed(visible('curl'))).toContain('curl');
    await page.getByRole('button', { name: 'Python' }).nth(1).click();

    expect(await visible('Python').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Python', pressed: true }).count()).toBeGreaterThan(1);
    expect(trouble).toEqual({ errors: [], requests: [file] });
    await page.reload();
    expect(await page.getByRole('button', { name: 'Python', pressed: true }).count()).toBeGreaterThan(1);
  });

  test.each([
    ['without scripts', false],
    ['on paper, in black on white,', true],
  ])('show every sample in every language %s', async (_, javaScriptEnabled) => {
    const { page } = await fromDisk({ javaScriptEnabled });
    await page.emulateMedia({ media: javaScriptEnabled ? 'print' : 'screen', colorScheme: 'dark' });
    const text = await displayed(main(page));

    for (const { id, examples } of contract.operations) {
      expect(text).toContain(`await auth.${id}(`);
      for (const { key } of examples) expect(text).toContain(key);
    }
    for (const code of ['import urllib.request', 'HttpClient.newHttpClient()', "echo 'Succeeded'", 'HTTP/1.1 200 OK'])
      expect(text.split(code).length).toBeGreaterThan(3);
    const heights = await page.locator('main pre').evaluateAll((all) => all.map((box) => box.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThan(20);
    if (!javaScriptEnabled) return;
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await main(page).evaluate((element) => getComputedStyle(element).color)).toBe('rgb(26, 34, 48)');
  });

  test('lead from what is inferred to its decision, mark the section, and return to the same place with Back', async () => {
    const { page } = await fromDisk();
    const mark = main(page).locator('blockquote').first();
    expect(await displayed(mark)).toMatch(/^Inferred \(D\d+\)\. /);
    await mark.getByRole('link').click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect.poll(() => target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(450);
    const current = page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current]');
    await expect.poll(() => displayed(current)).toBe('Decisions');

    const before = await page.evaluate(() => scrollY);
    await page.goto('about:blank');
    await page.goBack();
    await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), before)).toBeLessThan(100);
  });

  test('can be used with the keyboard: skip link first, every stop visible', async () => {
    const { page } = await fromDisk();
    const outlineAndText = (element: Element) => `${getComputedStyle(element).outlineStyle} ${element.textContent}`;
    const stops: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.locator(':focus').evaluate(outlineAndText));
    }

    expect(stops[0]).toContain('Skip to the content');
    expect(stops.filter((stop) => stop.startsWith('none'))).toEqual([]);
  });

  test('show a phone the column names of tables, fit every width, and have nothing that axe reports in dark', async () => {
    // The policy of the page blocks the script of axe too.
    const { page } = await fromDisk({ ...phone, colorScheme: 'dark', bypassCSP: true });
    expect(await displayed(page.locator('#log-in-headers ~ table').first())).not.toContain('Header\t');
    const cell = page.locator('td[data-label="Type"]').first();
    expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toContain('Type');
    expect(await faults(page)).toEqual([]);
    for (const width of [320, 600, 768, 1024, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBe(width);
    }
  });
});

test('The docs work in a sandboxed frame, which has no storage and where they have no form', async () => {
  await using server = await listen((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe sandbox="allow-scripts" width="1200" height="800" src="${mock.url}/"></iframe>`);
  });
  const page = await browser.newPage();
  const { errors } = watch(page);
  await page.goto(server.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Java' }).first().click();
  await frame.getByRole('button', { name: /theme/ }).click();

  expect(await frame.locator('form').count()).toBe(0);
  expect((await displayed(frame.locator('main'))).length).toBeGreaterThan(10_000);
  expect(errors.filter((error) => !error.includes('favicon'))).toEqual([]);
});

describe('The form of the docs', () => {
  const label = (page: Page, name: string) =>
    page.getByRole('form', { name: 'Try it' }).getByLabel(name, { exact: true });
  const response = (page: Page) => page.getByRole('status', { name: 'Response' });

  /** Sends the form, and returns the verdict and the body that it shows. */
  async function send(page: Page): Promise<{ verdict: string; body: string }> {
    await page.getByRole('button', { name: 'Send' }).click();
    const body = response(page).locator('pre');
    await body.waitFor();
    return { verdict: await displayed(response(page).locator('p')), body: await displayed(body) };
  }

  test('sends each request example to the server of the page, and shows status, time and body', async () => {
    const { page, trouble } = await fromMock({ permissions: ['clipboard-read', 'clipboard-write'] });
    const bodies = contract.operations.flatMap(({ request, examples }) =>
      (request?.examples ?? []).map(() => examples[0]?.body),
    );
    expect(await label(page, 'Request').locator('option').count()).toBe(bodies.length);
    for (const [index, expected] of bodies.entries()) {
      await label(page, 'Request').selectOption({ index });
      const { verdict, body } = await send(page);
      expect(verdict).toMatch(/^200 OK in \d+ ms\. Succeeded\.$/);
      expect(JSON.parse(body)).toEqual(expected);
    }
    expect(new Set(trouble.requests.map((url) => new URL(url).origin))).toEqual(new Set([mock.url]));
    expect(trouble.errors).toEqual([]);

    // The samples have the address of the page, as shown and as copied, and so have links to the mock.
    const { host, href, pathname } = new URL(`.${contract.operations[0]?.path}`, page.url());
    expect(await main(page).textContent()).not.toContain('127.0.0.1:4010');
    expect(await main(page).textContent()).toContain(`POST ${pathname} HTTP/1.1\nhost: ${host}\n`);
    expect(await page.locator(`[href="${new URL('openapi.yaml', page.url())}"]`).count()).toBe(1);
    await page.getByRole('button', { name: 'Copy' }).nth(1).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(href);
    expect(await page.locator('#copied').textContent()).toBe('Copied');
  });

  test('shows the outcome of each test number: every failure looks like one, also with status 200', async () => {
    const { page } = await fromMock();
    const simulated: Readonly<Record<string, RegExp>> = {
      noAnswer: /^failure No response The form waited/,
      cutConnection: /^failure No response /,
      proxyPage: /^failure 502 .*The body is not JSON/,
      successWithoutData: /^failure 200 .*Failed: the response does not follow the contract\.$/,
      shortSession: /^success 200 .*Succeeded\.$/,
    };
    const requests = await label(page, 'Request').locator('option').allTextContents();
    for (const { summary, examples } of contract.operations) {
      const index = requests.findIndex((text) => text.startsWith(summary));
      const shown = new Map(await page.evaluate(sendEachNumber, index));
      for (const { number, name } of mockNumbers)
        expect(shown.get(number)?.verdict, name).toMatch(simulated[name] ?? '');
      for (const { status, testNumbers, body } of examples) {
        if (!testNumbers[0]) continue;
        expect(shown.get(testNumbers[0])?.verdict).toMatch(new RegExp(`^failure ${status} .*Failed`));
        expect(JSON.parse(shown.get(testNumbers[0])?.body ?? '')).toEqual(body);
      }
    }
  });

  test('shows why the mock rejects a body, keeps the focus, and has nothing that axe reports in light', async () => {
    const { page } = await fromMock({ colorScheme: 'light', bypassCSP: true });
    await label(page, 'Body').fill('{"account": "x",}');
    const { verdict, body } = await send(page);

    expect(verdict).toMatch(/^400 .*Failed/);
    expect(body).toContain('not JSON');
    expect(await displayed(page.locator(':focus'))).toBe('Send');
    expect(await faults(page)).toEqual([]);
  });

  test('resets everything, and keeps nothing of what was typed', async () => {
    const { page } = await fromMock();
    const fields = page.locator('form :is(input, select, textarea)');
    const values = () => fields.evaluateAll((all) => all.map((field) => Reflect.get(field, 'value')));
    const before = await values();
    await label(page, 'Request').selectOption({ index: 2 });
    await label(page, 'Test number').selectOption({ index: 2 });
    await label(page, 'x-hw-agentName').fill('typed');
    await label(page, 'Body').fill('{"typed');
    await send(page);
    const kept = () =>
      page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
    expect(await kept()).not.toContain('typed');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(values).toEqual(before);
    expect(await displayed(response(page))).toBe('');
    await label(page, 'Body').fill('{"typed');
    await page.reload();
    expect(await values()).toEqual(before);
  });
});

/** Runs in the page. Sends a request with each test number, and returns what the form shows. It waits half a second at most. */
async function sendEachNumber(requestIndex: number) {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => timeout.call(AbortSignal, 500);
  const [request, number] = document.querySelectorAll<HTMLSelectElement>('form select');
  const output = document.querySelector<HTMLElement>('#form-response');
  if (!request || !number || !output) throw new Error('The page has no form');
  request.selectedIndex = requestIndex;
  request.dispatchEvent(new Event('change'));
  const shown: [number: string, { verdict: string; body: string }][] = [];
  for (const { value } of [...number.options].slice(1)) {
    number.value = value;
    number.dispatchEvent(new Event('change'));
    request.form?.requestSubmit();
    while (output.innerText === 'Sending…') await new Promise((resolve) => setTimeout(resolve, 10));
    const line = output.querySelector('p');
    shown.push([
      value,
      { verdict: `${line?.className} ${line?.innerText}`, body: output.querySelector('pre')?.innerText ?? '' },
    ]);
  }
  return shown;
}
