import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type RunningMock, type StartMockOptions, startMock } from '../../src/mock.js';

/** A mock that runs while the tests around the call do. */
export function sharedMock(options?: StartMockOptions): { readonly url: string } {
  let mock: RunningMock | undefined;
  beforeAll(async () => {
    mock = await startMock(options);
  });
  afterAll(() => mock?.close());
  return {
    get url() {
      if (!mock) throw new Error('The mock runs in tests only');
      return mock.url;
    },
  };
}

/** Starts a mock that is closed when the test ends. */
export async function startForTest(options?: StartMockOptions): Promise<RunningMock> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}
