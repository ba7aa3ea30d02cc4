import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Reads the source.yaml beside the root file of a spec. */
export const readSource = (spec = 'openapi/openapi.yaml'): Source =>
  parse(readFileSync(join(dirname(spec), 'source.yaml'), 'utf8')) as Source;
