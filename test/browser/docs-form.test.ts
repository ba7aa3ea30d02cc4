import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/build.js';
import { readContract } from '../../src/contract/contract.js';
import { mockNumbers } from '../../src/mock/simulate.js';
import { temporaryFolder } from '../support/folder.js';
import { listen } from '../support/listen.js';
import { sharedMock, startForTest } from '../support/mock.js';
import { readSpec } from '../support/spec.js';
import { displayed, faults, sharedChromium, type Trouble, watch } from './chromium.js';

const contract = readContract(readSpec());
const [operation] = contract.operations;

const out = temporaryFolder();
const browser = sharedChromium();
const docs = join(out, 'index.html');
beforeAll(() => buildDocs({ out }));
const mock = sharedMock({ docs, publishedTimes: true });

async function open(
  url = mock.url,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; form: Locator; trouble: Trouble }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const trouble = watch(page);
  await page.goto(`${url}#/try-it/form`);
  const form = page.getByRole('dialog', { name: 'Try it' });
  await form.waitFor();
  return { page, form, trouble };
}

const request = (form: Locator) => form.getByLabel('Example request');
const wanted = (form: Locator) => form.getByLabel('Answer wanted');
const body = (form: Locator) => form.getByLabel('Body', { exact: true });
const sendButton = (form: Locator) => form.getByRole('button', { name: 'Send' });
const answer = (form: Locator) => form.getByRole('status', { name: 'Answer' });

async function send(form: Locator): Promise<{ status: string; body: unknown }> {
  await sendButton(form).click();
  const text = answer(form).getByRole('region', { name: 'Body of the answer' });
  await text.waitFor();
  return { status: await displayed(answer(form).locator('strong')), body: JSON.parse(await displayed(text)) };
}

