import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../generated/examples.js';
import { buildDocs } from '../../scripts/docs/build.js';
import { type RunningMock, startMock } from '../../src/mock.js';
import { displayed, seriousFaults, startChromium, type Trouble, watch } from './chromium.js';

let browser: Browser;
let folder: string;
let mock: RunningMock;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  mock = await startMock({ publishedTimes: true, docs: await buildDocs({ out: folder }) });
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await mock.close();
  await rm(folder, { recursive: true });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(
  url = mock.url,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; console: Locator; trouble: Trouble }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 }, ...options });
  const trouble = watch(page);
  await page.goto(`${url}/#/try-it`);
  const console = page.locator('try-it');
  await console.locator('form').waitFor();
  return { page, console, trouble };
}

const request = (console: Locator) => console.getByLabel('Example request');
const wanted = (console: Locator) => console.getByLabel('Answer wanted');
const body = (console: Locator) => console.getByLabel('Body', { exact: true });
const status = (console: Locator) => console.locator('.status strong');

async function send(console: Locator): Promise<{ status: string; body: unknown }> {
  await console.getByRole('button', { name: 'Send' }).click();
  await status(console).waitFor();
  const text = await displayed(console.locator('.result pre'));
  return { status: await displayed(status(console)), body: JSON.parse(text) };
}

describe('The console of the docs that the mock serves', () => {
  test('sends each example request as it stands and shows status, headers and body', async () => {
    const { console } = await open();
    const options = await request(console)
      .locator('option')
      .evaluateAll((all) => all.map((option) => option.textContent));
    expect(options).toHaveLength(3);

    const answers = [
      examples.login.responses.withPassword.body,
      examples.login.responses.withPassword.body,
      examples.registerUser.responses.newUser.body,
    ];
    for (const [index, answer] of answers.entries()) {
      await request(console).selectOption({ index });
      expect(await send(console)).toEqual({ status: '200 OK', body: answer });
    }
    expect(await displayed(console.locator('dl'))).toMatch(/content-type\s+application\/json/);
  });

  test('brings each answer that has a test number', async () => {
    const { console } = await open();
    for (const [index, operation] of [
      [0, examples.login],
      [2, examples.registerUser],
    ] as const) {
      await request(console).selectOption({ index });
      for (const example of Object.values(operation.responses)) {
        const [number] = example.testNumbers;
        if (!number) continue;
        await wanted(console).selectOption(number);
        const answer = await send(console);

        expect(answer.status, example.summary).toMatch(new RegExp(`^${example.status}`));
        expect(answer.body, example.summary).toEqual(example.body);
        await console.getByRole('button', { name: 'Reset' }).click();
      }
    }
  });

  test('sends an edited request, malformed ones too, and shows why it was refused', async () => {
    const { console } = await open();
    await body(console).fill('{"account": "x",}');
    expect(await displayed(console.locator('.fault').first())).toMatch(/^This is not JSON/);

    const answer = await send(console);
    expect(answer).toEqual({ status: '400 Bad Request', body: examples.login.responses.invalidParameters.body });
    expect(await displayed(console.locator('.result ul'))).toContain('not JSON');
  });

  test('sends with Ctrl and Enter, and leaves an emptied header out', async () => {
    const { console } = await open();
    await console.getByLabel('x-hw-agentName').fill('');
    await body(console).press('Control+Enter');
    await status(console).waitFor();

    expect(await displayed(status(console))).toBe('400 Bad Request');
    expect(await displayed(console.locator('.result ul'))).toMatch(/x-hw-agentname/i);
  });

  test('sends to its own origin only, and keeps nothing of what was typed', async () => {
    const { page, console, trouble } = await open();
    const secret = 'correct-horse-battery-staple';
    await body(console).fill(JSON.stringify({ account: 'someone', authType: '1', password: secret }));
    await send(console);

    expect(new Set(trouble.requests.map((url) => new URL(url).origin))).toEqual(new Set([mock.url]));
    expect(trouble.errors).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(kept).not.toContain(secret);
    await page.reload();
    await page.locator('try-it form').waitFor();
    expect(await body(page.locator('try-it')).inputValue()).not.toContain(secret);
  });

  test('cannot be made to send elsewhere: the policy of the page forbids it', async () => {
    const { page } = await open();
    const result = await page.evaluate(() =>
      fetch('http://127.0.0.2:9/').then(
        () => 'sent',
        (error: Error) => error.name,
      ),
    );
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          fetch('http://127.0.0.2:9/').catch(() => undefined);
        }),
    );

    expect(result).toBe('TypeError');
    expect(blocked).toBe('connect-src');
  });

  test.each(['light', 'dark'] as const)(
    'is free of serious faults that axe finds with an answer shown, %s',
    async (colorScheme) => {
      const { page, console } = await open(mock.url, { colorScheme, bypassCSP: true });
      await body(console).fill('{"account": "x",}');
      await send(console);

      expect(await seriousFaults(page)).toEqual([]);
    },
  );

  test('can give a slow request up', async () => {
    const slow = await startMock({ publishedTimes: true, docs: join(folder, 'index.html'), delay: 20_000 });
    try {
      const { console } = await open(slow.url);
      await console.getByRole('button', { name: 'Send' }).click();
      await console.getByRole('button', { name: 'Cancel' }).click();
      await status(console).waitFor();

      expect(await displayed(status(console))).toBe('Cancelled');
      expect(await console.getByRole('button', { name: 'Send' }).isEnabled()).toBe(true);
    } finally {
      await slow.close();
    }
  });

  test('says so when the mock is gone', async () => {
    const short = await startMock({ publishedTimes: true, docs: join(folder, 'index.html') });
    const { console } = await open(short.url);
    await short.close();
    await console.getByRole('button', { name: 'Send' }).click();
    await status(console).waitFor();

    expect(await displayed(status(console))).toBe('No answer');
  });

  test.each([
    ['a page of HTML', 404, { 'content-type': 'text/html' }, '<h1 id="planted">Not here</h1>', '404 Not Found'],
    ['a redirect, which it does not follow', 307, { location: 'http://127.0.0.2:9/' }, '', 'Redirect, not followed'],
  ])('shows %s from a server that is not the mock', async (_, code, headers, answer, title) => {
    const docs = await fetch(mock.url).then((response) => response.text());
    const server: Server = createServer((message, response) => {
      if (message.method === 'GET') response.setHeader('content-type', 'text/html').end(docs);
      else response.writeHead(code, headers).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { page, console } = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      await console.getByRole('button', { name: 'Send' }).click();
      await status(console).waitFor();

      expect(await displayed(status(console))).toBe(title);
      expect(await displayed(console.locator('.result .fault'))).toContain('is it the mock');
      expect(await page.locator('#planted').count()).toBe(0);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
