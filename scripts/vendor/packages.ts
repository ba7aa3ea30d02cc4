import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { Rolldown } from 'tsdown';

const pages = JSON.stringify(fileURLToPath(new URL('../../src/mock/files.ts', import.meta.url))).slice(1, -1);

/**
 * The packages of others that ship within this one, so that the mock needs no other install: the file of dist/ that holds them, and
 * what src/ imports of each.
 */
const vendored: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'vendor/prism.cjs': {
    '@stoplight/prism-core': ['createLogger'],
    '@stoplight/prism-http': ['createInstance', 'getHttpOperationsFromSpec'],
    '@stoplight/prism-http/package.json': ['version'],
  },
};

/** The names of all packages that ship within this one. */
const names = Object.values(vendored).flatMap((packages) => Object.keys(packages));

/**
 * Lets the modules of dist/ load those packages from their files when they run: an app's bundler neither has to understand them nor
 * can it part them from the package.
 */
export const loadVendored: Rolldown.Plugin = {
  name: 'load-vendored',
  resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
  load: (id) => {
    for (const [file, packages] of Object.entries(vendored))
      for (const [name, imported] of Object.entries(packages))
        if (id === `\0${name}`) return { code: loader(file, imported), moduleType: 'js' };
    return undefined;
  },
};

const loader = (file: string, imported: readonly string[]): string => `
import module from 'node:module';
import { packagePath } from '${pages}';
const file = packagePath('dist/${file}');
export const { ${imported.join(', ')} } = module.createRequire(file)(file);`;

/** Prism's library of fake data, which is big and needed for made-up answers only: a file of its own, English alone. */
const fakeData = { file: 'vendor/fake-data.cjs', name: '@faker-js/faker' };

/** What stands for packages that Prism loads at once. */
const standIns: Readonly<Record<string, string>> = {
  [fakeData.name]: `exports.default = new Proxy({}, { get: (_, name) => require('./fake-data.cjs')[name] });`,
  // Other kinds of documents, and forwarding to a real server: the mock does neither.
  ...Object.fromEntries(
    [
      '@stoplight/http-spec/oas2/operation',
      '@stoplight/http-spec/postman/operation',
      'http-proxy-agent',
      'https-proxy-agent',
      'node-fetch',
    ].map((name) => [name, `module.exports = () => { throw new Error('${name} is not part of this package'); };`]),
  ),
};

const withStandIns: Plugin = {
  name: 'stand-ins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[@\w]/ }, ({ path }) => (standIns[path] ? { path, namespace: 'stand-in' } : undefined));
    onResolve({ filter: /^\.\/fake-data\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({ contents: standIns[path] ?? '' }));
  },
};

/**
 * Bundles the packages that ship within this one.
 *
 * @returns the files of others that went into them, as paths from the project's root.
 */
export async function bundlePackages(root: string, dist: string): Promise<string[]> {
  const bundle = async (file: string, contents: string, options: BuildOptions = {}): Promise<string[]> => {
    const { metafile } = await build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root },
      outfile: join(dist, file),
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      minify: true,
      // The notices have them.
      legalComments: 'none',
      // Its other build is not meant for bundlers.
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      ...options,
      metafile: true,
    });
    return Object.keys(metafile.inputs);
  };
  const files = await Promise.all([
    bundle(fakeData.file, `module.exports = require('${fakeData.name}/locale/en');`),
    ...Object.entries(vendored).map(([file, packages]) => {
      const lines = Object.entries(packages).map(([name, names]) => `export { ${names.join(', ')} } from '${name}';`);
      return bundle(file, lines.join('\n'), { plugins: [withStandIns] });
    }),
  ]);
  return files.flat();
}
