import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The files that the docs are made from. */
const sources = ['generated/openapi.json', 'openapi/source.yaml', 'scripts', 'CHANGELOG.md', 'package.json'];

/** Builds the docs if they are missing or outdated. Only reports a failure, since the mock also runs without docs. */
export async function updateDocs(): Promise<void> {
  const built = statSync(join(root, 'dist/docs/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if ([...filesBelow(sources.map((source) => join(root, source))).values()].every((changed) => changed <= built))
    return;
  process.stderr.write('Building the docs…\n');
  try {
    // The renderer loads slowly. Most starts do not need it.
    const { buildDocs } = await import('../docs/build.js');
    await buildDocs();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    process.stderr.write(`The docs could not be built, so the mock runs without them: ${reason}\n`);
  }
}

/** Returns the files and folders and everything in them, each with the time of its last change in milliseconds. */
export function filesBelow(paths: readonly string[]): Map<string, number> {
  const found = paths.filter(existsSync).flatMap((path) => {
    const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
    return [path, ...inside.map((name) => join(path, name))];
  });
  return new Map(found.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
}
