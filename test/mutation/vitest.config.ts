import { defineConfig } from 'vitest/config';

/** The tests that can tell a mutant of client and mock, without those that count thousands of calls. */
export default defineConfig({
  test: {
    include: ['test/client/**/*.test.ts', 'test/mock/**/*.test.ts'],
    exclude: ['test/client/{leaks,mangled,security,work}.test.ts', 'test/mock/random.test.ts'],
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
