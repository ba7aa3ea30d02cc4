import hljs from 'highlight.js/lib/common';
import http from 'highlight.js/lib/languages/http';
import MarkdownIt, { type Token } from 'markdown-it';
import { slug } from './markdown.js';

hljs.registerLanguage('http', http);

interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

// Without HTML in Markdown, no description can add markup to the page.
const markdown = new MarkdownIt({ html: false });
const { escapeHtml } = markdown.utils;
markdown.renderer.rules['fence'] = (tokens, index) => figure(tokens[index]);

/** Renders the document as HTML: its title, its content, and the list of contents for navigation. */
export function render(source: string): Record<'title' | 'content' | 'navigation', string> {
  const tokens = markdown.parse(source, {});
  const headings = addAnchors(tokens);
  labelTables(tokens);
  return {
    title: escapeHtml(headings[0]?.text ?? ''),
    content: markdown.renderer.render(tokens, markdown.options, {}),
    navigation: contents(headings),
  };
}

/** Gives each heading the anchor that GitHub gives it, and makes it a link to itself. Returns the headings. */
function addAnchors(tokens: readonly Token[]): Heading[] {
  const counts = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    const content = tokens[index + 1];
    if (token.type !== 'heading_open' || !content?.children) return [];
    const text = content.children.map((child) => child.content).join('');
    const anchor = slug(text);
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    const id = count > 0 ? `${anchor}-${count}` : anchor;
    token.attrSet('id', id);
    if (token.tag !== 'h1') content.children = linkTo(id, content.children);
    return [{ level: Number(token.tag.slice(1)), id, text }];
  });
}

/** Labels each cell with its column, for narrow screens. Gives a row whose first cell starts with code an anchor. */
function labelTables(tokens: readonly Token[]): void {
  let section = '';
  let columns: string[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const cell = tokens[index + 1];
    if (token.type === 'heading_open') section = String(token.attrGet('id'));
    if (token.type === 'table_open') columns = [];
    if (token.type === 'tr_open') column = 0;
    if (token.type === 'th_open') columns.push(cell?.content.replaceAll('`', '') ?? '');
    if (token.type !== 'td_open') continue;
    token.attrSet('data-label', columns[column] ?? '');
    const [first, ...rest] = cell?.children ?? [];
    if (column === 0 && cell && first?.type === 'code_inline') {
      const id = `${section}-${slug(first.content)}`;
      token.attrSet('id', id);
      cell.children = [...linkTo(id, [first]), ...rest];
    }
    column += 1;
  }
}

function linkTo(id: string, content: readonly Token[]): Token[] {
  const [paragraph] = markdown.parseInline(`[](#${id})`, {});
  const [open, close] = paragraph?.children ?? [];
  return open && close ? [open, ...content, close] : [...content];
}

/** Returns the headings of the second and third level as nested lists, without each decision and each release. */
function contents(headings: readonly Heading[]): string {
  const items = headings
    .filter(({ level, text }) => level === 2 || (level === 3 && !/^D\d|^\d/.test(text)))
    .map(({ level, id, text }) => `${level === 2 ? '' : '  '}- [${level === 2 ? text : shorten(text)}](#${id})`);
  return markdown.render(items.join('\n'));
}

/** Shortens `Log in: headers`, which stands below `Log in`, to `Headers`. */
function shorten(heading: string): string {
  const short = heading.replace(/^.*: /, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Returns a code block with its label. It takes the focus, so that the keyboard can scroll it. */
function figure(token: Token | undefined): string {
  const source = token?.content.trimEnd() ?? '';
  const [, language = '', label = ''] = /^(\S*) *(.*)$/.exec(token?.info ?? '') ?? [];
  const code = hljs.getLanguage(language) ? hljs.highlight(source, { language }).value : escapeHtml(source);
  const attributes = (label && ` data-label="${escapeHtml(label)}"`) + (source.includes('\n') ? '' : ' class="line"');
  return `<figure${attributes}>${label && `<figcaption>${escapeHtml(label)}</figcaption>`}<pre tabindex="0"><code>${code}</code></pre></figure>\n`;
}
