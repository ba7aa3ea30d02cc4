import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, timeOf } from './watch.js';

/** What the docs are made from, relative to the project's root. */
const sources = ['generated/openapi.json', 'openapi/source.yaml', 'scripts', 'CHANGELOG.md', 'package.json'];

/** Whether the docs are missing, or older than something that they are made from. */
function docsAreStale(root: string): boolean {
  const docsFile = join(root, 'dist/docs/index.html');
  if (!existsSync(docsFile)) return true;
  const built = timeOf(docsFile);
  return sources.flatMap((source) => filesBelow(join(root, source))).some((file) => timeOf(file) > built);
}

/** Builds the docs if they are missing or stale. Without docs the mock still serves: a failure is only told. */
export async function freshenDocs(root: string): Promise<void> {
  if (!docsAreStale(root)) return;
  process.stderr.write('Building the docs…\n');
  try {
    // The renderer takes its time to load, so it is loaded only when there is something to render.
    const { buildDocs } = await import('./docs/build.js');
    await buildDocs();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    process.stderr.write(`The docs could not be built, the mock runs without them: ${reason}\n`);
  }
}
