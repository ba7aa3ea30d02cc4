import { type FormData, startForm } from './form.js';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
/** Wide enough for the contents beside the text, as in style.css. */
const wide = matchMedia('(width >= 62rem)');

// Runs before the browser reads the body: the page appears in its theme, with one sample of each group.
root.classList.add('scripted');
root.dataset['theme'] = stored('theme') ?? '';
addEventListener('DOMContentLoaded', () => {
  const data: FormData = JSON.parse(document.querySelector('#form-data')?.textContent ?? '');
  startTheme();
  startContents();
  if (location.protocol === 'http:') replaceOrigin(data.sampleOrigin);
  startSamples();
  if (navigator.clipboard) document.querySelectorAll('figure').forEach(addCopyButton);
  // A page from disk or in a sandbox has no server to send to.
  if (location.protocol.startsWith('http') && self.origin !== 'null') startForm(data);
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

/** Opens the contents on a wide screen, closes them on a narrow one, and marks the section that is being read. */
function startContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>('#contents');
  if (!contents) return;
  const adapt = () => {
    contents.open = wide.matches;
  };
  const links = [...contents.querySelectorAll('a')];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const mark = () => {
    const next = headings.findIndex((heading) => heading && heading.getBoundingClientRect().top > 150);
    const current = links.at(next < 0 ? -1 : Math.max(0, next - 1));
    if (current?.ariaCurrent) return;
    contents.querySelector('[aria-current]')?.removeAttribute('aria-current');
    current?.setAttribute('aria-current', 'true');
    if (wide.matches) current?.scrollIntoView({ block: 'nearest' });
  };
  wide.addEventListener('change', adapt);
  contents.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) adapt();
  });
  addEventListener('scroll', mark, { passive: true });
  adapt();
  mark();
}

/** Replaces the address in the samples by that of this page. */
function replaceOrigin(sampleOrigin: string): void {
  const base = new URL('.', document.baseURI).href.slice(0, -1);
  const texts = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    text.nodeValue = text.nodeValue?.replaceAll(sampleOrigin, base) ?? '';
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
  const say = (text: string) => {
    button.textContent = text || 'Copy';
    status?.replaceChildren(text);
  };
  button.className = 'copy';
  button.addEventListener('click', async () => {
    const copied = navigator.clipboard.writeText(figure.querySelector('pre')?.textContent ?? '');
    await copied.then(
      () => say('Copied'),
      () => say('Not copied'),
    );
    setTimeout(say, 2_000, '');
  });
  figure.append(button);
}

function newButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}
