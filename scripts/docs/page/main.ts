import { formData, startForm } from './form.js';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
/** Wide enough for the contents beside the text, as in style.css. */
const wide = matchMedia('(width >= 62rem)');

// Runs before the browser reads the body: the page appears in its theme, with one sample of each group.
root.classList.add('scripted');
root.dataset['theme'] = stored('theme') ?? '';
addEventListener('DOMContentLoaded', () => {
  startTheme();
  startContents();
  aimSamples();
  startSamples();
  if (navigator.clipboard) document.querySelectorAll('figure').forEach(addCopyButton);
  startForm();
});

/** Reads a setting. Some browsers and frames block storage: a setting then lasts until the page is closed. */
function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(`koodrive-docs-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(`koodrive-docs-${name}`, value);
  } catch {}
}

function startTheme(): void {
  const button = document.querySelector<HTMLElement>('#theme');
  if (!button) return;
  const other = () => ((root.dataset['theme'] || (dark.matches ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark');
  const label = () => {
    button.textContent = other() === 'dark' ? 'Dark theme' : 'Light theme';
  };
  button.addEventListener('click', () => {
    root.dataset['theme'] = other();
    store('theme', root.dataset['theme']);
    label();
  });
  dark.addEventListener('change', label);
  label();
  button.hidden = false;
}

/** Opens the contents on a wide screen, and closes them on a narrow one. */
function startContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>('#contents');
  if (!contents) return;
  const adapt = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener('change', adapt);
  contents.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) adapt();
  });
  adapt();
}

/** Replaces the address in the samples by that of this page, if the page may come from a mock. */
function aimSamples(): void {
  if (location.protocol !== 'http:') return;
  const { sampleOrigin } = formData();
  const base = new URL('.', document.baseURI).href.slice(0, -1);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.parentElement?.closest('main')) text.nodeValue = text.nodeValue?.replaceAll(sampleOrigin, base) ?? '';
}

/** Shows one sample of each group, with buttons for the others. The search of the browser still finds what is hidden. */
function startSamples(): void {
  const select = (language: string) => {
    for (const figure of document.querySelectorAll<HTMLElement>('.samples figure')) {
      figure.setAttribute('hidden', 'until-found');
      if (figure.dataset['label'] === language) figure.removeAttribute('hidden');
    }
    for (const button of document.querySelectorAll('.samples [aria-pressed]'))
      button.setAttribute('aria-pressed', String(button.textContent === language));
  };
  for (const group of document.querySelectorAll('.samples')) {
    const buttons = [...group.querySelectorAll<HTMLElement>('figure')].map((figure) => {
      const language = figure.dataset['label'] ?? '';
      const button = newButton(language);
      button.ariaPressed = 'false';
      button.addEventListener('click', () => {
        const { top } = button.getBoundingClientRect();
        select(language);
        store('language', language);
        // The groups above have changed their height.
        scrollBy(0, button.getBoundingClientRect().top - top);
      });
      figure.addEventListener('beforematch', () => select(language));
      return button;
    });
    const bar = document.createElement('div');
    bar.className = 'languages';
    bar.append(...buttons);
    group.prepend(bar);
  }
  const languages = [...document.querySelectorAll('.languages button')].map(({ textContent }) => textContent);
  const before = stored('language') ?? '';
  select(languages.includes(before) ? before : 'curl');
}

function addCopyButton(figure: HTMLElement): void {
  const button = newButton('Copy');
  const status = document.querySelector('#copied');
  button.className = 'copy';
  button.addEventListener('click', async () => {
    const write = navigator.clipboard.writeText(figure.querySelector('pre')?.textContent ?? '');
    const text = await write.then(
      () => 'Copied',
      () => 'Not copied',
    );
    button.textContent = text;
    status?.replaceChildren(text);
    setTimeout(() => {
      button.textContent = 'Copy';
      status?.replaceChildren();
    }, 2_000);
  });
  figure.append(button);
}

function newButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}
