import type { Context } from './cursor.js';

/** Requires descriptions of sentences in Markdown without HTML, and plain text where tools show no Markdown. */
export const Wording = () => ({
  any(node: Readonly<Record<string, unknown>>, { report, location, type }: Context) {
    const plain = ['title', 'summary', 'x-advice', ...({ Server: ['description'], Tag: ['name'] }[type.name] ?? [])];
    for (const key of plain)
      if (typeof node[key] === 'string' && /[\n*`_<>#[\]]/.test(node[key]))
        report({ message: `\`${key}\` is one line of plain text, without Markdown.`, location: location.child(key) });
    const { description } = node;
    if (typeof description !== 'string' || type.name === 'Server') return;
    const complain = (message: string) => report({ message, location: location.child('description') });
    const [html] = /<[a-z!/?][^>]*>?/i.exec(description.replaceAll(/`[^`]*`/g, '')) ?? [];
    if (html) complain(`A description has no HTML, such as "${html.slice(0, 40)}".`);
    for (const paragraph of description.trim().split(/\n{2,}/))
      if (!/^(#|\||- )|^[A-Z*`"][\s\S]*[.:|]$/.test(paragraph.replaceAll(/^> /gm, '')))
        complain(`A description consists of sentences, not of "${paragraph.slice(0, 40)}".`);
    for (const [line] of description.matchAll(/^.*\*\*Inferred.*$/gm))
      if (!/^> \*\*Inferred \(D\d+\)\.\*\* \S/.test(line))
        complain(`A mark has the form "> **Inferred (D1).** …", not "${line.slice(0, 40)}".`);
  },
});
