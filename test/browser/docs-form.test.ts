import { readFileSync } from 'node:fs';
import { request as forward } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
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
const browser = sharedChromium();
beforeAll(() => buildDocs({ out }));
const mock = sharedMock({ publishedTimes: true });

/** Serves the page below a path, and passes every other request to the mock. */
const site = () =>
  listen((incoming, response) => {
    const { method, headers, url = '' } = incoming;
    if (method === 'GET') {
      response.setHeader('content-type', 'text/html').end(readFileSync(join(out, 'index.html')));
      return;
    }
    const target = new URL(url.replace('/below/a/path', ''), mock.url);
    const passed = forward(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      pipeline(answer, response, () => {});
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  });

/** Opens the page, which a server serves below a path. */
async function open(url: string, options: BrowserContextOptions = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const trouble = watch(page);
  await page.goto(`${url}/below/a/path/index.html#try-it`);
  return { page, trouble };
}

const label = (page: Page, name: string) =>
  page.getByRole('form', { name: 'Try it' }).getByLabel(name, { exact: true });
const response = (page: Page) => page.getByRole('status', { name: 'Response' });
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send' });

/** Sends the form, and returns the line with the verdict and the body as shown. */
async function send(page: Page): Promise<{ verdict: string; body: string }> {
  await sendButton(page).click();
  const body = response(page).locator('pre');
  await body.waitFor();
  return { verdict: await displayed(response(page).locator('p').first()), body: await displayed(body) };
}

describe('The form of the docs', () => {
  test('sends each request example to the server of the page, and shows status, time and body', async () => {
    await using server = await site();
    const { page, trouble } = await open(server.url);
    const requests = contract.operations.flatMap(({ request, examples }) =>
      (request?.examples ?? []).map(() => examples[0]?.body),
    );

    expect(await label(page, 'Request').locator('option').count()).toBe(requests.length);
    for (const [index, expected] of requests.entries()) {
      await label(page, 'Request').selectOption({ index });
      const { verdict, body } = await send(page);
      expect(verdict).toMatch(/^200 OK in \d+ ms\. Succeeded\.$/);
      expect(JSON.parse(body)).toEqual(expected);
    }
    expect(new Set(trouble.requests.map((url) => new URL(url).origin))).toEqual(new Set([server.url]));
    expect(trouble.errors).toEqual([]);
  });

  test.each(contract.operations.map((operation) => [operation.summary, operation] as const))(
    'shows each failure of "%s" as a failure, also with status 200',
    async (summary, { examples }) => {
      await using server = await site();
      const { page } = await open(server.url);
      const requests = await label(page, 'Request').locator('option').allTextContents();
      await label(page, 'Request').selectOption({ index: requests.findIndex((text) => text.startsWith(summary)) });
      for (const { status, testNumbers, body: expected } of examples) {
        if (!testNumbers[0]) continue;
        await label(page, 'Test number').selectOption(testNumbers[0]);
        const { verdict, body } = await send(page);
        expect(verdict).toMatch(new RegExp(`^${status} .*Failed`));
        expect(await response(page).locator('p').first().getAttribute('class')).toBe('failure');
        expect(JSON.parse(body)).toEqual(expected);
      }
    },
  );

  test.each([
    ['successWithoutData', /^200 OK in \d+ ms\. Failed: the response does not follow the contract\.$/],
    ['proxyPage', /^502 .*The body is not JSON/],
    ['cutConnection', /^No response/],
  ])('shows the simulation %s as a failure', async (name, expected) => {
    await using server = await site();
    const { page } = await open(server.url);
    await label(page, 'Test number').selectOption(mockNumbers.find((known) => known.name === name)?.number ?? '');
    await sendButton(page).click();

    await expect.poll(() => displayed(response(page).locator('.failure'))).toMatch(expected);
  });

  test('sends a body that is not JSON, shows the reason of the mock, and keeps the focus', async () => {
    await using server = await site();
    const { page } = await open(server.url, { bypassCSP: true });
    await label(page, 'Body').fill('{"account": "x",}');
    const { verdict, body } = await send(page);

    expect(verdict).toMatch(/^400 .*Failed/);
    expect(body).toContain('not JSON');
    expect(await displayed(page.locator(':focus'))).toBe('Send');
    expect(await faults(page)).toEqual([]);
  });

  test('resets everything', async () => {
    await using server = await site();
    const { page } = await open(server.url);
    const values = () =>
      page
        .locator('#form :is(input, select, textarea)')
        .evaluateAll((all) => all.map((field) => Reflect.get(field, 'value')));
    const before = await values();
    await label(page, 'Request').selectOption({ index: 2 });
    await label(page, 'Test number').selectOption({ index: 2 });
    await label(page, 'x-hw-agentName').fill('another');
    await label(page, 'Body').fill('{');
    await send(page);
    await page.getByRole('button', { name: 'Reset' }).click();

    await expect.poll(values).toEqual(before);
    expect(await displayed(response(page))).toBe('');
  });

  test('gives up without a response, and keeps nothing of what was typed', async () => {
    await using server = await site();
    const { page } = await open(server.url);
    const number = mockNumbers.find(({ name }) => name === 'noAnswer')?.number ?? '';
    await label(page, 'Test number').selectOption(number);
    await sendButton(page).click();
    await response(page).getByText('The form waited 10 seconds').waitFor();

    await page.reload();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    expect(kept + (await label(page, 'Body').inputValue())).not.toContain(number);
  });

  test('stands beside samples with the address of the page, as shown and as copied', async () => {
    await using server = await site();
    const { page } = await open(server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    const address = `${server.url}/below/a/path${contract.operations[0]?.path}`;
    expect(await displayed(page.locator('main'))).not.toContain('127.0.0.1:4010');
    await page.getByRole('button', { name: 'Copy' }).first().click();

    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(address);
    expect(await page.locator('#copied').textContent()).toBe('Copied');
  });
});
