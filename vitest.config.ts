import { defineConfig } from 'vitest/config';

/** What `npm test` runs: everything in this process. Slow, weekly and browser tests have a config of their own in their folder. */
export default defineConfig({
  test: {
    include: ['test/{client,mock,generate,docs,breaking,contract,types}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files share a process and its loaded modules, which halves the time. The setup file undoes what a test replaces.
    isolate: false,
    setupFiles: ['test/support/restore.ts'],
  },
});
