import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { succeed } from './run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/packed');

/** The files and folders that a tarball is made from. */
const sources = ['src', 'generated', 'openapi', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];
sources.push('tsdown.config.ts', 'README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md');

/** The package in a folder of its own: the tarball as npm makes it, and its contents. */
export interface Packed {
  readonly tarball: string;
  /** The unpacked package. */
  readonly folder: string;
}

/** Builds and packs the package before the first test, so that two workers never build at the same time. */
export async function setup(): Promise<void> {
  process.env['PACKED'] = await build();
}

/** Returns the package that was built before the first test. */
export async function pack(): Promise<Packed> {
  const home = process.env['PACKED'] ?? '';
  return { tarball: join(home, 'package.tgz'), folder: join(home, 'package') };
}

/** Builds and packs the current sources, unless that was done before. Returns the folder of the tarball. */
async function build(): Promise<string> {
  const home = join(cache, await fingerprint());
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'making-'));
  // As `npm pack` does, but for the check of `generated/`, which is a gate of its own.
  await succeed('npm', ['run', 'build']);
  await succeed('npm', ['pack', '--ignore-scripts', '--no-dry-run', '--pack-destination', work]);
  const [name = ''] = await readdir(work);
  await rename(join(work, name), join(work, 'package.tgz'));
  await succeed('tar', ['-xzf', 'package.tgz'], work);
  await rename(work, home);
  return home;
}

/** Installs the packed package into a folder, with these of the project's own packages beside it. */
export async function install(home: string, ...beside: string[]): Promise<void> {
  const { folder } = await pack();
  await cp(folder, join(home, 'node_modules/koodrive-auth-contract'), { recursive: true });
  for (const name of beside) {
    const link = join(home, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    // A junction, since Windows lets few people make other links.
    await symlink(join(root, 'node_modules', name), link, 'junction');
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    for (const name of (await readdir(path, { recursive: true }).catch(() => [''])).sort())
      hash.update(`${source}/${name}\n`).update(await readFile(join(path, name)).catch(() => ''));
  }
  return hash.digest('hex').slice(0, 16);
}
