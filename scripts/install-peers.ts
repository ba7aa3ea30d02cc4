import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Installs the packages of a folder that has its own package.json and lock file into a cache, unless they are there already.
 * They stay out of the project's own dependencies, so that `npm ci` stays light.
 *
 * @returns the cache's folder.
 */
export async function installPeers(peers: string, cache: string): Promise<string> {
  const read = (file: string) => readFile(file, 'utf8').catch(() => undefined);
  const lock = 'package-lock.json';
  const installed = join(cache, 'node_modules/.package-lock.json');
  if ((await read(join(peers, lock))) === (await read(join(cache, lock))) && (await read(installed))) return cache;
  await mkdir(cache, { recursive: true });
  await Promise.all(['package.json', lock].map((name) => cp(join(peers, name), join(cache, name))));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: cache });
  return cache;
}
