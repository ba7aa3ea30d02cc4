/** How long an answer waits, in milliseconds: a random time from `min` to `max`. */
export interface Delay {
  readonly min: number;
  readonly max: number;
}

/** The longest delay, in milliseconds. */
export const maxDelay = 60_000;

/** The request header that sets the delay of its answer. */
export const delayHeader = 'x-mock-delay';

/** Reads a delay such as `800` or `200-1200`, in milliseconds; `undefined` when it is neither. */
export function parseDelay(value: string): Delay | undefined {
  const [, first, second] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(value) ?? [];
  if (first === undefined) return undefined;
  const delay = { min: Number(first), max: Number(second ?? first) };
  return delay.min <= delay.max && delay.max <= maxDelay ? delay : undefined;
}

/** What a delay must look like, for messages. */
export const delayForm = `milliseconds such as 800, or a range such as 200-1200, up to ${maxDelay}`;

/** Picks a time of a delay, in milliseconds. */
export const pickDelay = ({ min, max }: Delay): number => Math.round(min + Math.random() * (max - min));
