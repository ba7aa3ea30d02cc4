import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from '../redocly.js';
import type { Impact } from './version.js';

/** One side of a change: where it is in its document, and what is there. */
export interface Side {
  readonly pointer: string;
  readonly value?: unknown;
}

/** One change as `redocly diff --format=json` reports it. A component that is used more than once is reported once. */
export interface Change {
  /** JSON pointer through the first operation that meets the change, references followed. */
  readonly path: string;
  /** What kind of OpenAPI object changed, such as `Schema` or `Parameter`. */
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  /** The diff rules that make the impact `major`; empty otherwise. */
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  /** The field that was modified. */
  readonly property?: string;
  readonly base?: Side;
  readonly revision?: Side;
}

// With any other config, the project's own too, Redocly switches its diff rules off and rates everything a patch or minor.
const config = 'extends: [diff-recommended]\ntelemetry: off\n';

/**
 * What `redocly diff` finds between two OpenAPI documents: the changes that lead from the first to the second, and those that lead back.
 *
 * @throws {Error} with Redocly's own words when one of them cannot be read.
 */
export async function redoclyDiff(base: object, revision: object): Promise<{ there: Change[]; back: Change[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'breaking-'));
  const [first, second, rules] = ['base.json', 'revision.json', 'redocly.yaml'].map((name) => join(folder, name));
  const changes = async (from = '', to = '') => {
    const { code, stdout, stderr } = await redocly(
      'diff',
      from,
      to,
      '--format=json',
      '--fail-on=none',
      `--config=${rules}`,
    );
    if (code !== 0) throw new Error(`redocly diff failed:\n${stderr.trim()}`);
    const report = JSON.parse(stdout) as { reportVersion: string; changes: Change[] };
    if (report.reportVersion !== '1') throw new Error(`redocly diff reports in version ${report.reportVersion}, not 1`);
    return report.changes;
  };
  try {
    await writeFile(join(folder, 'base.json'), JSON.stringify(base));
    await writeFile(join(folder, 'revision.json'), JSON.stringify(revision));
    await writeFile(join(folder, 'redocly.yaml'), config);
    const [there, back] = await Promise.all([changes(first, second), changes(second, first)]);
    return { there, back };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
