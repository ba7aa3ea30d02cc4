/** Returns `RegisterUser` for `registerUser`. */
export const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Returns a doc comment with these paragraphs, or the empty string if there are none. */
export function docComment(...paragraphs: (string | undefined)[]): string {
  const text = paragraphs
    .map((paragraph) => paragraph?.trim())
    .filter(Boolean)
    .join('\n\n')
    .replaceAll('*/', '*\\/');
  if (!text) return '';
  if (!text.includes('\n')) return `/** ${text} */`;
  return `/**\n${text
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')}\n */`;
}
