import { readFile } from 'node:fs/promises';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { name } from '../../package.json';
import type { MockResponse } from './refuse.js';

/** The folders that the mock serves files from. */
export interface Folders {
  /** Folder of the docs, which may be missing in a clone. */
  readonly docs: string;
  /** Folder of the bundled spec. */
  readonly spec: string;
}

/** Returns the folders of the package. */
export const packageFolders = (): Folders => ({ docs: packagePath('dist/docs'), spec: packagePath('generated') });

/** Reads the docs and the spec. Returns a response for each path. Files that are missing are left out. */
export async function readFiles({ docs, spec }: Folders): Promise<ReadonlyMap<string, MockResponse>> {
  const files = [
    ['/', docs, 'index.html', 'text/html'],
    ['/index.html', docs, 'index.html', 'text/html'],
    ['/reference.md', docs, 'reference.md', 'text/markdown'],
    ['/guides.md', docs, 'guides.md', 'text/markdown'],
    ['/openapi.json', spec, 'openapi.json', 'application/json'],
    ['/openapi.yaml', spec, 'openapi.yaml', 'application/yaml'],
  ] as const;
  const responses = new Map([
    ['/', respondWith('text/plain', '`npm run docs` builds the docs. Start the mock again after that.\n')],
  ]);
  for (const [path, folder, file, mediaType] of files) {
    const content = await readFile(join(folder, file)).catch(() => undefined);
    if (content) responses.set(path, respondWith(mediaType, content));
  }
  return responses;
}

const respondWith = (mediaType: string, body: string | Buffer): MockResponse => ({
  status: 200,
  mediaType: `${mediaType}; charset=utf-8`,
  body,
  headers: { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' },
  violations: [],
});

/** Returns the path of a file of this package, also from a bundle: the package is then in the app's `node_modules`. */
export function packagePath(file: string): string {
  const bases: (string | undefined)[] = [import.meta.url, join(process.cwd(), 'package.json')];
  for (const base of bases)
    try {
      // By its whole name: webpack replaces a createRequire that is imported by name.
      return join(dirname(module.createRequire(base ?? '').resolve(`${name}/package.json`)), file);
    } catch {} // Not there.
  throw new Error(
    `${name}/mock is part of a bundle and does not find its own files. Leave the package out of the bundle: ` +
      `serverExternalPackages: ['${name}'] in next.config (and outputFileTracingIncludes for its files, where the output is ` +
      `standalone), "external" in esbuild, "externals" in webpack`,
  );
}
