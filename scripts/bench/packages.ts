import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
