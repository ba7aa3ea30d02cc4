import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Contract, readContract } from '../../src/contract/contract.js';
import type { Document } from '../../src/contract/openapi.js';
import { redocly } from '../redocly.js';
import type { Difference, Impact } from './version.js';

/** One change as `redocly diff --format=json` reports it. */
interface Change {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  /** The rules that make the impact `major`. */
  readonly verdicts: readonly { readonly message: string }[];
  readonly property?: string;
}

/** Returns the differences between two bundles: what `redocly diff` finds, and the names that consumers use. */
export async function compare(base: Document, revision: Document): Promise<Difference[]> {
  const versionOnly = { ...base, info: { ...base.info, version: revision.info.version } };
  if (isDeepStrictEqual(versionOnly, revision)) return [];
  const differences = [
    ...(await redoclyDiff(versionOnly, revision)),
    ...compareNames(readContract(base), readContract(revision)),
  ];
  // Redocly does not report the value of an example.
  return differences.length > 0 ? differences : [{ impact: 'patch', text: 'a part without a rule changed' }];
}

async function redoclyDiff(base: object, revision: object): Promise<Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), 'breaking-'));
  try {
    const contents = {
      'base.json': JSON.stringify(base),
      'revision.json': JSON.stringify(revision),
      // With another config, also the project's own, Redocly applies no rule for differences.
      'redocly.yaml': 'extends: [diff-recommended]\ntelemetry: off\n',
    };
    for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
    const [first = '', second = '', config = ''] = Object.keys(contents).map((name) => join(folder, name));
    const options = ['--format=json', '--fail-on=none', '--config', config];
    const { code, stdout, stderr } = await redocly('diff', first, second, ...options);
    if (code !== 0) throw new Error(`redocly diff failed:\n${stderr.trim()}`);
    const { changes } = JSON.parse(stdout) as { changes: Change[] };
    return changes.map(({ path, kind, impact, verdicts, property }) => {
      const reasons = verdicts.map(({ message }) => ` (${message})`).join('');
      return { impact, text: `${[path, property].filter(Boolean).join(' ')}: ${kind}${reasons}` };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns a major difference for each name that is gone, and a minor one for each that is new. */
export function compareNames(base: Contract, revision: Contract): Difference[] {
  const [before, after] = [namesOf(base), namesOf(revision)];
  const removed = [...before].filter((name) => !after.has(name));
  const added = [...after].filter((name) => !before.has(name));
  return [
    ...removed.map((name): Difference => ({ impact: 'major', text: `${name}: removed` })),
    ...added.map((name): Difference => ({ impact: 'minor', text: `${name}: added` })),
  ];
}

/** Returns what types, constants and tests of consumers rely on, with the values that belong to a name. */
function namesOf({ document, servers, operations }: Contract): Set<string> {
  return new Set([
    ...Object.keys(document.components?.schemas ?? {}).map((name) => `schema ${name}`),
    ...servers.map(({ name, url }) => `server ${name} (${url})`),
    ...operations.flatMap(({ id, request, responses }) => [
      ...(request?.examples ?? []).map(({ key }) => `example ${id}.requests.${key}`),
      ...[request, ...responses].flatMap((message) =>
        (message?.secretPaths ?? []).map((path) => `secret field ${id} ${path.join('.')}`),
      ),
      ...responses.flatMap(({ examples }) =>
        examples.flatMap(({ key, status, testNumbers }) => [
          `example ${id}.responses.${key}`,
          ...testNumbers.map((number) => `test number ${number} of ${id} (${key}, status ${status})`),
        ]),
      ),
    ]),
  ]);
}
