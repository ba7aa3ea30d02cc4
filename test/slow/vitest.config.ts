import { defineConfig } from 'vitest/config';

/** What `npm run test:slow` runs: packing, compilers, processes, other runtimes. */
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default vitest leaves one core to itself, but most tests wait for processes of their own.
    maxWorkers: 2,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
