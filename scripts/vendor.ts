import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import license, { type Dependency } from 'rollup-plugin-license';
import manifest from '../package.json' with { type: 'json' };
import { prism } from './vendor/prism.js';

// Part of `npm run build`, after tsdown: makes the other files of the package.
const root = fileURLToPath(new URL('..', import.meta.url));

/** Modules of our own: the two entries, and what replaces a package that Prism loads at once. */
const modules: Record<string, string> = {
  prism: Object.entries(prism)
    .map(([name, imported]) => `export { ${imported.join(', ')} } from '${name}';`)
    .join('\n'),
  // Fake data is large, and only generated responses need it: a file of its own, in English only.
  'fake-data': "module.exports = require('@faker-js/faker/locale/en');",
  '@faker-js/faker': "exports.default = new Proxy({}, { get: (_, name) => require('./fake-data.cjs')[name] });",
};

const ownModules: Plugin = {
  name: 'own-modules',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => {
    const code = modules[id.slice(1)];
    return code ? { code, moduleType: 'js' } : undefined;
  },
  // The exports of this package are `this`, which Rolldown does not recognize as CommonJS.
  transform: (code, id) =>
    /[\\/]uri-template-lite[\\/]index\.js$/.test(id) ? `(function () {${code}\n}).call(exports);` : undefined,
};

/** Returns the licences of the packages in `dist/vendor`. */
const notices = (packages: readonly Dependency[]): string =>
  packages
    .map(({ name, version, license, author, licenseText, noticeText }) =>
      [`${name} ${version}`, `Licence: ${license}`, author?.text(), licenseText, noticeText]
        .filter(Boolean)
        .join('\n\n'),
    )
    .join('\n\n---\n\n');

/** Returns a bill of materials (CycloneDX) of the packages in `dist/vendor`. */
const billOfMaterials = (packages: readonly Dependency[]): string =>
  JSON.stringify({
    ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
    metadata: { component: { type: 'library', name: manifest.name, version: manifest.version } },
    components: packages.flatMap(({ name, version, license: expression }) => {
      if (name === manifest.name) return [];
      const purl = `pkg:npm/${name?.replace('@', '%40')}@${version}`;
      return { type: 'library', name, version, purl, ...(expression && { licenses: [{ expression }] }) };
    }),
  });

await build({
  cwd: root,
  input: { prism: 'prism', 'fake-data': 'fake-data' },
  platform: 'node',
  external: './fake-data.cjs',
  resolve: {
    alias: {
      // Its other build is not meant for bundlers.
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
      // Prism loads these at once, and the mock does not need them: other kinds of documents, and forwarding to a server.
      '@stoplight/http-spec/oas2/operation': false,
      '@stoplight/http-spec/postman/operation': false,
      'http-proxy-agent': false,
      'https-proxy-agent': false,
      'node-fetch': false,
    },
  },
  plugins: [
    ownModules,
    license({
      cwd: root,
      thirdParty: {
        output: [
          { file: join(root, 'dist/THIRD_PARTY_NOTICES'), template: notices },
          { file: join(root, 'dist/sbom.cdx.json'), template: billOfMaterials },
        ],
      },
    }),
  ],
  output: {
    dir: join(root, 'dist/vendor'),
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
  },
});

// For resolvers that do not read `exports`: a folder for each entry point that says where its files are.
for (const [name, entry] of Object.entries(manifest.exports)) {
  if (name === '.' || typeof entry === 'string') continue;
  const fields = { main: entry.require.default, module: entry.import.default, types: entry.require.types };
  const up = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, `.${path}`]));
  mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, name, 'package.json'), `${JSON.stringify({ private: true, ...up }, null, 2)}\n`);
}
