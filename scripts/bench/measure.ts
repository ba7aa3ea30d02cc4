/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/** Does something as often as it is told, and resolves when it is done. */
export type Batch = (count: number) => unknown;

/** What a race gave: for each contender a time per round. */
export type Laps<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** How long a race takes. */
export interface RaceOptions {
  readonly rounds: number;
  /** Milliseconds that each contender has in each round. */
  readonly roundMs: number;
  /** What counts: the time on the clock, or the processor's time of this process, which the load of the machine changes less. */
  readonly clock: 'wall' | 'processor';
}

const clocks = {
  wall: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * Lets contenders take turns, in another order each round: whatever else the machine does then disturbs all of them alike, and
 * ratios within a round mean something even where times do not.
 *
 * @returns for each contender the nanoseconds per operation of each round.
 */
export async function race<Name extends string>(
  contenders: Readonly<Record<Name, Batch>>,
  { rounds, roundMs, clock }: RaceOptions,
): Promise<Laps<Name>> {
  const names = Object.keys(contenders) as Name[];
  const laps: Partial<Record<Name, number[]>> = {};
  const counts = new Map<Name, number>();
  // The first rounds warm up, and tell how many operations fill a round.
  for (let round = -4; round < rounds; round++) {
    const first = Math.max(round, 0) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const count = counts.get(name) ?? 100;
      const started = clocks[clock]();
      await contenders[name](count);
      const ms = clocks[clock]() - started;
      counts.set(name, Math.max(10, Math.round((count * roundMs) / Math.max(ms, 0.01))));
      const times = laps[name] ?? [];
      laps[name] = round < 0 ? times : [...times, (ms * 1e6) / count];
    }
  }
  return laps as Record<Name, number[]>;
}

/** The median over all rounds of what one contender took compared with another in the same round. */
export const ratio = (laps: readonly number[], others: readonly number[]): number =>
  median(laps.map((lap, round) => lap / (others[round] ?? Number.NaN)));

/** The median over all rounds of what one contender took more than another in the same round. */
export const difference = (laps: readonly number[], others: readonly number[]): number =>
  median(laps.map((lap, round) => lap - (others[round] ?? Number.NaN)));
