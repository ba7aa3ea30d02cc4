import type { ConsoleData, ConsoleOperation } from '../console-data.js';
import { answerView, failureView, sendingView } from './answer-view.js';
import { element, labelled } from './element.js';
import { jsonFault, newTraceId, send, withTestNumber } from './request.js';

/**
 * The console: picks an example request, lets the reader change it, sends it to the page's own origin and shows what came
 * back. Nothing is kept: a reload forgets all that was typed.
 */
export class TryIt extends HTMLElement {
  readonly #data: ConsoleData = JSON.parse(document.getElementById('docs-data')?.textContent ?? '{"operations":[]}');
  readonly #request = element('select');
  readonly #outcome = element('select');
  readonly #agent = element('input', { spellcheck: 'false', autocomplete: 'off' });
  readonly #trace = element('input', { spellcheck: 'false', autocomplete: 'off' });
  readonly #body = element('textarea', { rows: '9', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' });
  readonly #fault = element('p', { class: 'fault', role: 'status' });
  readonly #target = element('p', { class: 'target' });
  readonly #send = element('button', { type: 'submit', class: 'primary' }, 'Send');
  readonly #result = element('div', { class: 'result', 'aria-live': 'polite' });
  #running: AbortController | undefined;

  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    this.#agent.value = this.#data.agentName.example;
    this.#fillRequests();
    this.#fillOutcomes();
    const form = this.#form();
    // A page from disk has no server of its own to send to.
    if (location.protocol === 'file:') {
      this.append(fromDisk());
      for (const control of form.querySelectorAll('input, select, textarea, button'))
        control.setAttribute('disabled', '');
    }
    this.append(form, this.#result);
  }

  disconnectedCallback(): void {
    this.#running?.abort();
  }

  #form(): HTMLFormElement {
    const reset = element('button', { type: 'button' }, 'Reset');
    reset.addEventListener('click', () => this.#fillOutcomes());
    const fresh = element('button', { type: 'button', 'aria-label': 'New trace id' }, 'New');
    fresh.addEventListener('click', () => this.#newTraceId());
    const { agentName, traceId } = this.#data;
    const form = element(
      'form',
      { class: 'request', 'aria-label': 'Request' },
      element(
        'div',
        { class: 'columns' },
        labelled('Example request', this.#request),
        labelled('Answer wanted', this.#outcome, 'Puts a test number into the request.'),
      ),
      this.#target,
      element(
        'div',
        { class: 'columns' },
        labelled(agentName.header, this.#agent),
        element(
          'div',
          { class: 'with-button' },
          labelled(`${traceId.header} (${traceId.length} characters)`, this.#trace),
          fresh,
        ),
      ),
      labelled('Body', this.#body),
      this.#fault,
      element('div', { class: 'actions' }, this.#send, reset, element('small', {}, 'Ctrl + Enter sends.')),
    );
    this.#request.addEventListener('change', () => this.#fillOutcomes());
    this.#outcome.addEventListener('change', () => this.#fillBody());
    this.#body.addEventListener('input', () => this.#checkBody());
    this.#body.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    return form;
  }

  #fillRequests(): void {
    this.#request.replaceChildren(
      ...this.#data.operations.map(({ id, summary, requests }) =>
        element(
          'optgroup',
          { label: summary },
          ...requests.map((request) =>
            element('option', { value: `${id} ${request.key}` }, `${summary}: ${request.summary}`),
          ),
        ),
      ),
    );
  }

  get #chosen(): { operation: ConsoleOperation; body: unknown } | undefined {
    const [id, key] = this.#request.value.split(' ');
    const operation = this.#data.operations.find((candidate) => candidate.id === id);
    return operation && { operation, body: operation.requests.find((request) => request.key === key)?.body };
  }

  #fillOutcomes(): void {
    const outcomes = this.#chosen?.operation.outcomes ?? [];
    this.#outcome.replaceChildren(
      element('option', { value: '' }, '200: Success'),
      ...outcomes.map(({ status, summary, number }) => element('option', { value: number }, `${status}: ${summary}`)),
    );
    this.#newTraceId();
    this.#fillBody();
    this.#result.replaceChildren();
  }

  #newTraceId(): void {
    this.#trace.value = newTraceId(this.#data.traceId.length);
  }

  #fillBody(): void {
    const chosen = this.#chosen;
    if (!chosen) return;
    const { operation, body } = chosen;
    const number = this.#outcome.value;
    this.#body.value = JSON.stringify(number ? withTestNumber(body, number) : body, null, 2);
    const origin = location.protocol === 'file:' ? '' : location.origin;
    this.#target.replaceChildren(element('span', { class: 'method' }, operation.method), ` ${origin}${operation.path}`);
    this.#checkBody();
  }

  #checkBody(): void {
    const fault = jsonFault(this.#body.value);
    this.#fault.textContent = fault ? `This is not JSON: ${fault}. It is sent as it stands.` : '';
  }

  async #submit(): Promise<void> {
    const chosen = this.#chosen;
    if (!chosen || location.protocol === 'file:' || this.#running) return;
    const running = new AbortController();
    this.#running = running;
    this.#send.disabled = true;
    this.#result.replaceChildren(sendingView(() => running.abort()));
    const { agentName, traceId } = this.#data;
    // An emptied header is left out, so that a missing one can be tried as well.
    const headers = Object.fromEntries(
      [
        [agentName.header, this.#agent.value],
        [traceId.header, this.#trace.value],
      ].filter(([, value]) => value !== ''),
    );
    try {
      this.#result.replaceChildren(answerView(await send(chosen.operation, headers, this.#body.value, running.signal)));
    } catch (error) {
      this.#result.replaceChildren(failureView(running.signal.aborted, error));
    } finally {
      this.#running = undefined;
      this.#send.disabled = false;
    }
  }
}

const fromDisk = (): HTMLElement =>
  element(
    'div',
    { class: 'note', role: 'note' },
    element('p', {}, element('strong', {}, 'This page was opened from disk, so there is no server to send to.')),
    element(
      'p',
      {},
      'Start the mock with ',
      element('code', {}, 'npm start'),
      ' in the project, or ',
      element('code', {}, 'npx koodrive-auth-mock'),
      ' where the package is installed, and open the address that it prints.',
    ),
  );
