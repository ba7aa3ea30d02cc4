import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Document, Page } from '../../src/contract/openapi.js';

/** One thing that a reference page states, and where the spec says it. */
export interface Fact {
  page: string;
  place: string;
  kind: 'operation' | 'header' | 'length' | 'property' | 'enum' | 'example' | 'status';
  says?: string;
  mandatory?: boolean;
  type?: string;
  length?: number;
  values?: unknown[];
  value?: unknown;
  at: string[];
  decisions?: string[];
}

/** One doubt that the reference pages leave, and what was decided. */
export interface Decision {
  id: string;
  /** Whether another page of the publisher ends the doubt: what rests on it is then not inferred. */
  settled?: boolean;
  says: string;
  decision: string;
  why: string;
  /** Keys of the pages that it rests on. */
  pages?: string[];
  /** Where the spec marks it as inferred or, if it is settled, names it. */
  at: string[];
  /** What else rests on it. */
  covers?: string[];
}

export interface Source {
  pages: Record<string, Page>;
  facts: Fact[];
  decisions: Decision[];
}

/** Reads the source.yaml beside the root file of a spec; without that file nothing is known of its source. */
export function readSource(spec = 'openapi/openapi.yaml'): Source {
  const file = join(dirname(spec), 'source.yaml');
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Source) : { pages: {}, facts: [], decisions: [] };
}

/** The bundle with its source in it, so that every renderer shows the decisions: as the last part of the description, and the pages. */
export function withSource(document: Document, { pages, decisions }: Source): Document {
  if (decisions.length === 0) return document;
  const { description = '', ...info } = document.info;
  const text = [description.trim(), decisionsHead, ...decisions.map((decision) => inMarkdown(decision, pages))];
  return { ...document, info: { ...info, description: `${text.join('\n\n')}\n`, 'x-pages': pages } };
}

const decisionsHead = `## Decisions

What the pages of the two operations say, what this contract states, and why.`;

const inMarkdown = (
  { id, settled, says, decision, why, pages = [] }: Decision,
  known: Source['pages'],
): string => `### ${id}

- **The pages:** ${says}
- **The contract:** ${decision}
- **Why:** ${why}${pages.map((key) => ` ${cite(known[key])}`).join('')}${settled ? ' This settles it.' : ''}`;

/** A page as one would look it up. */
export function cite(page: Page | undefined): string {
  if (!page) return '';
  const { title, edition, address, updated } = page;
  return `${address ? `[${title}](${address})` : title} (${edition}${updated ? `, ${updated}` : ''}).`;
}
