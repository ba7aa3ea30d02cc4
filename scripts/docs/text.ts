import { isObject } from '../../src/contract/openapi.js';

/** A value as JavaScript source in the style of this project, indented by `indent` spaces after its first line. */
export function literal(value: unknown, indent = 0): string {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (isObject(value)) {
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

/** Text as code in Markdown, in as many backticks as it takes. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Words as Markdown that says just these words: nothing in them is markup, a tag or a template. */
export const plain = (words: string): string => words.replaceAll(/[\\`*_[\]<>{}|#~]/g, '\\$&').replaceAll(/\s+/g, ' ');
