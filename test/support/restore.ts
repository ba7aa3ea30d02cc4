import { afterEach, vi } from 'vitest';

// Vitest's own settings for this act before the next test of the same file, but the quick tests share a process between files.
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
