/** `registerUser` to `RegisterUser`. */
export const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A doc comment with the given paragraphs; nothing when there are none. */
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
