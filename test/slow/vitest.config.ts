import { defineConfig } from 'vitest/config';

/** What `npm run test:slow` runs: compilers, processes, other runtimes, and the package, which it builds first. */
export default defineConfig({
  test: {
    include: ['test/slow/**/*.test.ts'],
    globalSetup: ['test/support/packed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default vitest leaves one core to itself, but most tests wait for processes of their own.
    maxWorkers: 2,
    // Files share a process and its loaded modules. The setup file undoes what a test replaces.
    isolate: false,
    setupFiles: ['test/support/restore.ts'],
  },
});
