import { defineConfig } from 'vitest/config';

/** The tests that run src/ in their own process and soon: only these can tell a mutant. */
export default defineConfig({
  plugins: [
    {
      name: 'fewer-runs',
      enforce: 'pre',
      // Thousands of random cases for each mutant would take hours; where 100 do not tell a mutant, a named case should.
      transform: (code, file) =>
        file.includes('/test/')
          ? code
              .replaceAll(/numRuns: [\d_]+/g, 'numRuns: 100')
              .replaceAll(/(length: |size\)\.toBe\(|calls\()\d+0_000/g, '$12_000')
          : undefined,
    },
  ],
  test: {
    include: [
      'test/client/**/*.test.ts',
      'test/contract/mock-{server,robustness}.test.ts',
      'test/mock/{rules,refusals}.test.ts',
    ],
    // It counts its thousands of cases.
    exclude: ['test/client/mangled.test.ts'],
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
