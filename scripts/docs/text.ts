/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A line of Markdown that has only code and emphasis in it, as HTML. */
export const inline = (markdown: string): string =>
  escapeHtml(markdown)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    // The renderer drops a blank that stands alone between two elements, but not one beside a zero-width space.
    .replaceAll('</code> <code>', '</code> \u200b<code>');

/** A value as JavaScript source in the style of this project, indented by `indent` spaces after its first line. */
export function literal(value: unknown, indent = 0): string {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${pad}  ${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}: ${literal(item, indent + 2)},\n`,
    );
    return entries.length > 0 ? `{\n${entries.join('')}${pad}}` : '{}';
  }
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}

const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** A command line that sends a JSON body, for a POSIX shell. */
export function curl(method: string, url: string, headers: Record<string, string>, body: unknown): string {
  const shell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return [
    `curl --request ${method} ${shell(url)}`,
    ...Object.entries(headers).map(([name, value]) => `  --header ${shell(`${name}: ${value}`)}`),
    `  --data ${shell(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n');
}
