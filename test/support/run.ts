import { execFile } from 'node:child_process';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The exit code and the output of a command. */
export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a JavaScript file, a TypeScript file of this project, or another program by its name. Resolves for every exit code. */
export function run(file: string, args: readonly string[], cwd = root): Promise<Finished> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const [program, all] = commandLine(file, args);
  // On Windows, npm and the files in node_modules/.bin are shell scripts.
  const shell = process.platform === 'win32' && program !== process.execPath;
  const options = { cwd, env, maxBuffer: 1 << 28, shell };
  return new Promise((done) => {
    execFile(program, all, options, (error, stdout, stderr) => {
      const failed = typeof error?.code === 'number' ? error.code : 1;
      done({ code: error ? failed : 0, stdout, stderr });
    });
  });
}

/** Runs a file or program like `run`, and returns its output. Throws if it fails. */
export async function succeed(file: string, args: readonly string[], cwd = root): Promise<string> {
  const { code, stdout, stderr } = await run(file, args, cwd);
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

/** Returns the program that runs a file, and its arguments. */
function commandLine(file: string, args: readonly string[]): [program: string, args: string[]] {
  const type = /^\.([mc]?)([jt])s$/.exec(extname(file))?.[2];
  if (!type) return [file, [...args]];
  const loader = type === 't' ? ['--import', import.meta.resolve('tsx')] : [];
  return [process.execPath, [...loader, resolve(root, file), ...args]];
}
