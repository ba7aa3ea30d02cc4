import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files in a folder and below, or the file itself; none when neither exists. */
export function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** When a file was last changed, in milliseconds since 1970; 0 when it does not exist. */
export const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A watch that goes on until it is ended. */
export interface Watch {
  /** Ends the watch, once the change that is being dealt with is done. */
  end(): Promise<void>;
}

/**
 * Calls `changed` after files in folders have changed, appeared or gone, one call at a time. Looks at the files every so often:
 * that also works where the system reports no changes, such as folders shared with a container.
 *
 * @param everyMs how often to look, in milliseconds.
 */
export function watchFiles(paths: readonly string[], changed: () => Promise<void>, everyMs = 250): Watch {
  const look = () =>
    paths
      .flatMap(filesBelow)
      .map((file) => `${file} ${timeOf(file)}`)
      .join('\n');
  let seen = look();
  let work = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    const now = look();
    if (now === seen) return;
    seen = now;
    busy = true;
    work = changed().finally(() => {
      busy = false;
    });
  }, everyMs);
  return {
    end: () => {
      clearInterval(timer);
      return work;
    },
  };
}
