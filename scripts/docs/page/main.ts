import { startForm } from './try-it.js';

const main = () => document.querySelector('main');
const served = location.protocol.startsWith('http');

/** The address in the code samples, which stands for the server that this page came from. */
const sampleOrigin = 'http://127.0.0.1:4010';
const atThisServer = (text: string): string => (served ? text.replaceAll(sampleOrigin, location.origin) : text);

/** Gives what the renderer has drawn what it lacks for those who do not see the page, by roles and ARIA alone. */
function amend(): void {
  let last = 0;
  for (const heading of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')) {
    const level = Math.min(Number(heading.tagName.slice(1)), last + 1);
    heading.ariaLevel = String(level);
    last = level;
  }
  for (const list of document.querySelectorAll('ul:has(> [role="listitem"])')) {
    const sidebar = list.closest('main') ? undefined : list.parentElement?.parentElement;
    if (!sidebar) continue;
    sidebar.role = 'navigation';
    sidebar.ariaLabel = 'Contents';
  }
  for (const menu of document.querySelectorAll('main button[aria-label][aria-haspopup]')) {
    const [label] = (menu.ariaLabel ?? '').split(': ');
    menu.ariaLabel = `${label}: ${menu.textContent?.trim()}`;
  }
  if (served && location.origin !== sampleOrigin) aimSamples();
}

function aimSamples(): void {
  const texts = document.createTreeWalker(main() ?? document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue?.includes(sampleOrigin)) text.nodeValue = atThisServer(text.nodeValue);
}

/** Leads to the start of the page from an address that leads nowhere: there the renderer shows one heading and no section. */
function leaveNowhere(): void {
  if (main() && !main()?.querySelector('h2')) location.replace('#/');
}

let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    amend();
    leaveNowhere();
  });
}).observe(document.body, { childList: true, subtree: true, characterData: true });

const { clipboard } = navigator;
if (served && clipboard) {
  const write = clipboard.writeText.bind(clipboard);
  clipboard.writeText = (text) => write(atThisServer(text));
}

document.getElementById('open-search')?.addEventListener('click', () => {
  const press = (type: string, init: KeyboardEventInit) => document.dispatchEvent(new KeyboardEvent(type, init));
  // The button was pressed by a key that is still held, and the shortcut is none while another key is held.
  press('keyup', { key: 'Enter', keyCode: 13 });
  // The shortcut that the renderer names beside its search.
  press('keydown', { key: 'k', keyCode: 75, ctrlKey: true });
  press('keyup', { key: 'k', keyCode: 75 });
});
document.getElementById('skip')?.addEventListener('click', () => {
  main()?.setAttribute('tabindex', '-1');
  main()?.focus();
});

startForm();

// Paper is light, whatever the screen is.
const { classList } = document.documentElement;
let wasDark = false;
addEventListener('beforeprint', () => {
  wasDark = classList.replace('dark', 'light');
});
addEventListener('afterprint', () => {
  if (wasDark) classList.replace('light', 'dark');
});
