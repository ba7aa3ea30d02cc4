type Child = Node | string | false | undefined;

/** Makes an element. Text goes in as text: nothing that a server says becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: { readonly [attribute: string]: string | boolean | undefined } = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(properties)) {
    if (value === true) made.setAttribute(attribute, '');
    else if (typeof value === 'string') made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  return made;
}

let made = 0;

/** A control below its label. */
export function labelled<Control extends HTMLElement>(label: string, control: Control, hint?: string): HTMLElement {
  made += 1;
  control.id = `try-it-${made}`;
  const note = hint ? element('small', { id: `${control.id}-hint` }, hint) : undefined;
  if (note) control.setAttribute('aria-describedby', note.id);
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control, note);
}
