/** Refuses an argument unless it is usable: the message names it, and says what would be right and what was given. */
export function check(usable: unknown, name: string, rule: string, given: unknown): asserts usable {
  if (!usable) throw new TypeError(`${name} must be ${rule}, got ${given}`);
}

/** The result of `run`, or nothing if it throws. What a platform says of a failure may quote a secret, so it is dropped. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return;
  }
}

/** Refuses what a timer cannot wait: past 31 bits it would end at once. */
export function checkTimeout(timeoutMs: number): void {
  check(
    timeoutMs === +timeoutMs && timeoutMs > 0 && timeoutMs <= 2147483647,
    'timeoutMs',
    '1 to 2147483647',
    timeoutMs,
  );
}
