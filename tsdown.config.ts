import { defineConfig } from 'tsdown';
import { loadPrism } from './scripts/vendor/prism.js';

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
    neverBundle: [/^node:/],
    // Modules contain no code of other packages. scripts/vendor.ts bundles those that ship into files of their own.
    onlyBundle: [],
  },
  plugins: [loadPrism],
  target: 'es2022',
  dts: { sourcemap: false },
  fixedExtension: true,
});
