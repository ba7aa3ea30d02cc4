import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'esbuild';
import { workspace } from './workspace.js';

/** Bundles some code of the workspace's contenders as a module that Node can import, and imports it. */
export async function load<T>(name: string, code: string): Promise<T> {
  const file = join(workspace, 'bundles', `${name.replaceAll('/', '-')}.mjs`);
  await build({
    stdin: { contents: code, resolveDir: join(workspace, 'contenders'), loader: 'ts' },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Packages that are CommonJS look for it.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return (await import(`${file}?${Date.now()}`)) as T;
}

/** What some code, with all that it imports, costs a web page: bytes after minification and Brotli compression. */
export async function bytesOf(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(workspace, 'contenders'), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('nothing was bundled');
  return (await promisify(brotliCompress)(bundle.contents)).length;
}
