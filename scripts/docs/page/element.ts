type Child = Node | string | undefined;

/** Makes an element. Text goes in as text: nothing that a server says becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: { readonly [attribute: string]: string | boolean | undefined } = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, '');
    else if (typeof value === 'string') made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

let made = 0;

/** A control below its label. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  made += 1;
  control.id = `request-form-${made}`;
  const note = hint ? element('small', { id: `${control.id}-hint` }, hint) : undefined;
  if (note) control.setAttribute('aria-describedby', note.id);
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control, note);
}

/** Options below a heading of their own. */
export const group = (label: string, options: readonly HTMLElement[]): HTMLElement =>
  element('optgroup', { label }, ...options);
