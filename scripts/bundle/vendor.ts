import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { vendored } from './vendored.js';

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
export async function vendor(root: string, dist: string): Promise<string[]> {
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
