import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a command ended, and what it printed. */
export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a file of a package, or of this project through tsx, and resolves with how it ended, whatever its exit code. */
export function run(file: string, args: readonly string[], cwd = root): Promise<Finished> {
  const script = resolve(root, file);
  const loader = /\.m?ts$/.test(file) ? ['--import', import.meta.resolve('tsx')] : [];
  return new Promise((done) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    execFile(
      process.execPath,
      [...loader, script, ...args],
      { cwd, env, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });
}
