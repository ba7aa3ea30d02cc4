/** What the form offers, made from the contract. */
export interface FormData {
  /** Base URL in the samples. */
  readonly sampleOrigin: string;
  readonly successCode: string;
  readonly requests: readonly FormRequest[];
}

/** One request example. */
export interface FormRequest {
  readonly label: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Field of the body for a test number. */
  readonly field: string | undefined;
  readonly numbers: readonly { readonly number: string; readonly summary: string }[];
}

/** Reads what the build wrote into the page. */
export const formData = (): FormData => JSON.parse(part('form-data', HTMLElement).textContent ?? '');

/** Starts the form: it sends an example request to the server of this page and shows the response. */
export function startForm(): void {
  const data = formData();
  const form = part('form', HTMLFormElement);
  const request = part('form-request', HTMLSelectElement);
  const number = part('form-number', HTMLSelectElement);
  const body = part('form-body', HTMLTextAreaElement);
  const send = part('form-send', HTMLButtonElement);
  const cancel = part('form-cancel', HTMLButtonElement);
  const output = part('form-response', HTMLElement);
  const headers = [...form.querySelectorAll('input')];
  const chosen = () => data.requests[request.selectedIndex];
  let running: AbortController | undefined;

  const check = () => {
    part('form-problem', HTMLElement).textContent = isJson(body.value)
      ? ''
      : 'The body is not JSON. The form sends it as it is.';
  };
  const fillBody = () => {
    const one = chosen();
    if (!one) return;
    const filled = one.field && number.value ? { ...(one.body as object), [one.field]: number.value } : one.body;
    body.value = JSON.stringify(filled, null, 2);
    part('form-target', HTMLElement).textContent = `${one.method} ${served ? addressOf(one) : one.path}`;
    check();
  };
  const fill = () => {
    const numbers = [{ number: '', summary: 'none, for a success' }, ...(chosen()?.numbers ?? [])];
    const options = numbers.map(({ number: value, summary }) =>
      element('option', { value }, value ? `${value}: ${summary}` : summary),
    );
    number.replaceChildren(...options);
    output.replaceChildren();
    fillBody();
  };
  const submit = async () => {
    const one = chosen();
    if (!one || running) return;
    running = new AbortController();
    const { signal } = running;
    // A disabled button would lose the focus.
    send.setAttribute('aria-disabled', 'true');
    cancel.hidden = false;
    output.replaceChildren(element('p', {}, 'Sending…'));
    const fields = headers.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]]));
    try {
      const start = performance.now();
      const response = await fetch(addressOf(one), {
        method: one.method,
        headers: { 'content-type': 'application/json', ...Object.fromEntries(fields) },
        body: body.value,
        signal,
        credentials: 'omit',
        redirect: 'manual',
      });
      const text = await response.text();
      output.replaceChildren(...responseView(response, text, Math.round(performance.now() - start), data.successCode));
    } catch (error) {
      const reason = signal.aborted ? 'You cancelled the request.' : `Is the mock still running? (${error})`;
      output.replaceChildren(element('p', { class: 'failure' }, element('strong', {}, 'No response'), ` ${reason}`));
    } finally {
      running = undefined;
      send.removeAttribute('aria-disabled');
      if (document.activeElement === cancel) send.focus();
      cancel.hidden = true;
    }
  };

  request.addEventListener('change', fill);
  number.addEventListener('change', fillBody);
  body.addEventListener('input', check);
  cancel.addEventListener('click', () => running?.abort());
  // After the browser has restored the fields.
  form.addEventListener('reset', () => setTimeout(fill));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  request.append(...data.requests.map((one) => element('option', {}, one.label)));
  fill();
  if (!served) return;
  part('form-note', HTMLElement).textContent = `Sends to ${new URL('.', document.baseURI)} and to no other server.`;
  part('form-fields', HTMLFieldSetElement).disabled = false;
}

/** Whether the page has a server to send to: it is neither from disk nor in a sandbox. */
const served = self.origin !== 'null';

/** Below the folder of this page, so that it works behind a path prefix. */
const addressOf = ({ path }: FormRequest): string => new URL(`.${path}`, document.baseURI).href;

/** Shows status, time, reasons, body and headers of a response. */
function responseView(response: Response, text: string, milliseconds: number, successCode: string): HTMLElement[] {
  const { status, statusText, ok, headers } = response;
  const content: unknown = isJson(text) ? JSON.parse(text) : undefined;
  const { code, data } = (content ?? {}) as { code?: unknown; data?: unknown };
  const verdict = () => {
    // A browser hides the rest of a redirect.
    if (status === 0) return 'A redirect, which the form does not follow.';
    if (content === undefined) return 'The body is not JSON: a proxy or another server responded.';
    if (String(code) !== successCode) return ok ? `Failed: the code is not ${successCode}.` : 'Failed.';
    return data && ok ? '' : 'Failed: the response does not follow the contract.';
  };
  const failure = verdict();
  const reasons = reasonsIn(headers.get('sl-violations')).map((reason) => element('li', {}, reason));
  const fields = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return [
    element(
      'p',
      { class: failure ? 'failure' : 'success' },
      element('strong', {}, `${status || 'No status'} ${statusText}`.trim()),
      ` in ${milliseconds} ms. ${failure || 'Succeeded.'}`,
    ),
    ...(reasons.length > 0 ? [element('ul', { 'aria-label': 'Reasons' }, ...reasons)] : []),
    element(
      'pre',
      { tabindex: '0', 'data-part': 'body' },
      content ? JSON.stringify(content, null, 2) : text || 'Empty',
    ),
    element('details', {}, element('summary', {}, 'Headers'), element('pre', { tabindex: '0' }, fields)),
  ];
}

/** Reads why the mock rejected a request, one sentence for each field. */
function reasonsIn(header: string | null): string[] {
  const violations = isJson(header ?? '') ? JSON.parse(header ?? '') : [];
  return violations.map(
    ({ location = [], message = '' }: { location?: string[]; message?: string }) => `${location.join('.')}: ${message}`,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function part<Part extends HTMLElement>(id: string, kind: abstract new () => Part): Part {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new TypeError(`The page has no ${kind.name} with the id ${id}.`);
}

/** Creates an element. Strings become text, so nothing that a server sends becomes markup. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, value);
  created.append(...children);
  return created;
}
