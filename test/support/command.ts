import { type ChildProcess, spawn } from 'node:child_process';

/** A command that runs until it is told to end. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Where it says that it listens. */
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Resolves with the exit code, or the name of the signal, when it has ended. */
  readonly ended: Promise<number | string>;
}

/** How a command is started. */
export interface StartOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What it prints before its address. */
  readonly words?: string;
  /** Whether it leads a group of processes, as a command typed at a terminal does: `process.kill(-pid)` reaches all of them. */
  readonly group?: boolean;
}

/** Starts a command and waits until it prints an address. */
export function startCommand(
  file: string,
  args: readonly string[],
  { environment = {}, words = '', group = false }: StartOptions = {},
): Promise<RunningCommand> {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...environment };
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: group });
  let text = '';
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? ''));
  });
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const url = new RegExp(`${words}(http://127\\.0\\.0\\.1:\\d+)`).exec(text)?.[1];
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
