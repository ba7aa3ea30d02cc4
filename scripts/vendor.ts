import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { notices } from './vendor/notices.js';
import { bundlePackages } from './vendor/packages.js';

// Part of `npm run build`, after the modules of src/ are built: what else the package holds. Tests name a folder of their own.
const root = fileURLToPath(new URL('..', import.meta.url));
const [target = root] = process.argv.slice(2);

const files = await bundlePackages(root, join(target, 'dist'));
writeFileSync(join(target, 'dist/THIRD_PARTY_NOTICES'), notices(root, files));

// For resolvers that know no `exports`: a folder for each entry point that says where its files are.
for (const [name, entry] of Object.entries(manifest.exports)) {
  if (name === '.' || typeof entry === 'string') continue;
  const fields = { main: entry.require.default, module: entry.import.default, types: entry.require.types };
  const up = Object.fromEntries(Object.entries(fields).map(([field, path]) => [field, `.${path}`]));
  mkdirSync(join(target, name), { recursive: true });
  writeFileSync(join(target, name, 'package.json'), `${JSON.stringify({ private: true, ...up }, null, 2)}\n`);
}
