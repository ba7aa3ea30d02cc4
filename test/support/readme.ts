import { readFileSync } from 'node:fs';

export const readme = readFileSync('README.md', 'utf8');
export const guides = readFileSync('scripts/docs/guides.md', 'utf8');

/** Returns a section of the README or the guides by its heading, up to the next heading of the same level. */
export function section(heading: string): string {
  const [, marks = '', text = ''] = new RegExp(`^(#+) ${heading}\\n([^]*)`, 'm').exec(`${readme}\n${guides}`) ?? [];
  if (!marks) throw new Error(`README and guides have no section ${heading}`);
  return text.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** Returns the code blocks of a language in a text. */
export const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, found, code = '']) => (found === language ? [code] : []));

/** The code blocks of README and guides whose first line names a file in a comment, by that name. */
export const files: ReadonlyMap<string, string> = new Map(
  ['ts', 'tsx', 'html'].flatMap((language) =>
    codeBlocks(readme + guides, language).map((code) => [/^(?:\/\/|<!--) (\S+)/.exec(code)?.[1] ?? '', code]),
  ),
);
