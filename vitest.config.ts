import { defineConfig } from 'vitest/config';

/** What `npm test` runs: everything in this process. Slow tests and those in a browser have a config of their own in their folder. */
export default defineConfig({
  test: {
    include: ['test/{client,mock,generate,docs,breaking,contract,types}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
