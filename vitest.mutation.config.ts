import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The tests that run src/ in their own process: the only ones that a mutant can fail. What `npm run test:mutation` runs. */
export default mergeConfig(
  base,
  defineConfig({
    test: { include: [], exclude: [] },
  }),
);
