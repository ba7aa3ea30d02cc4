import quick from '../../vitest.config.js';

/** The quick tests that can notice a mutant of client and mock, without those that read documents or send thousands of requests. */
export default {
  ...quick,
  test: {
    ...quick.test,
    include: ['test/{client,mock}/**/*.test.ts'],
    exclude: ['test/client/security.test.ts', 'test/mock/random.test.ts'],
    // Stryker runs its own processes, and chooses the tests of each mutant.
    isolate: true,
  },
};
