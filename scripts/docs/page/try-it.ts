import { createTraceId } from '../../../src/client/trace-id.js';
import type { FormData } from '../form-data.js';
import { type Answer, jsonFault, send, withNumber } from './request.js';

/** The address that opens the form. */
const address = '#/try-it/form';

/**
 * Brings the form of page.hbs to life: it picks an example request, lets the reader change it, sends it to the page's own origin and
 * shows what came back. Nothing is kept: a reload forgets all that was typed.
 */
export function startForm(): void {
  fillForm(JSON.parse(document.getElementById('docs-data')?.textContent ?? '') as FormData);
  const open = () => part('request-form', HTMLDialogElement).showModal();
  part('open-form', HTMLElement).addEventListener('click', open);
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

function fillForm(data: FormData): void {
  const form = part('form-request', HTMLFormElement);
  const example = part('form-example', HTMLSelectElement);
  const outcome = part('form-outcome', HTMLSelectElement);
  const agent = part('form-agent', HTMLInputElement);
  const trace = part('form-trace', HTMLInputElement);
  const body = part('form-body', HTMLTextAreaElement);
  const submit = part('form-send', HTMLButtonElement);
  const cancel = part('form-cancel', HTMLButtonElement);
  const answer = part('form-answer', HTMLElement);
  let running: AbortController | undefined;

  const choices = data.operations.flatMap((operation) =>
    operation.requests.map((request) => ({ operation, ...request })),
  );
  const choice = () => choices[example.selectedIndex];
  const fillBody = () => {
    const chosen = choice();
    if (!chosen) return;
    const { method, path } = chosen.operation;
    body.value = JSON.stringify(withNumber(chosen.body, chosen.numberField, outcome.value), null, 2);
    part('form-target', HTMLElement).replaceChildren(element('strong', {}, method), ` ${served ? origin : ''}${path}`);
    checkBody();
  };
  const checkBody = () => {
    const wrong = jsonFault(body.value);
    part('form-fault', HTMLElement).textContent = wrong ? `This is not JSON: ${wrong}. It is sent as it stands.` : '';
  };
  const reset = () => {
    outcome.replaceChildren(
      element('option', { value: '' }, 'Success'),
      element('optgroup', { label: 'Answers of the contract' }, ...(choice()?.operation.numbers ?? []).map(option)),
      element('optgroup', { label: "The mock's own" }, ...data.mockNumbers.map(option)),
    );
    trace.value = createTraceId();
    answer.replaceChildren();
    fillBody();
  };
  const submitted = async () => {
    const chosen = choice();
    if (!chosen || running) return;
    running = new AbortController();
    const { signal } = running;
    // Marked, not disabled: a disabled button would lose the focus.
    submit.setAttribute('aria-disabled', 'true');
    cancel.hidden = false;
    answer.replaceChildren(element('p', {}, 'Sending…'));
    const headers = { [data.agentName.header]: agent.value, [data.traceId]: trace.value };
    try {
      answer.replaceChildren(...answerView(await send(chosen.operation, headers, body.value, signal)));
    } catch (error) {
      answer.replaceChildren(failureView(signal.aborted, error));
    } finally {
      running = undefined;
      submit.removeAttribute('aria-disabled');
      if (document.activeElement === cancel) submit.focus();
      cancel.hidden = true;
      answer.scrollIntoView({ block: 'nearest' });
    }
  };

  part('form-reset', HTMLButtonElement).addEventListener('click', reset);
  cancel.addEventListener('click', () => running?.abort());
  example.addEventListener('change', reset);
  outcome.addEventListener('change', fillBody);
  body.addEventListener('input', checkBody);
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitted();
  });

  part('form-agent-name', HTMLElement).textContent = data.agentName.header;
  part('form-trace-name', HTMLElement).textContent = data.traceId;
  agent.value = data.agentName.example;
  example.append(...choices.map(({ operation, summary }) => element('option', {}, `${operation.summary}: ${summary}`)));
  reset();
  if (!served) return;
  part('form-note', HTMLElement).textContent =
    `Sends to ${origin}, the server of this page, only. Live servers: ${data.live.join(', ')}`;
  part('form-fields', HTMLFieldSetElement).disabled = false;
}

const { origin } = location;

/** A page from disk has no server of its own to send to. */
const served = location.protocol !== 'file:';

const option = ({ number, summary, status }: { number: string; summary: string; status?: number }) =>
  element('option', { value: number }, `${status ? `${status}: ` : ''}${summary}`);

/** Status, reasons, body and headers of an answer. */
function answerView({ status, statusText, milliseconds, headers, reasons, body, json }: Answer): HTMLElement[] {
  // A redirect is not followed, and a browser says no more of it than that.
  const title = status === 0 ? 'Redirect, not followed' : `${status} ${statusText}`.trim();
  const mood = status >= 200 && status < 300 ? 'good' : 'fault';
  const foreign = 'No JSON came back, as from a proxy or from a server that is not the mock.';
  const pairs = headers.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
  const why = element('ul', { 'aria-label': 'Why' }, ...reasons.map((reason) => element('li', {}, reason)));
  return [
    element('p', { class: mood }, element('strong', {}, title), ` in ${milliseconds} ms`),
    ...(json ? [] : [element('p', { class: 'fault' }, foreign)]),
    ...(reasons.length > 0 ? [why] : []),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Body of the answer' }, body || 'Empty'),
    element('details', {}, element('summary', {}, 'Headers'), element('dl', {}, ...pairs)),
  ];
}

/** Shown when no answer came. */
function failureView(cancelled: boolean, error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : error;
  const text = cancelled ? ' The request was given up.' : ` Is the mock still running? (${reason})`;
  return element('p', { class: 'fault' }, element('strong', {}, cancelled ? 'Cancelled' : 'No answer'), text);
}

/** A part of the page by its id in page.hbs. */
function part<Part extends HTMLElement>(id: string, kind: abstract new () => Part): Part {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new TypeError(`There is no ${kind.name} ${id} in page.hbs.`);
}

/** Makes an element. Text goes in as text: nothing that a server says becomes markup. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
