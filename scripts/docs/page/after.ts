import { TryIt } from '../console/try-it.js';

customElements.define('try-it', TryIt);

/** Marks the row of a table that a link leads to: the renderer's addresses have two parts, which `:target` does not know. */
function markReached(): void {
  for (const row of document.querySelectorAll('tr.reached')) row.classList.remove('reached');
  document.querySelector(`tr[id="${CSS.escape(location.hash.split('#').pop() ?? '')}"]`)?.classList.add('reached');
}

// Links of the page change its address without a `hashchange`, so clicks count as well.
addEventListener('hashchange', markReached);
addEventListener('popstate', markReached);
addEventListener('click', () => setTimeout(markReached));

// Paper is light, whatever the screen is.
const { classList } = document.documentElement;
let wasDark = false;
addEventListener('beforeprint', () => {
  wasDark = classList.replace('dark', 'light');
});
addEventListener('afterprint', () => {
  if (wasDark) classList.replace('light', 'dark');
});
