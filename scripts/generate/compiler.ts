import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'esbuild';
import type { ToValidate } from './validated.js';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('validators-process.ts', import.meta.url));
// With room for what Ajv throws away, a third less time goes into collecting it.
const command = ['--max-semi-space-size=64', '--import', tsx, script];

/** Up to here one process is faster than two, which each have to load Ajv. */
const schemasOfOneProcess = 100;

/**
 * Compiles validators in processes of their own, since that takes as long as all the rest: the first loads Ajv while the spec is
 * bundled, and they compile while the other files are made.
 */
export class ValidatorCompiler implements Disposable {
  readonly #processes = [start()];

  /** The source of the validators. Rejects with what Ajv, or the generator, has against a schema. */
  async compile({ document, schemas }: ToValidate): Promise<string> {
    // Never by the number of cores: the same spec must make the same file everywhere.
    if (schemas.length > schemasOfOneProcess) this.#processes.push(start());
    const share = Math.ceil(schemas.length / this.#processes.length);
    const parts = this.#processes.map((run, index) => {
      const work: ToValidate = { document, schemas: schemas.slice(index * share, (index + 1) * share) };
      run.child.stdin?.end(JSON.stringify(work));
      return run.then(
        ({ stdout }) => stdout,
        (error) => Promise.reject(new Error(error.stderr?.trim() || error.message)),
      );
    });
    return print(await Promise.all(parts));
  }

  [Symbol.dispose](): void {
    for (const { child } of this.#processes) child.kill();
  }
}

function start() {
  const run = promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 30 });
  // A spec that cannot be bundled leaves nothing to compile, and nobody waiting for it.
  run.catch(() => {});
  return run;
}

/** One module that exports what each of the sources does, well laid out. */
async function print(sources: string[]): Promise<string> {
  const { build } = await import('esbuild');
  const parts: Plugin = {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\d+$/ }, ({ path }) => ({ path, namespace: 'part' }));
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: sources[Number(path)] ?? '' }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: sources.map((_, index) => `export * from '${index}';`).join('\n') },
    plugins: [parts],
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
  });
  return outputFiles.map(({ text }) => text.replaceAll(/^\/\/ part:.*\n/gm, '')).join('');
}
