import { defineConfig } from 'vitest/config';

/** Everything that needs no browser: what `npm test` runs. Browser tests have a config of their own. */
export default defineConfig({
  test: {
    include: ['test/{unit,contract,types,package,docs}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // On two cores vitest would leave one to itself, but most tests wait for processes of their own.
    maxWorkers: 2,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
