import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
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

const config = fileURLToPath(new URL('redocly.yaml', import.meta.url));

/** Returns the differences between the files of two bundles: what `redocly diff` finds, and the names that consumers use. */
export async function compare(base: string, revision: string): Promise<Difference[]> {
  const before: Document = await readJson(base);
  const after: Document = await readJson(revision);
  const versionOnly = { ...before, info: { ...before.info, version: after.info.version } };
  if (isDeepStrictEqual(versionOnly, after)) return [];
  const options = ['--format=json', '--fail-on=none', '--config', config];
  const { code, stdout, stderr } = await redocly('diff', base, revision, ...options);
  if (code !== 0) throw new Error(`redocly diff failed:\n${stderr.trim()}`);
  const { changes }: { changes: Change[] } = JSON.parse(stdout);
  const differences: Difference[] = changes.map(({ path, kind, impact, verdicts, property }) => {
    const reasons = verdicts.map(({ message }) => ` (${message})`).join('');
    return { impact, text: `${[path, property].filter(Boolean).join(' ')}: ${kind}${reasons}` };
  });
  differences.push(...compareNames(readContract(before), readContract(after)));
  // Redocly does not report the value of an example.
  return differences.length > 0 ? differences : [{ impact: 'patch', text: 'a part without a rule changed' }];
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

/** Compiles a consumer's code with the options of the project. Returns each error as a major difference. */
export function compileConsumer(file: string, root: string): Difference[] {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: undefined, files: [file] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map((diagnostic) => ({ impact: 'major', text: ts.formatDiagnostic(diagnostic, host).trim() }));
}

/** Reads a file as JSON. */
export const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
