import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { name, version } from '../../package.json';
import type { Served } from './spec.js';

/** A file that the mock serves beside the operations. All answers with it share its bytes. */
export interface Page {
  readonly type: string;
  readonly content: Buffer;
  /** The same, compressed when it is first asked for. */
  zipped(): Promise<Buffer>;
}

/** Finds the docs and the spec by path; `undefined` where no page is. */
export type Pages = (path: string) => Promise<Page | undefined>;

/** The pages beside the operations of a spec: itself, the docs, and as `reference.md` what stands beside them. */
export function createPages({ spec }: Served, docsFile: string): Pages {
  const json = page('application/json; charset=utf-8', spec.json);
  const yaml = page('application/yaml; charset=utf-8', spec.yaml);
  const docs = fromFile(docsFile, 'text/html; charset=utf-8');
  const reference = fromFile(join(dirname(docsFile), 'reference.md'), 'text/markdown; charset=utf-8');
  return async (path) => {
    if (path === '/openapi.json') return json;
    if (path === '/openapi.yaml') return yaml;
    if (path === '/reference.md') return reference();
    return path === '/' || path === '/index.html' ? ((await docs()) ?? withoutDocs) : undefined;
  };
}

function page(type: string, content: string | Buffer): Page {
  let compressed: Promise<Buffer> | undefined;
  return {
    type,
    content: Buffer.from(content),
    zipped: () => {
      compressed ??= promisify(gzip)(content);
      return compressed;
    },
  };
}

/** A file as a page that is kept, and read anew when the file has changed. */
function fromFile(file: string, type: string): () => Promise<Page | undefined> {
  let version = '';
  let kept: Promise<Page | undefined> | undefined;
  return async () => {
    const state = await stat(file).catch(() => undefined);
    if (!state) return undefined;
    const current = `${state.mtimeMs} ${state.size}`;
    if (current !== version) {
      version = current;
      kept = readFile(file).then(
        (content) => page(type, content),
        () => undefined,
      );
    }
    return kept;
  };
}

/** What stands in place of docs, which can only be missing in a clone. */
const withoutDocs = page('text/plain; charset=utf-8', 'The mock is running. `npm run docs` builds its docs.\n');

/**
 * The path of a file of this package. It is looked for around this module and, where a bundler has put that elsewhere, in the
 * `node_modules` of the running program; a file of another package or version is never taken for it.
 */
export function ofPackage(file: string): string {
  const here: string | undefined = import.meta.url;
  const manifests = [
    // In dist/, and in src/mock/.
    () => join(dirname(fileURLToPath(here ?? '')), '../package.json'),
    () => join(dirname(fileURLToPath(here ?? '')), '../../package.json'),
    // By its whole name: webpack takes a createRequire of its own for the one that is imported.
    () => module.createRequire(join(process.cwd(), 'package.json')).resolve(`${name}/package.json`),
  ];
  for (const find of manifests)
    try {
      const found = find();
      const manifest: { name?: string; version?: string } = JSON.parse(readFileSync(found, 'utf8'));
      if (manifest.name === name && manifest.version === version) return join(dirname(found), file);
    } catch {
      // Not there.
    }
  throw new Error(
    `${name}/mock is part of a bundle and does not find its own files. Leave the package out of the bundle: ` +
      `serverExternalPackages: ['${name}'] in next.config (and outputFileTracingIncludes for its files, where the output is ` +
      `standalone), "external" in esbuild, "externals" in webpack`,
  );
}
