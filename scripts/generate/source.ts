import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Document, Page } from '../../src/contract/openapi.js';
import { SpecError } from './bundle.js';

/** A point that the reference pages leave open, and what was decided. */
export interface Decision {
  readonly id: string;
  readonly title: string;
  /** Whether another page of the publisher answers it, so that the spec does not mark it as inferred. */
  readonly settled?: boolean;
  /** What the pages state. */
  readonly says: string;
  readonly decision: string;
  readonly why: string;
  /** Keys of the pages that support it. */
  readonly pages?: readonly string[];
  /** Pointers to the places of the spec that cite it. */
  readonly at: readonly string[];
  /** What else follows from it. */
  readonly covers?: readonly string[];
}

/** The parts of source.yaml that the bundle includes. Its facts are for the tests only. */
export interface Source {
  readonly pages: Readonly<Record<string, Page>>;
  readonly decisions: readonly Decision[];
}

/** Reads the source.yaml beside the root file of a spec. A missing file or part is empty. Throws a {@link SpecError} for bad YAML. */
export function readSource(spec = 'openapi/openapi.yaml'): Source {
  const file = join(dirname(spec), 'source.yaml');
  const empty = { pages: {}, decisions: [] };
  try {
    return existsSync(file) ? { ...empty, ...parse(readFileSync(file, 'utf8')) } : empty;
  } catch (error) {
    throw new SpecError(`${file}: ${Object(error).message}`);
  }
}

/** Adds the decisions to the end of the description, which every renderer shows, and the pages as `x-pages`. */
export function withSource(document: Document, { pages, decisions }: Source): Document {
  if (decisions.length + Object.keys(pages).length === 0) return document;
  const { description = '', ...info } = document.info;
  const introduction = '## Decisions\n\nWhat the pages of the two operations say, what this contract states, and why.';
  const sections = decisions.map(({ id, title, settled, says, decision, why, pages: keys = [] }) => {
    const citations = keys.map((key) => ` ${cite(pages[key])}`).join('');
    return `### ${id}: ${title}

- **The pages:** ${says}
- **The contract:** ${decision}
- **Why:** ${why}${citations}${settled ? ' This settles it.' : ''}`;
  });
  const text = [description.trim(), introduction, ...sections].join('\n\n');
  return { ...document, info: { ...info, description: `${text}\n`, 'x-pages': pages } };
}

/** Returns a page as Markdown: title, address, edition and date. */
export function cite(page: Page | undefined): string {
  if (!page) return '';
  const { title, edition, address, updated } = page;
  return `${address ? `[${title}](${address})` : title} (${edition}${updated ? `, ${updated}` : ''}).`;
}
