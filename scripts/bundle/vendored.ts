import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'tsdown';

const pages = JSON.stringify(fileURLToPath(new URL('../../src/mock/pages.ts', import.meta.url))).slice(1, -1);

/**
 * The packages of others that ship within this one, so that the mock needs no other install: the file of dist/ that holds them, and
 * what src/ imports of each.
 */
export const vendored: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'vendor/prism.cjs': {
    '@stoplight/prism-core': ['createLogger'],
    '@stoplight/prism-http': ['createInstance', 'getHttpOperationsFromSpec'],
    '@stoplight/prism-http/package.json': ['version'],
  },
  'vendor/yaml.cjs': { yaml: ['LineCounter', 'parseDocument', 'stringify'] },
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
import { ofPackage } from '${pages}';
const file = ofPackage('dist/${file}');
export const { ${imported.join(', ')} } = module.createRequire(file)(file);`;
