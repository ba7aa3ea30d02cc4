import { exec } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

async function manifestOf(name: string, folder = root): Promise<{ version: string; bin?: Record<string, string> }> {
  return JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
}

/** The name of a package of the project, with its version. */
export const titleOf = async (name: string): Promise<string> => `${name} ${(await manifestOf(name)).version}`;

/** The file of the one program that a package of the project brings. */
export async function programOf(name: string): Promise<string> {
  const [file] = Object.values((await manifestOf(name)).bin ?? {});
  if (!file) throw new Error(`${name} brings no program`);
  return join(root, 'node_modules', name, file);
}

/** Loads a peer that the project does not need itself: installed at first use, without its scripts. `T` is what is used of it. */
export async function loadPeer<T>(name: string, version: string, file: string): Promise<T> {
  const cache = join(root, '.cache/bench', `${name}-${version}`);
  if (!(await manifestOf(name, cache).catch(() => undefined))) {
    await mkdir(cache, { recursive: true });
    const options = '--ignore-scripts --no-package-lock --no-audit --no-fund';
    await promisify(exec)(`npm install ${name}@${version} --prefix . ${options}`, { cwd: cache });
  }
  return import(pathToFileURL(join(cache, 'node_modules', name, file)).href);
}