describe('The form of the docs that the mock serves', () => {
  test('sends each example request as it stands and shows status, headers and body', async () => {
    const { form } = await open();
    const requests = contract.operations.flatMap(({ request: sent, examples }) =>
      (sent?.examples ?? []).map(() => examples[0]?.body),
    );

    expect(await request(form).locator('option').count()).toBe(requests.length);
    for (const [index, expected] of requests.entries()) {
      await request(form).selectOption({ index });
      expect(await send(form)).toEqual({ status: '200 OK', body: expected });
    }
    expect(await answer(form).locator('dl').textContent()).toContain('content-type');
  });

  test('brings each answer that has a test number, and lists those of the mock apart', async () => {
    const { form } = await open();
    for (const { status, summary, testNumbers, body: expected } of operation?.examples ?? []) {
      const [number] = testNumbers;
      if (!number) continue;
      await wanted(form).selectOption(number);
      const answered = await send(form);

      expect(answered.status, summary).toMatch(new RegExp(`^${status}`));
      expect(answered.body, summary).toEqual(expected);
      await form.getByRole('button', { name: 'Reset' }).click();
    }
    const own = wanted(form).locator('optgroup', { has: form.page().getByText(mockNumbers[0].summary) });
    expect(await own.locator('option').count()).toBe(mockNumbers.length);
  });

  test('sends an edited request, malformed ones too, says why it was refused, and keeps the focus', async () => {
    const { page, form } = await open();
    await body(form).fill('{"account": "x",}');
    expect(await displayed(form.getByText('This is not JSON'))).toContain('sent as it stands');

    expect((await send(form)).status).toBe('400 Bad Request');
    expect(await displayed(form.getByRole('list', { name: 'Why' }))).toContain('not JSON');
    expect(await displayed(page.locator(':focus'))).toBe('Send');
  });

  test('sends with Ctrl and Enter, and leaves an emptied header out', async () => {
    const { form } = await open();
    await form.getByLabel('x-hw-agentName').fill('');
    await body(form).press('Control+Enter');

    expect(await displayed(form.getByRole('list', { name: 'Why' }))).toMatch(/x-hw-agentname/i);
  });

  test('sends to its own origin only, names the live servers, and keeps nothing of what was typed', async () => {
    const { page, form, trouble } = await open();
    const secret = 'correct-horse-battery-staple';
    await body(form).fill(JSON.stringify({ account: 'someone', authType: '1', password: secret }));
    await send(form);

    for (const { url } of contract.servers) expect(await displayed(form)).toContain(url);
    expect(new Set(trouble.requests.map((url) => new URL(url).origin))).toEqual(new Set([mock.url]));
    expect(trouble.errors).toEqual([]);
    const kept = () =>
      page.evaluate(() =>
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          document.cookie,
          location.href,
          document.querySelector('textarea')?.value,
        ]),
      );
    await page.reload();
    await page.locator('textarea').waitFor({ state: 'attached' });
    expect(await kept()).not.toContain(secret);
  });

  test('cannot be made to send elsewhere: the policy of the page forbids it', async () => {
    const { page } = await open();
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          fetch('http://127.0.0.2:9/').catch(() => undefined);
        }),
    );

    expect(blocked).toBe('connect-src');
  });

  test('stands beside samples that aim at the server of the page, as shown and as copied', async () => {
    const { page, form } = await open(mock.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await form.getByRole('button', { name: 'Close' }).click();
    const sample = page.locator('main pre', { hasText: 'curl --request' }).first();
    await expect.poll(() => displayed(sample)).toContain(`${mock.url}${operation?.path}`);
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'http://127.0.0.1:4010/x');

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${mock.url}/x`);
    expect(await displayed(page.locator('main'))).not.toContain('127.0.0.1:4010');
  });

  test.each(['light', 'dark'] as const)(
    'is free of faults that axe finds with an answer shown, %s',
    async (colorScheme) => {
      const { page, form } = await open(mock.url, { colorScheme, bypassCSP: true });
      await body(form).fill('{"account": "x",}');
      await send(form);

      expect(await faults(page)).toEqual([]);
    },
  );

  test('can give a request up that gets no answer', async () => {
    const { page, form } = await open();
    await wanted(form).selectOption(mockNumbers.find(({ name }) => name === 'noAnswer')?.number ?? '');
    await sendButton(form).click();
    await form.getByRole('button', { name: 'Cancel' }).click();

    await expect.poll(() => displayed(answer(form))).toContain('Cancelled');
    expect(await displayed(page.locator(':focus'))).toBe('Send');
  });

  test('says so when the mock is gone', async () => {
    const short = await startForTest({ docs });
    const { form } = await open(short.url);
    await short.close();
    await sendButton(form).click();

    await expect.poll(() => displayed(answer(form))).toContain('No answer');
  });

  test('opened from disk says that it needs the mock, and sends nothing', async () => {
    const { form, trouble } = await open(pathToFileURL(docs).href);

    expect(await displayed(form)).toContain('npx koodrive-auth-mock');
    expect(await sendButton(form).isDisabled()).toBe(true);
    expect(trouble.errors).toEqual([]);
  });

  test.each([
    ['a page of HTML', 404, { 'content-type': 'text/html' }, '<h1 id="planted">Not here</h1>', '404 Not Found'],
    ['a redirect, which it does not follow', 307, { location: 'http://127.0.0.2:9/' }, '', 'Redirect, not followed'],
  ])('shows %s from a server that is not the mock', async (_, code, headers, text, title) => {
    const html = await (await fetch(mock.url)).text();
    await using server = await listen((message, response) => {
      if (message.method === 'GET') response.setHeader('content-type', 'text/html').end(html);
      else response.writeHead(code, headers).end(text);
    });
    const { page, form } = await open(server.url);
    await sendButton(form).click();

    await expect.poll(() => displayed(answer(form))).toContain(title);
    expect(await displayed(answer(form))).toContain('not the mock');
    expect(await page.locator('#planted').count()).toBe(0);
  });
});
