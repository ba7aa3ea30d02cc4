import { readFileSync } from 'node:fs';

/** A section of the README, by its heading of the second level. */
export function readmeSection(heading: string): string {
  const [, text] = readFileSync('README.md', 'utf8').split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`README.md has no section ${heading}`);
  return text.split('\n## ')[0] ?? '';
}

/** The code blocks of a language in a text. */
export const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, found, code = '']) => (found === language ? [code] : []));

/** The code blocks of a text that start with the name of a file as a comment, by that name. */
export const filesIn = (text: string): Map<string, string> =>
  new Map(codeBlocks(text, 'ts').map((code) => [/^\/\/ (\S+\.ts)\n/.exec(code)?.[1] ?? '', code]));
