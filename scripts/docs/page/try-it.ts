import { createTraceId } from '../../../src/client/trace-id.js';
import type { FormData, FormOperation } from '../form-data.js';
import { element, field, group } from './element.js';
import { type Answer, jsonFault, send, withNumber } from './request.js';

/** The address that opens the form. */
const address = '#/try-it/form';

/**
 * The form: picks an example request, lets the reader change it, sends it to the page's own origin and shows what came back. Nothing is
 * kept: a reload forgets all that was typed.
 */
export function startForm(): void {
  const dialog = document.getElementById('request-form');
  const data = document.getElementById('docs-data')?.textContent;
  if (!(dialog instanceof HTMLDialogElement) || !data) return;
  dialog.append(...form(JSON.parse(data) as FormData, () => dialog.close()));
  const open = () => dialog.showModal();
  document.getElementById('open-form')?.addEventListener('click', open);
  // Before the renderer sees the click: to it the address is none.
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest(`a[href$="${address}"]`)) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    },
    { capture: true },
  );
  if (location.hash !== address) return;
  history.replaceState(null, '', '#/');
  open();
}

function form(data: FormData, close: () => void): Node[] {
  const offline = location.protocol === 'file:';
  const request = element('select');
  const outcome = element('select');
  const agent = element('input', { spellcheck: 'false', autocomplete: 'off', value: data.agentName.example });
  const trace = element('input', { spellcheck: 'false', autocomplete: 'off' });
  const body = element('textarea', { rows: '8', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' });
  const fault = element('p', { class: 'fault', role: 'status' });
  const target = element('p', { class: 'target' });
  const submit = element('button', { type: 'submit', class: 'primary' }, 'Send');
  const cancel = element('button', { type: 'button', hidden: true }, 'Cancel');
  const result = element('div', { class: 'result', role: 'status', 'aria-label': 'Answer' });
  let running: AbortController | undefined;

  const choices = data.operations.flatMap((operation) =>
    operation.requests.map((chosen) => ({ operation, ...chosen })),
  );
  const choice = () => choices[Number(request.value)];
  request.append(
    ...choices.map(({ operation, summary }, index) =>
      element('option', { value: String(index) }, `${operation.summary}: ${summary}`),
    ),
  );
  const fillBody = () => {
    const chosen = choice();
    if (!chosen) return;
    body.value = JSON.stringify(withNumber(chosen.body, chosen.numberField, outcome.value), null, 2) ?? '';
    target.replaceChildren(
      element('strong', {}, chosen.operation.method),
      ` ${offline ? '' : location.origin}${chosen.operation.path}`,
    );
    checkBody();
  };
  const checkBody = () => {
    const wrong = jsonFault(body.value);
    fault.textContent = wrong ? `This is not JSON: ${wrong}. It is sent as it stands.` : '';
  };
  const reset = () => {
    outcome.replaceChildren(...outcomes(choice()?.operation, data));
    trace.value = createTraceId();
    result.replaceChildren();
    fillBody();
  };
  const sendIt = async (chosen: FormOperation) => {
    running = new AbortController();
    const { signal } = running;
    // Marked, not disabled: a disabled button would lose the focus.
    submit.setAttribute('aria-disabled', 'true');
    cancel.hidden = false;
    result.replaceChildren(element('p', {}, 'Sending…'));
    const headers = { [data.agentName.header]: agent.value, [data.traceId]: trace.value };
    try {
      result.replaceChildren(...answerView(await send(chosen, headers, body.value, signal)));
    } catch (error) {
      result.replaceChildren(failureView(signal.aborted, error));
    } finally {
      running = undefined;
      submit.removeAttribute('aria-disabled');
      if (document.activeElement === cancel) submit.focus();
      cancel.hidden = true;
      result.scrollIntoView({ block: 'nearest' });
    }
  };

  const closing = element('button', { type: 'button', 'aria-label': 'Close' }, '×');
  const fresh = element('button', { type: 'button' }, 'Reset');
  const whole = element(
    'form',
    { 'aria-label': 'Request' },
    field('Example request', request),
    field('Answer wanted', outcome, 'Puts a test number into the request.'),
    target,
    field(data.agentName.header, agent),
    field(data.traceId, trace),
    field('Body', body),
    fault,
    element('div', { class: 'actions' }, submit, cancel, fresh, element('small', {}, 'Ctrl + Enter sends.')),
  );
  closing.addEventListener('click', close);
  fresh.addEventListener('click', reset);
  cancel.addEventListener('click', () => running?.abort());
  request.addEventListener('change', reset);
  outcome.addEventListener('change', fillBody);
  body.addEventListener('input', checkBody);
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) whole.requestSubmit();
  });
  whole.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = choice();
    if (chosen && !offline && !running) void sendIt(chosen.operation);
  });
  reset();
  // A page from disk has no server of its own to send to.
  if (offline)
    for (const control of whole.querySelectorAll('input, select, textarea, button'))
      control.setAttribute('disabled', '');
  const title = element('h2', { id: 'request-form-title' }, 'Try it');
  return [element('header', {}, title, closing), offline ? fromDisk() : whereTo(data), whole, result];
}

function outcomes(operation: FormOperation | undefined, { mockNumbers }: FormData): HTMLElement[] {
  const option = ({ number, summary, status }: { number: string; summary: string; status?: number }) =>
    element('option', { value: number }, `${status ? `${status}: ` : ''}${summary}`);
  return [
    element('option', { value: '' }, 'Success'),
    group('Answers of the contract', (operation?.numbers ?? []).map(option)),
    group("The mock's own", mockNumbers.map(option)),
  ];
}

const whereTo = ({ live }: FormData): HTMLElement =>
  element(
    'p',
    { class: 'note' },
    `Sends to ${location.origin}, the server of this page, only. Live servers: ${live.join(', ')}`,
  );

const fromDisk = (): HTMLElement =>
  element(
    'p',
    { class: 'note' },
    element('strong', {}, 'This page was opened from disk, so there is no server to send to. '),
    'Start the mock with ',
    element('code', {}, 'npx koodrive-auth-mock'),
    ' and open the address that it prints.',
  );

/** Status, reasons, body and headers of an answer. */
function answerView({ status, statusText, milliseconds, headers, reasons, body, json }: Answer): HTMLElement[] {
  // A redirect is not followed, and a browser says no more of it than that.
  const title = status === 0 ? 'Redirect, not followed' : `${status} ${statusText}`.trim();
  const pairs = headers.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
  return [
    element(
      'p',
      { class: status >= 200 && status < 300 ? 'good' : 'fault' },
      element('strong', {}, title),
      ` in ${milliseconds} ms`,
    ),
    ...(json
      ? []
      : [
          element('p', { class: 'fault' }, 'No JSON came back, as from a proxy or from a server that is not the mock.'),
        ]),
    ...(reasons.length > 0
      ? [element('ul', { 'aria-label': 'Why' }, ...reasons.map((text) => element('li', {}, text)))]
      : []),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Body of the answer' }, body || 'Empty'),
    element('details', {}, element('summary', {}, 'Headers'), element('dl', {}, ...pairs)),
  ];
}

/** Shown when no answer came. */
const failureView = (cancelled: boolean, error: unknown): HTMLElement =>
  element(
    'p',
    { class: 'fault' },
    element('strong', {}, cancelled ? 'Cancelled' : 'No answer'),
    cancelled
      ? ' The request was given up.'
      : ` Is the mock still running? (${error instanceof Error ? error.message : error})`,
  );
