import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from '../redocly.js';
import type { Impact } from './difference.js';

/** One side of a change: where it is in the bundle, and what is there. */
export interface Side {
  /** JSON pointer into the bundle, components by name. */
  readonly pointer: string;
  readonly value?: unknown;
}

/** One change as `redocly diff` reports it. A component that is used more than once is reported once. */
export interface Change {
  /** JSON pointer through the first operation that meets the change, references followed. */
  readonly path: string;
  /** What kind of OpenAPI object changed, such as `Schema` or `Parameter`. */
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  /** The rules of Redocly that say why the impact is `major`; empty otherwise. */
  readonly verdicts: readonly { readonly message: string }[];
  /** The field that was modified. */
  readonly property?: string;
  readonly base?: Side;
  readonly revision?: Side;
}

// With any other config, the project's own too, Redocly switches its diff rules off and rates everything a patch or minor.
const config = 'extends: [diff-recommended]\ntelemetry: off\n';

/**
 * The changes between two OpenAPI documents, as `redocly diff` finds them.
 *
 * @throws {Error} with Redocly's own words when one of them cannot be read.
 */
export async function redoclyDiff(base: object, revision: object): Promise<readonly Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'breaking-'));
  try {
    const files = {
      'base.json': JSON.stringify(base),
      'revision.json': JSON.stringify(revision),
      'redocly.yaml': config,
    };
    const write = ([name, text]: [string, string]) => writeFile(join(folder, name), text);
    await Promise.all(Object.entries(files).map(write));
    const [first, second, rules] = Object.keys(files).map((name) => join(folder, name));
    const options = ['--format=json', '--fail-on=none', `--config=${rules}`];
    const { code, stdout, stderr } = await redocly('diff', String(first), String(second), ...options);
    if (code !== 0) throw new Error(`redocly diff failed:\n${stderr.trim()}`);
    const report = JSON.parse(stdout) as { reportVersion: string; changes: Change[] };
    if (report.reportVersion !== '1') throw new Error(`redocly diff reports in version ${report.reportVersion}, not 1`);
    return report.changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
