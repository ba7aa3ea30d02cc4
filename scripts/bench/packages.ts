import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

async function manifestOf(name: string): Promise<{ version: string; bin?: Record<string, string> }> {
  return JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'));
}

/** The name of a package of the project, with its version. */
export const titleOf = async (name: string): Promise<string> => `${name} ${(await manifestOf(name)).version}`;

/** The file of the one program that a package of the project brings. */
export async function programOf(name: string): Promise<string> {
  const [file] = Object.values((await manifestOf(name)).bin ?? {});
  if (!file) throw new Error(`${name} brings no program`);
  return join(root, 'node_modules', name, file);
}

/**
 * Packages that the project itself does not need, by name and exact version, installed without their scripts: once, into a cache
 * that the next run finds again.
 *
 * @returns the folder that has the `node_modules`.
 */
export async function installed(packages: Readonly<Record<string, string>>): Promise<string> {
  const manifest = JSON.stringify({ private: true, dependencies: packages });
  const folder = join(root, '.cache/packages', createHash('sha256').update(manifest).digest('hex').slice(0, 16));
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  const args = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
  // On Windows npm is a script of the shell.
  await promisify(execFile)('npm', args, { cwd: folder, shell: process.platform === 'win32' });
  await writeFile(done, '');
  return folder;
}
