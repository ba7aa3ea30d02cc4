import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../src/contract/openapi.js';
import { cases } from '../contract/cases.js';
import { type Listening, listen } from '../support/listen.js';
import { sharedMock } from '../support/mock.js';
import { startChromium, type Trouble, watch } from './chromium.js';
import type { SeenResponse } from './worker-page.js';

/** The mock writes the reason of a refusal behind the published message. */
const withReason = (body: unknown): unknown =>
  isObject(body) && 'msg' in body ? { ...body, msg: expect.stringContaining(String(body['msg'])) } : body;
const type = 'application/json';
const expected = cases.map(({ title, status, response }) => ({ title, status, type, body: withReason(response) }));
const seen = (responses: readonly SeenResponse[]) =>
  responses.map(({ status, type, body }, index) => ({ title: cases[index]?.title, status, type, body }));

/** Serves a page of its own origin with MSW and the handlers in it. */
async function servePage(): Promise<Listening> {
  const { outputFiles } = await build({
    entryPoints: ['test/browser/worker-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  const worker = await readFile('node_modules/msw/lib/mockServiceWorker.js', 'utf8');
  return listen((request, response) => {
    const isWorker = request.url === '/mockServiceWorker.js';
    response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isWorker ? worker : `<!doctype html><title>App</title><link rel="icon" href="data:,"><script>${script}</script>`,
    );
  });
}

describe('In a page of another origin', () => {
  let browser: Browser;
  let server: Listening;
  const mock = sharedMock({ publishedTimes: true });
  let page: Page;
  let trouble: Trouble;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), servePage()]);
    page = await browser.newPage();
    trouble = watch(page);
    await page.goto(server.url);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  let fromMock: SeenResponse[] = [];

  test('the mock responds to every case, and the page can read the response', async () => {
    fromMock = await page.evaluate(([url, all]) => mockPage.sendAll(url, all), [mock.url, cases] as const);

    expect(seen(fromMock)).toEqual(expected);
  });

  test('the MSW handlers respond to every case in a service worker in the same way', async () => {
    const url = 'https://handlers.test';
    await page.evaluate((base) => mockPage.startWorker(base), url);
    trouble.errors.length = 0;
    const responses = await page.evaluate(([base, all]) => mockPage.sendAll(base, all), [url, cases] as const);

    expect(seen(responses)).toEqual(expected);
    expect(responses).toEqual(fromMock);
    // The browser prints an error for each status of 400 and above.
    expect(trouble.errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  });
});
