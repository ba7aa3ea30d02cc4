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
  labelTables(tokens, headings);
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
function labelTables(tokens: readonly Token[], headings: readonly Heading[]): void {
  const used = new Set<string>();
  let section = '';
  let columns: string[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const { type } = token;
    const content = tokens[index + 1];
    if (type === 'heading_open') section = String(token.attrGet('id'));
    if (type === 'table_open') columns = [];
    if (type === 'tr_open') column = 0;
    if ((type !== 'th_open' && type !== 'td_open') || !content) continue;
    // Without the alignment, a style attribute that the policy of the page would block.
    token.attrs = null;
    if (type === 'th_open') {
      columns.push(plainText(content));
      continue;
    }
    token.attrSet('data-label', columns[column] ?? '');
    if (content.content === '') token.attrSet('class', 'empty');
    if (content.children?.some(({ type, content: text }) => type === 'code_inline' && /\S{60}/.test(text)))
      token.attrSet('class', 'long');
    const [first] = content.children ?? [];
    const id = `${section}-${slug(first?.content ?? '')}`;
    if (column === 0 && first?.type === 'code_inline' && !used.has(id) && !headings.some((one) => one.id === id)) {
      used.add(id);
      token.attrSet('id', id);
      content.children = [html(`<a href="#${id}">`), first, html('</a>'), ...(content.children ?? []).slice(1)];
    }
    column += 1;
  }
}

/** Marks what the contract inferred, in a block quote of its own or inside a cell. */
function markInferred(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries())
    for (const [at, child] of (token.children ?? []).entries()) {
      if (child.type !== 'strong_open' || !token.children?.[at + 1]?.content.startsWith('Inferred (')) continue;
      child.attrSet('class', 'inferred');
      const quote = tokens[index - 2];
      if (quote?.type === 'blockquote_open') quote.attrSet('class', 'inferred');
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

/** The first two levels, and the third below sections whose headings repeat the section: `Log in: headers`. */
function contents(headings: readonly Heading[]): string {
  const sections = headings.filter(({ level }) => level === 2);
  const items = sections.map((section) => {
    const start = headings.indexOf(section) + 1;
    const end = headings.findIndex(({ level }, index) => index >= start && level <= 2);
    const below = headings
      .slice(start, end < 0 ? undefined : end)
      .filter(({ level, text }) => level === 3 && !/^D\d+$|^\d/.test(text))
      .map((heading) => ({ ...heading, text: shorten(heading.text, section.text) }));
    const list = below.length > 0 ? `<ul>${below.map((heading) => `<li>${link(heading)}</li>`).join('')}</ul>` : '';
    return `<li>${link(section)}${list}</li>`;
  });
  return `<ul>${items.join('\n')}</ul>`;
}

const link = ({ id, text }: Heading): string => `<a href="#${id}">${escapeHtml(text)}</a>`;

/** `Log in: headers` below `Log in` is `Headers`. */
function shorten(text: string, section: string): string {
  const short = text.startsWith(`${section}: `) ? text.slice(section.length + 2) : text;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** A code block with its label. It takes the focus, so that the keyboard can scroll it. */
function figure(token: Token | undefined): string {
  if (!token) return '';
  const language = token.info.trim().split(/\s+/)[0] ?? '';
  const label = labelOf(token);
  const code = hljs.getLanguage(language)
    ? hljs.highlight(token.content.trimEnd(), { language }).value
    : escapeHtml(token.content.trimEnd());
  const caption = label && `<figcaption>${escapeHtml(label)}</figcaption>`;
  return `<figure${label && ` data-label="${escapeHtml(label)}"`}>${caption}<pre tabindex="0"><code>${code}</code></pre></figure>\n`;
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
