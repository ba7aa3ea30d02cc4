import { afterEach, vi } from 'vitest';

// Vitest's own settings for this act before the next test of the same file, but files share a process.
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
