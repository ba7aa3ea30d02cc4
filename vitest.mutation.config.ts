import { defineConfig } from 'vitest/config';

/** The tests that run src/ in their own process and soon: only these can tell a mutant. What `npm run test:mutation` runs. */
export default defineConfig({
  test: {
    include: [
      'test/unit/client/**/*.test.ts',
      'test/unit/{schemas,session,mock-rules}*.test.ts',
      'test/unit/mock/**/*.test.ts',
    ],
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
