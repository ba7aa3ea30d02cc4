import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { readSource } from '../source/source.js';
import { bundle } from './bundle.js';
import { type Contract, readContract } from './contract.js';
import type { Document } from './openapi.js';
import { fillBlocks } from './readme.js';

/** Where the spec is, and where what is made from it goes. */
export interface GenerateOptions {
  /** The root file of the split spec. */
  spec: string;
  /** The folder of the generated files. */
  out: string;
  /** A Markdown file with blocks that are made from the spec, if there is one to keep up to date. */
  readme?: string | undefined;
}

const note = 'Generated from openapi/ by `npm run generate`. Do not edit.';
const template = new URL('../templates/standard-schema.ts', import.meta.url);

/** What a run makes: paths to contents. */
type Files = Map<string, string>;

/** Makes every file, in memory. Throws a `SpecError` when the spec cannot be used. */
async function emit(options: GenerateOptions): Promise<Files> {
  const { document, linted } = bundle(options.spec);
  // Linting takes the longest, so what it may yet refuse is made meanwhile. What it says is clearer than what an emitter trips over.
  const made = await emitFrom(document, options).catch(async (error: unknown) => {
    await linted;
    throw error;
  });
  await linted;
  return made;
}

async function emitFrom(bundled: Promise<Document>, { spec, out, readme }: GenerateOptions): Promise<Files> {
  // The emitters load TypeScript and Ajv: do that while the spec is bundled.
  const [document, emitters] = await Promise.all([bundled, import('./emitters.js')]);
  const contract: Contract = readContract(document);
  const code: Record<string, string | Promise<string>> = {
    'types.ts': emitters.emitTypes(contract),
    'domain.ts': emitters.emitDomain(contract),
    'client.ts': emitters.emitClient(contract),
    'validators.js': emitters.emitValidators(contract),
    'validators.d.ts': emitters.emitValidatorTypes(contract),
    'standard-schema.ts': readFile(template, 'utf8'),
    'schemas.ts': emitters.emitSchemas(contract),
    'examples.ts': emitters.emitExamples(contract),
  };
  const files = new Map<string, string>();
  for (const [name, text] of Object.entries(code)) files.set(name, `// ${note}\n\n${(await text).trimStart()}`);
  files.set('openapi.yaml', `# ${note}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`);
  const { openapi, ...rest } = document;
  // JSON has no comments; OpenAPI allows an extension at the root.
  const json = `${JSON.stringify({ openapi, 'x-generated': note, ...rest }, null, 2)}\n`;
  const made: Files = new Map([['openapi.json', json], ...(await format(files))]);
  const all: Files = new Map([...made].map(([name, text]) => [join(out, name), text]));
  if (readme)
    all.set(readme, fillBlocks(await readFile(readme, 'utf8'), emitters.emitReadme(contract, readSource(spec))));
  return all;
}

/** Writes what has changed, deletes what no longer belongs there, and resolves with the paths of both. */
export async function generate(options: GenerateOptions): Promise<string[]> {
  const files = await emit(options);
  const stale = await staleFiles(files, options.out);
  await mkdir(options.out, { recursive: true });
  await Promise.all(
    stale.map((path) => {
      const text = files.get(path);
      return text === undefined ? rm(path) : writeFile(path, text);
    }),
  );
  return stale;
}

/** The paths of the files that differ from what the spec makes, are missing, or do not belong there. */
export const check = async (options: GenerateOptions): Promise<string[]> =>
  staleFiles(await emit(options), options.out);

async function staleFiles(files: Files, out: string): Promise<string[]> {
  const present = await readdir(out).catch(() => [] as string[]);
  const extra = present.map((name) => join(out, name)).filter((path) => !files.has(path));
  const differing = await Promise.all(
    [...files].map(async ([path, text]) =>
      (await readFile(path, 'utf8').catch(() => undefined)) === text ? [] : [path],
    ),
  );
  return [...differing.flat(), ...extra].sort();
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin/biome');

/** Formats the files as the project's own code is formatted, all in one process. */
async function format(files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'generate-'));
  try {
    await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
    const options = ['--write', '--vcs-enabled=false', `--config-path=${root}`, '--files-max-size=33554432'];
    await promisify(execFile)(process.execPath, [biome, 'format', ...options, folder]);
    const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
    return new Map(await Promise.all([...files.keys()].map(read)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
