import { type Document, resolvePointer } from '../../scripts/generate/openapi.js';

/**
 * Every paragraph that begins with **Inferred in a part of the spec and in all that it refers to, as plain text: without marks of
 * Markdown, and with single blanks.
 */
export function inferredParagraphs(document: Document, part: unknown): Set<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [name, item] of Object.entries(value)) {
      if (name === '$ref' && typeof item === 'string') walk(resolvePointer(document, item));
      else if (name === 'description' && typeof item === 'string')
        for (const text of item.split(/\n{2,}/))
          if (text.startsWith('> **Inferred')) found.add(plain(text.replaceAll(/^> /gm, '')));
      walk(item);
    }
  };
  walk(part);
  return found;
}

const plain = (markdown: string): string =>
  markdown
    .replace(/^\*\*(.+?)\.\*\*/, '$1')
    .replaceAll(/[*`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
