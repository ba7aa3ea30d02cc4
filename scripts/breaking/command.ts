import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Document } from '../generate/openapi.js';
import { compare } from './compare.js';
import { type Difference, gravest } from './difference.js';
import { compileReleasedCode, readReleasedCode } from './released-code.js';
import { versionProblems } from './version.js';

const recorded = 'openapi/released/openapi.json';
const generated = 'generated/openapi.json';

const usage = `Usage: npm run breaking -- [options]

Compares the contract with the last released one, and compiles the code that was recorded with it. Says for each difference
whether it asks for a patch, a minor or a major version. Exit code 1 when version or changelog do not say so too.

  --base FILE        the released bundle        (${recorded})
  --revision FILE    the bundle now             (${generated})
  --package FILE     where the package's version is  (package.json)
  --changelog FILE   what users read            (CHANGELOG.md)
  --json             the differences as JSON`;

/** What the command writes to. */
export interface BreakingOutput {
  readonly stdout: (text: string) => unknown;
  readonly stderr: (text: string) => unknown;
}

/**
 * Runs the command, and resolves with its exit code: 1 when version or changelog disagree with what changed, 2 when nothing could be
 * compared. `root` is the folder that paths start from.
 */
export async function runBreaking(args: string[], output: BreakingOutput, root = process.cwd()): Promise<number> {
  try {
    return await main(args, output, root);
  } catch (error) {
    output.stderr(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

async function main(args: string[], { stdout, stderr }: BreakingOutput, root: string): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string' },
      revision: { type: 'string', default: generated },
      package: { type: 'string', default: 'package.json' },
      changelog: { type: 'string', default: 'CHANGELOG.md' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const say = (text: string) => stdout(`${text}\n`);
  const path = (file: string) => resolve(root, file);
  if (values.help) {
    stdout(`${usage}\n`);
    return 0;
  }
  const revision = await readJson<Document>(path(values.revision));
  const { version: packageVersion } = await readJson<{ version: string }>(path(values.package));
  const changelog = await readFile(path(values.changelog), 'utf8');
  const { version } = revision.info;
  const file = values.base ?? recorded;
  // Before the first release there is nothing recorded; a file that was asked for must be there.
  const base = values.base || existsSync(path(recorded)) ? await readJson<Document>(path(file)) : undefined;
  // The types are those of this checkout: another bundle has none to compile against.
  const code = base && values.revision === generated ? compileReleasedCode(readReleasedCode(path(file)), root) : [];
  const differences = base ? [...code, ...(await compare(base, revision))] : [];
  const released = base?.info.version ?? version;
  const impact = gravest(differences);
  const problems = versionProblems({ released, impact, version, packageVersion, changelog });

  if (values.json)
    say(JSON.stringify({ released: base ? released : null, version, impact, differences, problems }, null, 2));
  else if (base) say(report(`Compared with ${released}, as released (${file})`, differences));
  else say(`Nothing is released yet (no ${file}): nothing to compare with, ${version} will be the first.`);
  for (const problem of problems) stderr(`${problem}\n`);
  if (problems.length > 0 && released === version)
    stderr(`If ${version} was never published, record it anew: npm run release -- --record --again\n`);
  return problems.length > 0 ? 1 : 0;
}

function report(title: string, differences: readonly Difference[]): string {
  const impact = gravest(differences);
  const count = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
  const lines = differences.map(
    ({ impact, where, what, why }) => `${impact.padEnd(5)}  ${where}: ${what}\n       ${why}`,
  );
  return [`${title}: ${impact ? `${count}, ${impact}.` : 'no difference.'}`, ...lines].join('\n');
}

async function readJson<T>(file: string): Promise<T> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(`${file} is not JSON`);
  }
}
