import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'tsdown';

const files = fileURLToPath(new URL('../../src/mock/files.ts', import.meta.url));

/** What src/ imports of Prism. It ships as dist/vendor/prism.cjs, so that the mock needs no other package. */
export const prism: Readonly<Record<string, readonly string[]>> = {
  '@stoplight/prism-core': ['createLogger'],
  '@stoplight/prism-http': ['createInstance', 'getHttpOperationsFromSpec'],
  '@stoplight/prism-http/package.json': ['version'],
};

/**
 * Lets the modules of dist/ load Prism from its file at run time. An app's bundler does not have to understand it, and cannot separate
 * it from this package.
 */
export const loadPrism: Rolldown.Plugin = {
  name: 'load-prism',
  resolveId: (id) => (id in prism ? `\0${id}` : undefined),
  load: (id) => {
    const imported = id.startsWith('\0') ? prism[id.slice(1)] : undefined;
    if (!imported) return undefined;
    const code = `
      import module from 'node:module';
      import { packagePath } from ${JSON.stringify(files)};
      const file = packagePath('dist/vendor/prism.cjs');
      export const { ${imported.join(', ')} } = module.createRequire(file)(file);`;
    return { code, moduleType: 'js' };
  },
};
