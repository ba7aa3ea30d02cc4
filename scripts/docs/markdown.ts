/** Returns text as code in Markdown, fenced with as many backticks as it needs. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Returns a code block. The label follows the language, where Markdown renderers ignore it and the page shows it. */
export const block = (language: string, source: string, label = ''): string =>
  `\`\`\`${`${language} ${label}`.trim()}\n${source.trimEnd()}\n\`\`\``;

/** Returns a table. Line breaks in cells become spaces, and block quotes lose their `>`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const oneLine = (cell: string) => cell.replaceAll(/^> ?/gm, '').replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|');
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(oneLine).join(' | ')} |`).join('\n');
}

/** Returns the anchor that GitHub gives to a heading. */
export const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** Applies a change to Markdown outside its code. */
const outsideCode = (markdown: string, change: (text: string) => string): string =>
  markdown
    .split(/(^```[\s\S]*?^```|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join('');

/** Moves every heading one level down. */
export const demote = (markdown: string): string => outsideCode(markdown, (text) => text.replaceAll(/^(?=#+ )/gm, '#'));

/**
 * Links every mention of a decision, such as `D9`, to the heading of the decision.
 *
 * @throws Error when the text cites a decision that does not exist.
 */
export function linkDecisions(markdown: string): string {
  const headings = new Map([...markdown.matchAll(/^### ((D\d+): .*)$/gm)].map(([, heading = '', id]) => [id, heading]));
  return outsideCode(markdown, (text) =>
    text.replaceAll(/^#+ .*$|\[[^\]]*\]\([^)]*\)|\bD\d+\b/gm, (found) => {
      if (!/^D\d+$/.test(found)) return found;
      const heading = headings.get(found);
      if (!heading) throw new Error(`The docs cite ${found}, which is not a decision in openapi/source.yaml.`);
      return `[${found}](#${slug(heading)})`;
    }),
  );
}
