import { dirname } from 'node:path';
import { enlarge } from '../../test/support/large-spec.js';
import { SpecCopy } from '../../test/support/spec-copy.js';
import { median, ratio } from './measure.js';
import { figure, type Result, type Row } from './report.js';
import { programOf, root, runNode, versionOf } from './workspace.js';

const rounds = 3;

/** Time of the generator by size of spec, next to openapi-typescript alone. The published spec has 2 operations. */
export async function benchGenerator(sizes: readonly number[]): Promise<Result> {
  const typescript = await programOf('openapi-typescript', 'openapi-typescript');
  const found: { operations: number; ours: number[]; theirs: number[] }[] = [];
  for (const operations of sizes) {
    using copy = new SpecCopy();
    if (operations > 2) enlarge(copy, operations);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await seconds(['--import', 'tsx', 'scripts/generate.ts', '--spec', copy.spec, '--out', copy.out]));
      // It would take part in the project's own redocly.yaml, which lies beside the spec's folder.
      const args = [typescript, copy.spec, '-o', 'types.ts', '--default-non-nullable=false'];
      theirs.push(await seconds(args, dirname(copy.spec)));
    }
    found.push({ operations, ours, theirs });
  }

  const rows: Row[] = found.map(({ operations, ours, theirs }) => ({
    operations,
    'npm run generate, s': median(ours),
    'openapi-typescript alone, s': median(theirs),
    ratio: ratio(ours, theirs),
  }));
  const shown = (times: readonly number[]) => `${figure(median(times), 2)} s`;
  return {
    part: 'generator',
    method: `The whole command in a process of its own, in turn with openapi-typescript ${await versionOf('openapi-typescript', root)}.`,
    tables: [{ title: 'Time by size of spec', rows }],
    goals: found.map(({ operations, ours, theirs }) => {
      const times = ratio(ours, theirs);
      return { says: `${operations} operations in at most twice the time: ${figure(times)} times`, met: times <= 2 };
    }),
    headlines: found.map(({ operations, ours, theirs }) => ({
      what: `All of \`generated/\` from a spec of ${operations} operations`,
      ours: shown(ours),
      others: `openapi-typescript alone ${shown(theirs)}`,
    })),
  };
}

async function seconds(args: readonly string[], folder = root): Promise<number> {
  const started = performance.now();
  const [script = '', ...rest] = args;
  await runNode(script, rest, folder);
  return (performance.now() - started) / 1000;
}
