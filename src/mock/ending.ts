/** What ends when the process does. */
interface Closable {
  close(): Promise<void>;
}

/** The process that started this one, read as soon as this one runs: it may be gone before the mock listens. */
const parent = process.ppid;

/** Ends the process on the first signal, once the mock has closed, and on a second one at once. */
export function endOnSignal(mock: Closable): void {
  let closing = false;
  const end = (): void => {
    if (closing) process.exit(0);
    closing = true;
    void mock.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/**
 * Ends the process when the one that started it has ended. npm hands a signal to a shell, and some shells end without a word to
 * the program that they run, which would keep its port for ever.
 */
export function endWithParent(mock: Closable): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void mock.close().finally(() => process.exit(0));
  }, 200);
  timer.unref();
}
