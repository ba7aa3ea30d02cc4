import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { isObject } from '../../src/contract/openapi.js';
import { cases } from '../contract/cases.js';
import { type Listening, listen } from '../support/listen.js';
import { sharedMock } from '../support/mock.js';
import { sharedChromium, watch } from './chromium.js';
import type { SeenResponse } from './worker-page.js';

/** Expects the reason of a refusal after the published message. */
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

const mock = sharedMock({ publishedTimes: true });
const browser = sharedChromium();

test('A page of another origin gets every response from the mock, and the same from the MSW handlers', async () => {
  const server = await servePage();
  onTestFinished(server.close);
  const page = await browser.newPage();
  const trouble = watch(page);
  await page.goto(server.url);
  const sendAll = (base: string) => page.evaluate(([url, all]) => mockPage.sendAll(url, all), [base, cases] as const);
  const fromMock = await sendAll(mock.url);

  trouble.errors.length = 0;
  const handled = 'https://handlers.test';
  await page.evaluate((base) => mockPage.startWorker(base), handled);
  const fromHandlers = await sendAll(handled);

  expect(seen(fromMock)).toEqual(expected);
  expect(fromHandlers).toEqual(fromMock);
  // The browser prints an error for each status of 400 and above.
  expect(trouble.errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});
