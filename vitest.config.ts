import { defineConfig } from 'vitest/config';

/** Everything that needs no browser: what `npm test` runs. Browser tests have a config of their own. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,types,package,docs}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
