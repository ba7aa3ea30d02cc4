import { readFileSync } from 'node:fs';

/** The README, with line ends of one kind. */
export const readme = readFileSync('README.md', 'utf8').replaceAll('\r\n', '\n');

/** A section of the README, by its heading, without the sections below it that have headings of the same level. */
export function readmeSection(heading: string): string {
  const [, marks = '', text = ''] = new RegExp(`^(#+) ${heading}\\n([^]*)`, 'm').exec(readme) ?? [];
  if (!marks) throw new Error(`README.md has no section ${heading}`);
  return text.split(new RegExp(`^#{2,${marks.length}} `, 'm'))[0] ?? '';
}

/** The code blocks of a language in a text. */
export const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, found, code = '']) => (found === language ? [code] : []));

/** The code blocks of the README that begin with the name of a file as a comment, by that name. */
export const readmeFiles: ReadonlyMap<string, string> = new Map(
  [...codeBlocks(readme, 'ts'), ...codeBlocks(readme, 'tsx')].map((code) => [
    /^\/\/ (\S+)\n/.exec(code)?.[1] ?? '',
    code,
  ]),
);
