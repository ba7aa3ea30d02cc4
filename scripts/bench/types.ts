import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './measure.js';
import { figure, type Result, type Row, whole } from './report.js';
import { programOf, versionOf, workspace } from './workspace.js';

const us = 'koodrive-auth-contract';
const peers = ['openapi-fetch', 'hey-api', 'ky', 'ofetch', 'axios'] as const;
const rounds = 3;

/** What the compiler does for a file that uses a client, beyond what it does for an empty one. */
interface Check {
  readonly instantiations: number;
  readonly types: number;
  /** Milliseconds. */
  readonly time: number;
}

/** What a consumer's compiler has to do: the file of each contender in contenders/client, with all that it imports. */
export async function benchTypes(): Promise<Result> {
  const rounded: Record<string, Check[]> = {};
  const empty = 'client/login';
  for (let round = 0; round < rounds; round++) {
    for (const name of [empty, ...[us, ...peers].map((peer) => `client/${peer}`)]) {
      rounded[name] = [...(rounded[name] ?? []), await check(name)];
    }
  }
  const of = (name: string, measure: keyof Check) => {
    const rounds = rounded[`client/${name}`] ?? [];
    return median(rounds.map((round, index) => round[measure] - (rounded[empty]?.[index]?.[measure] ?? Number.NaN)));
  };
  const rows: Row[] = [us, ...peers].map((name) => ({
    consumer: name,
    instantiations: whole(of(name, 'instantiations')),
    types: whole(of(name, 'types')),
    'check time, ms': of(name, 'time'),
  }));
  const least = Math.min(...peers.map((name) => of(name, 'instantiations')));
  const own = of(us, 'instantiations');
  return {
    part: 'types',
    method: `TypeScript ${await versionOf('typescript')} over one file that logs in, less what it does for the helpers of that file alone.`,
    tables: [{ title: 'Work of a consumer’s compiler', rows }],
    goals: [
      {
        says: `fewer instantiations than any peer: ${whole(own)}, and the best of them ${whole(least)}`,
        met: own < least,
      },
    ],
    headlines: [
      {
        what: 'Type instantiations of a file that logs in',
        ours: whole(own),
        others: peers.map((name) => `${name} ${whole(of(name, 'instantiations'))}`).join(', '),
      },
      {
        what: 'Time to check its types',
        ours: `${figure(of(us, 'time'), 2)} ms`,
        others: peers.map((name) => `${name} ${figure(of(name, 'time'), 2)}`).join(', '),
      },
    ],
  };
}

async function check(name: string): Promise<Check> {
  const folder = join(workspace, 'contenders');
  const project = join(folder, 'tsconfig.check.json');
  await writeFile(project, JSON.stringify({ extends: './tsconfig.json', files: [`${name}.ts`] }));
  const tsc = await programOf('typescript', 'tsc', workspace);
  const args = [tsc, '-p', project, '--extendedDiagnostics'];
  // The compiler tells what is wrong on its standard output.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch((error) => {
    throw new Error(`${name} does not compile: ${error.stdout}`);
  });
  const value = (label: string) => Number(stdout.match(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm'))?.[1]);
  return { instantiations: value('Instantiations'), types: value('Types'), time: value('Check time') * 1000 };
}
