import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Folders, packageFolders } from '../../src/mock/files.js';
import { type ReloadableMock, start } from '../../src/mock/start.js';
import type { RunningMock, StartMockOptions } from '../../src/mock.js';

/** How a test starts the mock: with these folders instead of the package's. */
type TestOptions = StartMockOptions & Partial<Folders>;

function startWith({ spec, docs, ...options }: TestOptions = {}): Promise<ReloadableMock> {
  if (spec === undefined && docs === undefined) return start(options);
  const folders = packageFolders();
  return start(options, { spec: spec ?? folders.spec, docs: docs ?? folders.docs });
}

/** Starts a mock for the tests around the call. */
export function sharedMock(options?: TestOptions): { readonly url: string } {
  let mock: RunningMock | undefined;
  beforeAll(async () => {
    mock = await startWith(options);
  });
  afterAll(() => mock?.close());
  return {
    get url() {
      if (!mock) throw new Error('The mock runs only within tests');
      return mock.url;
    },
  };
}

/** Starts a mock that is closed when the test ends. */
export async function startForTest(options?: TestOptions): Promise<ReloadableMock> {
  const mock = await startWith(options);
  onTestFinished(() => mock.close());
  return mock;
}
