import type { FormContent } from '../build.js';

/** How long the form waits for a response: the mock never sends some of them. */
const timeoutMs = 10_000;

/** Returns the form, which sends an example request to the server of this page and shows the response. */
export function createForm({ requests, headers, successCode }: FormContent): HTMLFormElement {
  const request = create('select', {}, ...requests.map(({ label }) => new Option(label)));
  const number = create('select', {});
  const target = create('p', { id: 'form-target' });
  const inputs = headers.map(({ name, value }) => create('input', { name, defaultValue: value, spellcheck: false }));
  const body = create('textarea', { rows: 6, spellcheck: false, autocapitalize: 'off' });
  const send = create('button', { className: 'send', textContent: 'Send' });
  const reset = create('button', { type: 'reset', textContent: 'Reset' });
  const output = create('div', { id: 'form-response', role: 'status', ariaLabel: 'Response' });
  const form = create(
    'form',
    { ariaLabel: 'Try it', autocomplete: 'off' },
    labelled('Request', request),
    labelled('Test number', number),
    target,
    ...inputs.map((input) => labelled(input.name, input)),
    labelled('Body', body),
    create('div', {}, send, ' ', reset),
    output,
  );

  const selected = () => requests[request.selectedIndex];
  const fillBody = () => {
    const { testField, body: example } = selected() ?? {};
    const filled = testField && number.value ? { ...Object(example), [testField]: number.value } : example;
    body.value = JSON.stringify(filled, null, 2);
  };
  const fill = () => {
    const { method, path = '', testField, numbers = [] } = selected() ?? {};
    target.textContent = `${method} ${address(path)}`;
    const options = numbers.map(({ number: value, result }) => new Option(`${value}: ${result}`, value));
    number.replaceChildren(new Option('none, for a success', ''), ...(testField ? options : []));
    output.replaceChildren();
    fillBody();
  };
  const submit = async () => {
    const sent = selected();
    const { method = '', path = '' } = sent ?? {};
    const filled = inputs.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]]));
    output.replaceChildren('Sending…');
    // A disabled button would lose the focus.
    send.ariaDisabled = 'true';
    const start = performance.now();
    try {
      const response = await fetch(address(path), {
        method,
        headers: Object.fromEntries([['content-type', 'application/json'], ...filled]),
        body: body.value,
        credentials: 'omit',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      const milliseconds = Math.round(performance.now() - start);
      if (selected() === sent) output.replaceChildren(...describeResponse(response, text, milliseconds, successCode));
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      const reason = isLate ? `The form waited ${timeoutMs / 1_000} seconds.` : `Is the mock still running? (${error})`;
      if (selected() === sent) output.replaceChildren(verdict('No response', reason, false));
    }
    send.ariaDisabled = null;
  };

  request.addEventListener('change', fill);
  number.addEventListener('change', fillBody);
  // The browser restores the fields after this event.
  form.addEventListener('reset', () => setTimeout(fill));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!send.ariaDisabled) void submit();
  });
  fill();
  return form;
}

/** Returns an address below the folder of this page, so that the form works behind a path prefix. */
const address = (path: string): string => new URL(`.${path}`, document.baseURI).href;

/** Returns the verdict and the body of a response. Everything that a server sends becomes text, never markup. */
function describeResponse(response: Response, text: string, milliseconds: number, successCode: string): HTMLElement[] {
  const content = parse(text);
  const failure = failureOf(response, content, successCode);
  const status = `${response.status} ${response.statusText}`.trim();
  const body = content === undefined ? text || 'Empty' : JSON.stringify(content, null, 2);
  return [
    verdict(status, `in ${milliseconds} ms. ${failure || 'Succeeded.'}`, !failure),
    create('pre', { tabIndex: 0, textContent: body }),
  ];
}

/** Says why a response is a failure. Returns an empty string for a success. */
function failureOf({ ok }: Response, content: unknown, successCode: string): string {
  if (content === undefined) return 'The body is not JSON: a proxy or another server responded.';
  const { code, data } = Object(content);
  if (String(code) !== successCode) return ok ? `Failed: the code is not ${successCode}.` : 'Failed.';
  return data && ok ? '' : 'Failed: the response does not follow the contract.';
}

const verdict = (status: string, text: string, succeeded: boolean): HTMLElement =>
  create('p', { className: succeeded ? 'success' : 'failure' }, create('strong', { textContent: status }), ` ${text}`);

/** Parses JSON. Returns undefined if the text is something else. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  control.id = `form-${text.replace(' ', '-')}`;
  return create('div', {}, create('label', { htmlFor: control.id, textContent: text }), control);
}

/** Creates an element with properties and content. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}
