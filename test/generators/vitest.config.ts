import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Other people's generators on our spec: what `npm run test:generators` runs. It installs them, so it needs the registry. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/generators/**/*.test.ts'], testTimeout: 120_000 },
});
