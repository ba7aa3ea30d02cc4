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

/** How long the form waits for a response: the mock never sends some of them. */
const timeoutMs = 10_000;

/** Shows the form, which sends an example request to the server of this page and shows the response. */
export function startForm({ requests, successCode }: FormData): void {
  const form = part('form', HTMLFormElement);
  const request = part('form-request', HTMLSelectElement);
  const number = part('form-number', HTMLSelectElement);
  const target = part('form-target', HTMLElement);
  const body = part('form-body', HTMLTextAreaElement);
  const send = part('form-send', HTMLButtonElement);
  const output = part('form-response', HTMLElement);
  const selected = () => requests[request.selectedIndex];

  const fillBody = () => {
    const { field, body: example } = selected() ?? {};
    const filled = field && number.value ? { ...Object(example), [field]: number.value } : example;
    body.value = JSON.stringify(filled, null, 2);
  };
  const fill = () => {
    const { method, path = '', numbers = [] } = selected() ?? {};
    target.textContent = `${method} ${address(path)}`;
    number.replaceChildren(
      new Option('none, for a success', ''),
      ...numbers.map(({ number: value, summary }) => new Option(`${value}: ${summary}`, value)),
    );
    output.replaceChildren();
    fillBody();
  };
  const submit = async () => {
    const { method = '', path = '' } = selected() ?? {};
    const headers = [...form.querySelectorAll('input')].filter(({ value }) => value !== '');
    output.replaceChildren('Sending…');
    // A disabled button would lose the focus.
    send.setAttribute('aria-disabled', 'true');
    const start = performance.now();
    try {
      const response = await fetch(address(path), {
        method,
        headers: [
          ['content-type', 'application/json'],
          ...headers.map(({ name, value }) => [name, value]),
        ] as HeadersInit,
        body: body.value,
        credentials: 'omit',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      show(output, response, text, Math.round(performance.now() - start), successCode);
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      const reason = isLate ? `The form waited ${timeoutMs / 1_000} seconds.` : `Is the mock still running? (${error})`;
      output.replaceChildren(verdictLine('No response', reason, false));
    }
    send.removeAttribute('aria-disabled');
  };

  request.addEventListener('change', fill);
  number.addEventListener('change', fillBody);
  // After the browser has restored the fields.
  form.addEventListener('reset', () => setTimeout(fill));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!send.ariaDisabled) void submit();
  });
  request.append(...requests.map(({ label }) => new Option(label)));
  fill();
  form.hidden = false;
}

/** Returns an address below the folder of this page, so that the form works behind a path prefix. */
const address = (path: string): string => new URL(`.${path}`, document.baseURI).href;

/** Shows a response. Everything that a server sends becomes text, never markup. */
function show(output: HTMLElement, response: Response, text: string, milliseconds: number, successCode: string): void {
  const content = parse(text);
  const failure = failureOf(response, content, successCode);
  const status = `${response.status || 'No status'} ${response.statusText}`.trim();
  const body = document.createElement('pre');
  body.tabIndex = 0;
  body.textContent = content === undefined ? text || 'Empty' : JSON.stringify(content, null, 2);
  output.replaceChildren(verdictLine(status, `in ${milliseconds} ms. ${failure || 'Succeeded.'}`, !failure), body);
}

function failureOf({ status, ok }: Response, content: unknown, successCode: string): string {
  const { code, data } = Object(content);
  // A browser hides the rest of a redirect.
  if (status === 0) return 'A redirect, which the form does not follow.';
  if (content === undefined) return 'The body is not JSON: a proxy or another server responded.';
  if (String(code) !== successCode) return ok ? `Failed: the code is not ${successCode}.` : 'Failed.';
  return data && ok ? '' : 'Failed: the response does not follow the contract.';
}

function verdictLine(status: string, text: string, succeeded: boolean): HTMLElement {
  const line = document.createElement('p');
  const strong = document.createElement('strong');
  line.className = succeeded ? 'success' : 'failure';
  strong.textContent = status;
  line.append(strong, ` ${text}`);
  return line;
}

/** Parses JSON. Returns undefined if the text is something else. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function part<Part extends HTMLElement>(id: string, kind: abstract new () => Part): Part {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new TypeError(`The page has no ${kind.name} with the id ${id}.`);
}
