import { defineConfig } from 'tsdown';
import { loadVendored } from './scripts/vendor/packages.js';

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
    // Nothing of the packages of others goes into the modules: scripts/vendor.ts makes files of those that ship.
    onlyBundle: [],
  },
  plugins: [loadVendored],
  target: 'es2022',
  dts: { sourcemap: false },
  sourcemap: true,
  fixedExtension: true,
});
