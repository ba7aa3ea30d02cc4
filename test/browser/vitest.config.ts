import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What needs Chromium: run by `npm run test:browser`. The browser is the system's own, started by the tests. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: two of them on two cores only wait for each other.
    fileParallelism: false,
  },
});
