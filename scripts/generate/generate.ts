import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { readContract } from '../../src/contract/contract.js';
import { bundle } from './bundle.js';
import { emitClient } from './client.js';
import { emitDomain } from './domain.js';
import { emitErrorCodes } from './error-codes.js';
import { emitExamples } from './examples.js';
import { emitReadme, fillBlocks } from './readme.js';
import { emitSchemas } from './schemas.js';
import { readSource, withSource } from './source.js';
import { emitTypes } from './types.js';
import { compileValidators, emitValidatorTypes, validatedSchemas } from './validators.js';

/** The paths of the spec and of the files that are made from it. */
export interface GenerateOptions {
  /** The root file of the split spec. */
  spec: string;
  /** The folder of the generated files. */
  out: string;
  /** A Markdown file with blocks that are made from the spec, if there is one to keep up to date. */
  readme?: string | undefined;
}

const origin = (script: string) => `Generated from openapi/ by ${script} (\`npm run generate\`). Do not edit.`;
const openapiOrigin = origin('scripts/generate.ts');

/** Paths and contents of the files. */
type Files = Map<string, string>;

/** Returns every file. Throws a `SpecError` if the spec cannot be used. */
async function emit({ spec, out, readme }: GenerateOptions): Promise<Files> {
  const document = withSource(await bundle(spec), readSource(spec));
  const contract = readContract(document);
  const compiled = await compileValidators(document, validatedSchemas(contract));
  const { openapi, ...rest } = document;
  const contents = {
    // JSON has no comments; OpenAPI allows an extension at the root.
    'openapi.json': `${JSON.stringify({ openapi, 'x-generated': openapiOrigin, ...rest }, null, 2)}\n`,
    'openapi.yaml': `# ${openapiOrigin}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`,
    'validators.js': withOrigin('validators.js', compiled.code),
    ...(await format({
      'types.ts': await emitTypes(document),
      'domain.ts': emitDomain(contract),
      'client.ts': emitClient(contract),
      'validators.d.ts': emitValidatorTypes(contract),
      'schemas.ts': emitSchemas(compiled),
      'examples.ts': emitExamples(contract),
      'error-codes.ts': emitErrorCodes(contract),
    })),
  };
  const files = new Map(Object.entries(contents).map(([name, text]) => [join(out, name), text]));
  if (readme) files.set(readme, fillBlocks(await readFile(readme, 'utf8'), emitReadme(contract)));
  return files;
}

/** Adds a comment that names the script of a file: scripts/generate/types.ts makes types.ts. */
const withOrigin = (name: string, code: string): string =>
  `// ${origin(`scripts/generate/${name.replace(/\..*/, '.ts')}`)}\n\n${code.trimStart()}`;

/** Writes the files that have changed, and deletes those that no longer belong there. Returns the paths of both. */
export async function generate(options: GenerateOptions): Promise<string[]> {
  const files = await emit(options);
  const stale = await staleFiles(files, options.out);
  await mkdir(options.out, { recursive: true });
  await Promise.all(
    stale.map((path) => {
      const text = files.get(path);
      // A file or folder without a text does not belong there.
      return text === undefined ? rm(path, { recursive: true }) : writeFile(path, text);
    }),
  );
  return stale;
}

/** Returns the paths that {@link generate} would write or delete. */
export const check = async (options: GenerateOptions): Promise<string[]> =>
  staleFiles(await emit(options), options.out);

/** Returns the paths of files that differ, are missing, or do not belong there. */
async function staleFiles(files: Files, out: string): Promise<string[]> {
  const present = await readdir(out).catch(() => [] as string[]);
  const extra = present.map((name) => join(out, name)).filter((path) => !files.has(path));
  const differing = await Promise.all(
    [...files].map(async ([path, text]) => {
      const found = await readFile(path, 'utf8').catch(() => undefined);
      // A checkout on Windows may have other line ends, which is no difference.
      return found !== undefined && unixLines(found) === unixLines(text) ? [] : [path];
    }),
  );
  return [...differing.flat(), ...extra].sort();
}

const unixLines = (text: string): string => text.replaceAll('\r\n', '\n');

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin/biome');

/** Formats files by the settings of the project, all in one process. Takes and returns contents by file name. */
async function format(files: Record<string, string>): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'generate-'));
  try {
    const write = ([name, code]: [string, string]) => writeFile(join(folder, name), withOrigin(name, code));
    await Promise.all(Object.entries(files).map(write));
    const options = ['--write', '--vcs-enabled=false', `--config-path=${root}`, '--files-max-size=33554432'];
    await promisify(execFile)(process.execPath, [biome, 'format', ...options, folder]);
    const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
    return Object.fromEntries(await Promise.all(Object.keys(files).map(read)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
