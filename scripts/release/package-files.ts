import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What `npm pack` would put into the package. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Bytes of the archive, and of the files in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** The parts of package.json that name files. */
export interface Manifest {
  readonly main: string;
  readonly module: string;
  readonly types: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Asks npm what it would pack, of what is built. Nothing is written. */
export async function pack(): Promise<Packed> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    maxBuffer: 1 << 28,
  });
  const [packed] = JSON.parse(stdout) as Packed[];
  if (!packed) throw new Error('npm pack names no package');
  return packed;
}

const expected = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'dist/docs/index.html',
  'dist/THIRD_PARTY_NOTICES.txt',
  'generated/openapi.yaml',
  'generated/openapi.json',
  'openapi/workflows/come-in.arazzo.yaml',
  'openapi/workflows/refusals.arazzo.yaml',
];
const allowed =
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|dist\/.+|generated\/openapi\.(yaml|json)|openapi\/workflows\/.+)$/;

/** What is wrong with the files of the package: what it names and lacks, and what does not belong there. */
export function packageProblems(manifest: Manifest, paths: readonly string[]): string[] {
  const named = [manifest.main, manifest.module, manifest.types, ...leaves(manifest.bin), ...leaves(manifest.exports)];
  const needed = new Set([...expected, ...named.map((path) => path.replace(/^\.\//, ''))]);
  return [
    ...[...needed].filter((path) => !paths.includes(path)).map((path) => `the package lacks ${path}`),
    ...paths.filter((path) => !allowed.test(path)).map((path) => `${path} does not belong into the package`),
  ];
}

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(leaves);
