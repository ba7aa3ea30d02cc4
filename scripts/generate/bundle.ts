import { relative, resolve } from 'node:path';
import { redocly } from '../redocly.js';
import type { Document } from './openapi.js';

/** The spec cannot be used. The message names each problem with file, line and column. */
export class SpecError extends Error {
  override name = 'SpecError';
}

interface Problem {
  message: string;
  severity: string;
  location: { source: { ref: string }; start?: { line: number; col: number } }[];
}

/** Examples are left to `npm run lint` and the tests: compiling a schema for each costs more than all the rest. */
const skippedRules = ['media-type', 'schema', 'parameter'].map((kind) => `--skip-rule=no-invalid-${kind}-examples`);

/** A split spec as one document, and whether it is fit for use, each as soon as it is known. */
export interface Bundling {
  document: Promise<Document>;
  /** Rejects with a {@link SpecError} that names each problem; of a faulty spec the document may come all the same. */
  linted: Promise<void>;
}

/** Bundles the split spec whose root file is `root`, while it is linted in a process of its own. */
export function bundle(root: string): Bundling {
  // The `spec` ruleset: what every reader of the bundle relies on. Wording and order are `npm run lint`'s.
  const linted = redocly('lint', root, '--extends=spec', ...skippedRules, '--format=json', '--max-problems=20').then(
    ({ code, stdout, stderr }) => {
      const problems = readProblems(stdout);
      if (problems.length > 0) throw new SpecError(problems.join('\n'));
      if (code !== 0) throw new SpecError(stderr.trim());
    },
  );
  const document = readBundle(root);
  // Whoever waits for the one may never come to wait for the other.
  linted.catch(() => {});
  document.catch(() => {});
  return { document, linted };
}

async function readBundle(root: string): Promise<Document> {
  // In this process, next to which the linting of the command runs: loading the command a second time would take longer than bundling.
  const { bundle, createConfig } = await import('@redocly/openapi-core');
  const { bundle: bundled, problems } = await bundle({ ref: root, config: await createConfig({}) });
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) throw new SpecError(problem.message);
  // What is referred to twice is one object there.
  return JSON.parse(JSON.stringify(bundled.parsed));
}

function readProblems(output: string): string[] {
  const start = output.indexOf('{');
  if (start < 0) return [];
  const { problems } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as { problems: Problem[] };
  return problems
    .filter((problem) => problem.severity === 'error')
    .map(({ message, location: [at] }) => {
      const file = at ? readablePath(at.source.ref) : 'spec';
      return `${file}:${at?.start?.line ?? 1}:${at?.start?.col ?? 1} ${message.trim()}`;
    });
}

/** The path as one would type it here: relative below the current folder, absolute elsewhere. */
function readablePath(path: string): string {
  const absolute = resolve(path);
  const short = relative(process.cwd(), absolute);
  return short.startsWith('..') ? absolute : short;
}
