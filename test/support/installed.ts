import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { succeed } from './run.js';

const cache = fileURLToPath(new URL('../../.cache/packages', import.meta.url));

/** Installs packages by name and exact version, without their scripts. Later runs reuse them. Returns the folder of `node_modules`. */
export async function installed(packages: Readonly<Record<string, string>>): Promise<string> {
  const manifest = JSON.stringify({ private: true, dependencies: packages });
  const folder = join(cache, createHash('sha256').update(manifest).digest('hex').slice(0, 16));
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await succeed('npm', ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'], folder);
  await writeFile(done, '');
  return folder;
}
