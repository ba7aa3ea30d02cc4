import { defineConfig } from 'tsdown';
import { vendoredFiles } from './scripts/bundle/vendored.js';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'openapi-fetch': 'src/openapi-fetch.ts',
    schemas: 'src/schemas.ts',
    examples: 'src/examples.ts',
    msw: 'src/msw.ts',
    mock: 'src/mock.ts',
    cli: 'src/cli.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  deps: {
    neverBundle: [/^node:/, ...Object.keys(vendoredFiles)],
    // Of the packages of others nothing else goes into the modules; scripts/bundle.ts makes the files of those above.
    onlyBundle: [],
  },
  outputOptions: { paths: { ...vendoredFiles } },
  target: 'es2022',
  dts: { sourcemap: false },
  sourcemap: true,
  fixedExtension: true,
});
