/** What was given, short and in words. */
export const shown = (value: unknown): string =>
  typeof value === 'string'
    ? JSON.stringify(value.slice(0, 99))
    : Object(value) === value
      ? `of type ${typeof value}`
      : String(value);

/** Stops a call that cannot be made as asked, in the name of the option that is wrong. */
export function refuse(option: string, rule: string, given: string): never {
  throw new TypeError(`${option} must ${rule}, but is ${given}`);
}

/** Refuses an option unless it is usable. The message quotes what was given. */
export function demand(usable: unknown, option: string, rule: string, given: unknown): asserts usable {
  if (!usable) refuse(option, rule, shown(given));
}

/** Whether a header brings this text to its receiver unchanged: Latin-1, no control characters, no space at either end. */
export const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[!-~\xa0-\xff]+( +[!-~\xa0-\xff]+)*$/.test(value);

/** Whether a timer can wait for so long: past 31 bits it would end at once. */
export const isTimeLimit = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value < 2 ** 31;

export const timeLimitRule = 'be a number of milliseconds above 0 and below 2147483648';
