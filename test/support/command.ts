import { type ChildProcess, spawn } from 'node:child_process';

/** A command that runs until it is stopped. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** The address that it has printed. */
  readonly url: string;
  /** Returns its output so far. */
  output(): string;
  /** Resolves with the exit code or the name of the signal. */
  readonly ended: Promise<number | string>;
}

/** Starts a command and waits until it prints an address, which follows `before`. */
export function startCommand(file: string, args: readonly string[], before = ''): Promise<RunningCommand> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? ''));
  });
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const url = new RegExp(`${before}(http://127\\.0\\.0\\.1:\\d+)`).exec(text)?.[1];
      if (url) resolve({ child, url, output: () => text, ended });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then((code) => reject(new Error(`The command ended with ${code}: ${text}`)));
  });
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
