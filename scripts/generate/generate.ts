import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { bundle } from './bundle.js';
import { type Contract, readContract } from './contract.js';

/** Where the spec is, and where what is made from it goes. */
export interface GenerateOptions {
  /** The root file of the split spec. */
  spec: string;
  /** The folder of the generated files. */
  out: string;
}

const note = 'Generated from openapi/ by `npm run generate`. Do not edit.';
const template = new URL('../templates/standard-schema.ts', import.meta.url);

/** Makes every generated file, in memory: names to contents. Throws a `SpecError` when the spec cannot be used. */
export async function emit(spec: string): Promise<Map<string, string>> {
  // The emitters load TypeScript and Ajv: do that while the spec is bundled.
  const [document, emitters] = await Promise.all([bundle(spec), import('./emitters.js')]);
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
  return new Map([...(await format(files)), ['openapi.json', json]]);
}

/** Writes the generated files, deletes those that no longer belong there, and resolves with the names of the changed ones. */
export async function generate({ spec, out }: GenerateOptions): Promise<string[]> {
  const files = await emit(spec);
  const stale = await staleFiles(files, out);
  await mkdir(out, { recursive: true });
  await Promise.all(
    stale.map((name) => {
      const text = files.get(name);
      return text === undefined ? rm(join(out, name)) : writeFile(join(out, name), text);
    }),
  );
  return stale;
}

/** The names of the files in `out` that differ from what the spec makes, are missing, or do not belong there. */
export async function check({ spec, out }: GenerateOptions): Promise<string[]> {
  return staleFiles(await emit(spec), out);
}

async function staleFiles(files: Map<string, string>, out: string): Promise<string[]> {
  const present = await readdir(out).catch(() => [] as string[]);
  const extra = present.filter((name) => !files.has(name));
  const differing = await Promise.all(
    [...files].map(async ([name, text]) =>
      (await readFile(join(out, name), 'utf8').catch(() => undefined)) === text ? [] : [name],
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
