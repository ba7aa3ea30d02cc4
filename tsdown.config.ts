import { defineConfig } from 'tsdown';

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
  external: /^node:/,
  target: 'es2022',
  dts: true,
  sourcemap: true,
  fixedExtension: true,
});
