import type { FormContent } from '../build.js';
import { create, createForm } from './form.js';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

// Runs before the browser reads the body: the page appears in its theme, with the curl samples only.
root.style.colorScheme = setting('theme');
root.className = 'loading';
addEventListener('DOMContentLoaded', () => {
  const content: FormContent = JSON.parse(document.querySelector('#form-data')?.textContent ?? '');
  startTheme();
  startContents();
  // The mock serves HTTP. A page from disk or in a sandbox has no server to send to.
  if (location.protocol === 'http:' && self.origin !== 'null') {
    replaceOrigin(content);
    document.querySelector('#try-it ~ h2')?.before(createForm(content));
  }
  startSamples();
  if (navigator.clipboard) document.querySelectorAll('figure').forEach(addCopyButton);
  root.className = 'ready';
});

/** Changes a setting if there is a value, and returns the setting. Where the browser blocks storage, the page forgets its settings. */
function setting(name: string, value?: string): string {
  try {
    if (value !== undefined) localStorage.setItem(`koodrive-docs-${name}`, value);
    return localStorage.getItem(`koodrive-docs-${name}`) ?? '';
  } catch {
    return '';
  }
}

function startTheme(): void {
  const button = document.querySelector<HTMLElement>('#theme');
  if (!button) return;
  const other = () => ((root.style.colorScheme || (dark.matches ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark');
  const label = () => {
    button.textContent = other() === 'dark' ? 'Dark theme' : 'Light theme';
  };
  button.addEventListener('click', () => {
    root.style.colorScheme = other();
    setting('theme', root.style.colorScheme);
    label();
  });
  dark.addEventListener('change', label);
  label();
  button.hidden = false;
}

/** Opens the contents on a wide screen, closes them on a narrow one, and marks the section that is being read. */
function startContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>('#contents');
  const wide = matchMedia('(width >= 62rem)');
  const adapt = () => contents?.toggleAttribute('open', wide.matches);
  const links = [...(contents?.querySelectorAll('a') ?? [])];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const mark = () => {
    const last = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= 150);
    const current = links[Math.max(0, last)];
    if (current?.ariaCurrent) return;
    for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
    if (wide.matches) current?.scrollIntoView({ block: 'nearest' });
  };
  for (const link of links) link.addEventListener('click', adapt);
  wide.addEventListener('change', adapt);
  addEventListener('scroll', mark, { passive: true });
  adapt();
  mark();
}

/** Replaces the address in samples and links by that of this page. The HTTP samples have its host and its path only. */
function replaceOrigin({ sampleOrigin, requests }: FormContent): void {
  const { host, pathname, href } = new URL('.', document.baseURI);
  const sampleHost = new URL(sampleOrigin).host;
  const withHost = (text: string) => text.replaceAll(sampleHost, host);
  const replace = (text: string) => text.split(sampleOrigin).map(withHost).join(href.slice(0, -1));
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`[href^="${sampleOrigin}"]`))
    link.href = replace(link.href);
  const texts = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    const isPath = node.parentElement?.closest('figure') && requests.some(({ path }) => path === text);
    node.nodeValue = isPath ? pathname.slice(0, -1) + text : replace(text);
  }
}

/** Shows one sample of each group, with buttons for the others. The search of the browser still finds what is hidden. */
function startSamples(): void {
  const samples = [...document.querySelectorAll<HTMLElement>('figure[data-label]')];
  const languages = [...new Set(samples.map(({ dataset }) => dataset['label'] ?? ''))];
  const select = (language: string) => {
    for (const sample of samples) {
      if (sample.dataset['label'] === language) sample.removeAttribute('hidden');
      else sample.setAttribute('hidden', 'until-found');
    }
    for (const button of document.querySelectorAll('.languages button'))
      button.ariaPressed = String(button.textContent === language);
  };
  const languageButton = (language: string) => {
    const button = create('button', { type: 'button', textContent: language });
    button.addEventListener('click', () => {
      const { top } = button.getBoundingClientRect();
      select(language);
      setting('language', language);
      // The groups above have changed their height.
      scrollBy(0, button.getBoundingClientRect().top - top);
    });
    return button;
  };
  for (const sample of samples) {
    sample.addEventListener('beforematch', () => select(sample.dataset['label'] ?? ''));
    if (!sample.previousElementSibling?.matches('figure[data-label]'))
      sample.before(create('div', { className: 'languages' }, ...languages.map(languageButton)));
  }
  select(languages.find((language) => language === setting('language')) ?? 'curl');
}

function addCopyButton(figure: HTMLElement): void {
  const button = create('button', { type: 'button', className: 'copy', textContent: 'Copy' });
  const status = document.querySelector('#copied');
  const say = (text: string) => {
    button.textContent = text || 'Copy';
    status?.replaceChildren(text);
  };
  button.addEventListener('click', async () => {
    const copied = navigator.clipboard.writeText(figure.querySelector('pre')?.textContent ?? '');
    await copied.then(
      () => say('Copied'),
      () => say('Not copied'),
    );
    setTimeout(say, 2_000, '');
  });
  figure.prepend(button);
}
