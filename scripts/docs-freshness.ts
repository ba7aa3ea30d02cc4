import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the docs are made from, relative to the project's root. */
const sources = [
  'generated/openapi.yaml',
  'generated/openapi.json',
  'scripts/docs.ts',
  'scripts/docs',
  'CHANGELOG.md',
  'package.json',
];

/** Whether the docs are missing, or older than something that they are made from. */
export function docsAreStale(root: string, docsFile = join(root, 'dist/docs/index.html')): boolean {
  if (!existsSync(docsFile)) return true;
  const built = statSync(docsFile).mtimeMs;
  return sources
    .map((source) => join(root, source))
    .filter((source) => existsSync(source))
    .flatMap(filesOf)
    .some((file) => statSync(file).mtimeMs > built);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
