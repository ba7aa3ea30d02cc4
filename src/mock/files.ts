import { readFile, stat } from 'node:fs/promises';
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

/** Finds the docs and the spec by path. Returns `undefined` for any other path. A file that has changed is read again. */
export function createFiles({ docs, spec }: Folders): (path: string) => Promise<MockResponse | undefined> {
  const page = readOnChange(join(docs, 'index.html'), 'text/html');
  const files = new Map([
    ['/', async () => (await page()) ?? withoutDocs],
    ['/index.html', page],
    ['/reference.md', readOnChange(join(docs, 'reference.md'), 'text/markdown')],
    ['/guides.md', readOnChange(join(docs, 'guides.md'), 'text/markdown')],
    ['/openapi.json', readOnChange(join(spec, 'openapi.json'), 'application/json')],
    ['/openapi.yaml', readOnChange(join(spec, 'openapi.yaml'), 'application/yaml')],
  ]);
  return async (path) => files.get(path)?.();
}

/** Makes a function that responds with a file, as long as there is one. All responses share its bytes. */
function readOnChange(file: string, mediaType: string): () => Promise<MockResponse | undefined> {
  let version = '';
  let kept: Promise<MockResponse | undefined> | undefined;
  const read = () => readFile(file).then((content) => respondWith(mediaType, content));
  return async () => {
    const state = await stat(file).catch(() => undefined);
    const current = state ? `${state.mtimeMs} ${state.size}` : '';
    if (current !== version) kept = state && read().catch(() => undefined);
    version = current;
    return kept;
  };
}

const respondWith = (mediaType: string, body: string | Buffer): MockResponse => ({
  status: 200,
  mediaType: `${mediaType}; charset=utf-8`,
  body,
  headers: { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' },
  violations: [],
});

const withoutDocs = respondWith('text/plain', 'The mock is running. `npm run docs` builds its docs.\n');

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
