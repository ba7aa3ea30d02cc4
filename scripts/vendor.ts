import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import license from 'rollup-plugin-license';
import manifest from '../package.json' with { type: 'json' };
import { prism } from './vendor/prism.js';

// Part of `npm run build`, after tsdown: makes the other files of the package.
const root = fileURLToPath(new URL('..', import.meta.url));

const entries: Record<string, string> = {
  prism: Object.entries(prism)
    .map(([name, imported]) => `export { ${imported.join(', ')} } from '${name}';`)
    .join('\n'),
  // Prism's fake data is large, and only generated responses need it: a file of its own, in English only.
  'fake-data': "module.exports = require('@faker-js/faker/locale/en');",
};

/** What replaces packages that Prism loads at once and the mock does not need: other documents, and forwarding to a server. */
const placeholders: Record<string, string> = {
  '@faker-js/faker': "exports.default = new Proxy({}, { get: (_, name) => require('./fake-data.cjs')[name] });",
};
for (const name of [
  '@stoplight/http-spec/oas2/operation',
  '@stoplight/http-spec/postman/operation',
  'http-proxy-agent',
  'https-proxy-agent',
  'node-fetch',
])
  placeholders[name] = `module.exports = () => { throw new Error('${name} is not part of this package'); };`;

const sources: Plugin = {
  name: 'sources',
  resolveId: (id) => (id.startsWith('entry:') || id in placeholders ? `\0${id}` : undefined),
  load: (id) => {
    const code = entries[id.replace('\0entry:', '')] ?? placeholders[id.slice(1)];
    if (code) return { code, moduleType: 'js' };
    // Its exports are `this`, which rolldown does not recognize as CommonJS.
    if (!/[\\/]uri-template-lite[\\/]index\.js$/.test(id)) return undefined;
    return { code: `(function () {${readFileSync(id, 'utf8')}\n}).call(exports);`, moduleType: 'js' };
  },
};

await build({
  cwd: root,
  input: Object.fromEntries(Object.keys(entries).map((name) => [name, `entry:${name}`])),
  platform: 'node',
  external: './fake-data.cjs',
  // Its other build is not meant for bundlers.
  resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
  plugins: [
    sources,
    // Typed for Rollup, whose hooks it shares.
    license({
      cwd: root,
      thirdParty: { output: { file: join(root, 'dist/THIRD_PARTY_NOTICES') } },
    }) as unknown as Plugin,
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
