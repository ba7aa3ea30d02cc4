import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { succeed } from './run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/packed');

/** What a tarball is made from; the docs page is left out, since it takes longest and nothing here reads it. */
const sources = [
  'src',
  'generated',
  'openapi/workflows',
  'package.json',
  'tsconfig.json',
  'tsdown.config.ts',
  'scripts/vendor',
  'scripts/vendor.ts',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
];

/** One package in a folder of its own: the tarball as npm makes it, and what is in it. */
export interface Packed {
  readonly tarball: string;
  /** The unpacked package. */
  readonly folder: string;
}

/** Builds and packs the package as it is now, once for all tests that ask. */
export async function pack(): Promise<Packed> {
  const home = join(cache, await fingerprint());
  const packed = { tarball: join(home, 'package.tgz'), folder: join(home, 'package') };
  if (existsSync(home)) return packed;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'making-'));
  try {
    const staged = join(work, 'staged');
    for (const source of sources)
      if (existsSync(join(root, source))) await cp(join(root, source), join(staged, source), { recursive: true });
    await succeed(binOf('tsdown'), ['--out-dir', join(staged, 'dist'), '--logLevel', 'error']);
    await succeed('scripts/vendor.ts', [staged]);
    await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', work], staged);
    const [name = ''] = (await readdir(work)).filter((file) => file.endsWith('.tgz'));
    const made = join(work, 'made');
    await mkdir(made);
    await rename(join(work, name), join(made, 'package.tgz'));
    await succeed('tar', ['-xzf', 'package.tgz'], made);
    // Whoever comes second finds the same thing there already.
    await rename(made, home).catch(() => {});
  } finally {
    await rm(work, { recursive: true });
  }
  return packed;
}

/** Installs the packed package and nothing else into a folder, with these of the project's own packages beside it. */
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

/** The command of that name which a package of the project brings. */
export function binOf(name: string): string {
  return resolve(root, 'node_modules/.bin', name);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const inside = await readdir(path, { recursive: true }).catch(() => ['']);
    for (const name of inside.sort()) {
      const text = await readFile(join(path, name)).catch(() => '');
      hash.update(`${source}/${name}\n`).update(text);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
