import hljs from 'highlight.js/lib/common';
import http from 'highlight.js/lib/languages/http';
import MarkdownIt, { type Token } from 'markdown-it';
import { slug } from './markdown.js';

hljs.registerLanguage('http', http);

/** A page without its frame. */
export interface Rendered {
  readonly title: string;
  readonly content: string;
  /** The list of contents. */
  readonly navigation: string;
}

/** A heading, and the headings below it. */
interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

// Without HTML in Markdown, no description can add markup to the page.
const markdown = new MarkdownIt({ html: false });
const { escapeHtml } = markdown.utils;
markdown.renderer.rules['fence'] = (tokens, index) => figure(tokens[index]);

/** Renders the document. The form stands at the end of the section with this anchor. */
export function render(source: string, form: { readonly section: string; readonly html: string }): Rendered {
  const env = {};
  const tokens = markdown.parse(source, env);
  const headings = addAnchors(tokens);
  labelTables(tokens);
  markInferred(tokens);
  const start = tokens.findIndex((token) => token.attrGet('id') === form.section);
  const end = tokens.findIndex(({ type, tag }, index) => index > start && type === 'heading_open' && tag === 'h2');
  if (start >= 0) tokens.splice(end, 0, html(form.html));
  const content = markdown.renderer.render(groupSamples(tokens), markdown.options, env);
  const [title] = headings;
  return { title: escapeHtml(title?.text ?? ''), content, navigation: contents(headings) };
}

/** Gives each heading the anchor that GitHub gives it, and makes it a link to itself. */
function addAnchors(tokens: readonly Token[]): Heading[] {
  const used = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    const content = tokens[index + 1];
    if (token.type !== 'heading_open' || !content?.children) return [];
    const text = plainText(content);
    const base = slug(text);
    const count = used.get(base) ?? 0;
    used.set(base, count + 1);
    const id = count > 0 ? `${base}-${count}` : base;
    token.attrSet('id', id);
    if (token.tag !== 'h1' && !content.children.some(({ type }) => type === 'link_open'))
      content.children = [html(`<a href="#${id}">`), ...content.children, html('</a>')];
    return [{ level: Number(token.tag.slice(1)), id, text }];
  });
}

/** Gives cells the name of their column, which a narrow screen shows, and rows that begin with code an anchor. */
function labelTables(tokens: readonly Token[]): void {
  let section = '';
  let columns: string[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const { children, content = '' } = tokens[index + 1] ?? {};
    if (token.type === 'heading_open') section = String(token.attrGet('id'));
    if (token.type === 'table_open') columns = [];
    if (token.type === 'tr_open') column = 0;
    if (token.type === 'th_open') columns.push(content.replaceAll('`', ''));
    if (token.type !== 'td_open') continue;
    token.attrSet('data-label', columns[column] ?? '');
    const [first, ...rest] = children ?? [];
    if (column === 0 && first?.type === 'code_inline') {
      const id = `${section}-${slug(first.content)}`;
      token.attrSet('id', id);
      children?.splice(0, Infinity, html(`<a href="#${id}">`), first, html('</a>'), ...rest);
    }
    column += 1;
  }
}

/** Marks what the contract inferred, in a block quote of its own or inside a cell. */
function markInferred(tokens: readonly Token[]): void {
  for (const [index, { children }] of tokens.entries())
    for (const [at, child] of (children ?? []).entries()) {
      if (child.type !== 'strong_open' || !children?.[at + 1]?.content.startsWith('Inferred (')) continue;
      child.attrSet('class', 'inferred');
      const quote = tokens[index - 2];
      if (at < 2 && quote?.type === 'blockquote_open') quote.attrSet('class', 'inferred');
    }
}

/** Wraps consecutive code blocks with labels in an element, whose blocks the script shows one at a time. */
function groupSamples(tokens: readonly Token[]): Token[] {
  const isSample = (token: Token | undefined) => token?.type === 'fence' && labelOf(token) !== '';
  return tokens.flatMap((token, index) => {
    if (!isSample(token)) return [token];
    return [
      ...(isSample(tokens[index - 1]) ? [] : [html('<div class="samples">')]),
      token,
      ...(isSample(tokens[index + 1]) ? [] : [html('</div>')]),
    ];
  });
}

/** Returns the headings of the first two levels as nested lists, without the single decisions and releases. */
function contents(headings: readonly Heading[]): string {
  const sections: { section: Heading; below: Heading[] }[] = [];
  for (const heading of headings) {
    if (heading.level === 2) sections.push({ section: heading, below: [] });
    if (heading.level === 3 && !/^D\d+$|^\d/.test(heading.text)) sections.at(-1)?.below.push(heading);
  }
  const items = sections.map(({ section, below }) => {
    const list = below.map(({ id, text }) => `<li>${link({ id, text: shorten(text, section.text) })}</li>`).join('');
    return `<li>${link(section)}${list && `<ul>${list}</ul>`}</li>`;
  });
  return `<ul>${items.join('\n')}</ul>`;
}

const link = ({ id, text }: Pick<Heading, 'id' | 'text'>): string => `<a href="#${id}">${escapeHtml(text)}</a>`;

/** `Log in: headers` below `Log in` is `Headers`. */
function shorten(text: string, section: string): string {
  const short = text.startsWith(`${section}: `) ? text.slice(section.length + 2) : text;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Returns a code block with its label. It takes the focus, so that the keyboard can scroll it. One line wraps instead. */
function figure(token: Token | undefined): string {
  if (!token) return '';
  const source = token.content.trimEnd();
  const [language = ''] = token.info.trim().split(/\s+/);
  const label = escapeHtml(labelOf(token));
  const code = hljs.getLanguage(language) ? hljs.highlight(source, { language }).value : escapeHtml(source);
  const attributes = `${label && ` data-label="${label}"`}${source.includes('\n') ? '' : ' class="line"'}`;
  return `<figure${attributes}>${label && `<figcaption>${label}</figcaption>`}<pre tabindex="0"><code>${code}</code></pre></figure>\n`;
}

const labelOf = ({ info }: Token): string => info.trim().split(/\s+/).slice(1).join(' ');

function html(content: string): Token {
  const token = new markdown.core.State('', markdown, {}).Token;
  return Object.assign(new token('html_inline', '', 0), { content });
}

const plainText = ({ children }: Token): string =>
  (children ?? [])
    .map(({ content }) => content)
    .join('')
    .trim();
