import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

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

/** One doubt that the pages leave, what was decided, and where the spec marks it. */
export interface Deviation {
  id: string;
  says: string;
  decision: string;
  why: string;
  at: string[];
}

export interface Source {
  pages: Record<string, { title: string; updated?: string }>;
  facts: Fact[];
  deviations: Deviation[];
}

/** Reads openapi/source.yaml. */
export const readSource = (): Source =>
  parse(readFileSync(new URL('../../openapi/source.yaml', import.meta.url), 'utf8')) as Source;
