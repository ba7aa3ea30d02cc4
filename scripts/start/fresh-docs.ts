import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the docs are made from. */
const sources = ['generated/openapi.json', 'openapi/source.yaml', 'scripts', 'CHANGELOG.md', 'package.json'];

/** Builds the docs if they are missing or older than what they are made from. Without docs the mock still serves: a failure is only told. */
export async function freshenDocs(): Promise<void> {
  const built = statSync(join(root, 'dist/docs/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if ([...filesBelow(sources.map((source) => join(root, source))).values()].every((changed) => changed <= built))
    return;
  process.stderr.write('Building the docs…\n');
  try {
    // The renderer takes its time to load, so it is loaded only when there is something to render.
    const { buildDocs } = await import('../docs/build.js');
    await buildDocs();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    process.stderr.write(`The docs could not be built, the mock runs without them: ${reason}\n`);
  }
}

/** These files and folders and what is below them, each with the time of its last change in milliseconds since 1970. */
export function filesBelow(paths: readonly string[]): Map<string, number> {
  const found = paths.filter(existsSync).flatMap((path) => {
    const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
    return [path, ...inside.map((name) => join(path, name))];
  });
  return new Map(found.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
}
