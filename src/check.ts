/** Refuses an argument unless it is usable: the message names it, and says what would be right and what was given. */
export function check(usable: unknown, name: string, rule: string, given: unknown): asserts usable {
  if (!usable) throw new TypeError(`${name} must be ${rule}, got ${given}`);
}

/** The result of `run`, or nothing if it throws. What a platform says of a failure may quote a secret, so it is dropped. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Refuses what a header would not bring to its receiver unchanged: it carries Latin-1, and trims both ends. */
export function checkHeader(name: string, value: string, length?: number): void {
  const carried = attempt(() => new Headers({ a: value }).get('a'));
  check(
    value && value === carried && value.length === (length ?? value.length),
    name,
    `${length ?? 'some'} Latin characters`,
    value,
  );
}

/** Refuses what a timer cannot wait: past 31 bits it would end at once. */
export function checkTimeout(timeoutMs: number): void {
  check(timeoutMs === +timeoutMs && timeoutMs > 0 && timeoutMs < 2 ** 31, 'timeoutMs', '1 to 2147483647', timeoutMs);
}
