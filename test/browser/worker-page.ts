import { setupWorker } from 'msw/browser';
import { handlers } from '../../src/msw.js';
import type { Case } from '../contract/cases.js';

/** A response, as a page sees it. */
export interface SeenResponse {
  readonly status: number;
  readonly type: string | null;
  readonly violations: string | null;
  readonly body: unknown;
}

/** Starts the service worker in this page. */
async function startWorker(baseUrl: string): Promise<void> {
  await setupWorker(...handlers({ baseUrl, publishedTimes: true })).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
  });
}

/** Sends requests from this page, all at once. */
const sendAll = (base: string, cases: readonly Case[]): Promise<SeenResponse[]> =>
  Promise.all(
    cases.map(async ({ method, path, headers, body }) => {
      const response = await fetch(base + path, { method, headers, ...(body !== undefined && { body }) });
      const type = response.headers.get('content-type');
      const violations = response.headers.get('sl-violations');
      return { status: response.status, type, violations, body: await response.json() };
    }),
  );

declare global {
  /** Functions for the test. */
  var mockPage: { readonly startWorker: typeof startWorker; readonly sendAll: typeof sendAll };
}

globalThis.mockPage = { startWorker, sendAll };
