import { element } from './element.js';
import type { Answer } from './request.js';

/** Shown while an answer is awaited. */
export function sendingView(cancel: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, 'Cancel');
  button.addEventListener('click', cancel);
  return element(
    'div',
    { class: 'sending' },
    element('span', { class: 'spinner', 'aria-hidden': 'true' }),
    'Sending…',
    button,
  );
}

/** Status, headers and body of an answer. */
export function answerView({ status, statusText, milliseconds, headers, body, json }: Answer): DocumentFragment {
  const view = new DocumentFragment();
  // A redirect is not followed, and a browser says no more of it than that.
  const title = status === 0 ? 'Redirect, not followed' : `${status} ${statusText}`.trim();
  view.append(
    element(
      'p',
      { class: 'status', 'data-class': String(Math.floor(status / 100)) },
      element('strong', {}, title),
      ` in ${milliseconds} ms`,
    ),
  );
  if (!json) {
    view.append(
      element(
        'p',
        { class: 'fault' },
        'No JSON came back. Every answer of the mock is JSON: is it the mock that serves this page?',
      ),
    );
  }
  const reasons = headers.filter(([name]) => name === 'sl-violations').flatMap(([, value]) => reasonsIn(value));
  if (reasons.length > 0) {
    view.append(element('h3', {}, 'Why'), element('ul', {}, ...reasons.map((reason) => element('li', {}, reason))));
  }
  view.append(
    element('h3', {}, 'Body'),
    element(
      'pre',
      { tabindex: '0', role: 'region', 'aria-label': 'Body of the answer' },
      element('code', {}, body || 'Empty'),
    ),
    element('h3', {}, 'Headers'),
    element(
      'dl',
      {},
      ...headers.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
  );
  return view;
}

/** Shown when no answer came. */
export const failureView = (cancelled: boolean, error: unknown): HTMLElement =>
  element(
    'div',
    { class: 'status', 'data-class': 'none' },
    element('strong', {}, cancelled ? 'Cancelled' : 'No answer'),
    cancelled
      ? ' The request was given up.'
      : ` The server of this page did not answer. Is the mock still running? (${error instanceof Error ? error.message : String(error)})`,
  );

/** The messages in the header in which the mock, as Prism does, says what is wrong with a request. */
function reasonsIn(header: string): string[] {
  try {
    const violations = JSON.parse(header) as { location?: string[]; message?: string }[];
    return violations.map(({ location = [], message = '' }) => `${location.join('.')}: ${message}`);
  } catch {
    return [];
  }
}
