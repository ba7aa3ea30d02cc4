/** What one line of the printed table says: what this package takes, and what a peer takes. */
export interface Row {
  readonly what: string;
  readonly here: string;
  readonly peer: string;
  readonly there: string;
  /** Here divided by there, in each round. None where the two are not to be divided. */
  readonly ratios?: readonly number[];
}

/** Does something as often as it is told. */
export type Batch = (count: number) => unknown;

/** How long each contender has in each round. */
const roundSeconds = 0.3;

/**
 * Lets contenders take turns, in another order each round, so that whatever else the machine does disturbs all of them alike. Resolves
 * with the seconds per operation of each contender in each round: the processor's time of this process.
 */
export async function race(contenders: readonly Batch[], rounds: number): Promise<number[][]> {
  const entries = contenders.map((batch) => ({ batch, count: 100, laps: [] as number[] }));
  // The first rounds warm up, and tell how many operations fill a round.
  for (let round = -3; round < rounds; round++) {
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      const before = process.cpuUsage();
      await entry.batch(entry.count);
      const { user, system } = process.cpuUsage(before);
      const seconds = Math.max(user + system, 1) / 1e6;
      if (round >= 0) entry.laps.push(seconds / entry.count);
      entry.count = Math.max(10, Math.round((entry.count * roundSeconds) / seconds));
    }
  }
  return entries.map(({ laps }) => laps);
}

/** A row for each peer: the first of the laps are those of this package. */
export function compare(
  what: string,
  [ours = [], ...theirs]: readonly (readonly number[])[],
  peers: readonly string[],
  unit: (value: number) => string,
): Row[] {
  return peers.map((peer, index) => {
    const laps = theirs[index] ?? [];
    const ratios = ours.map((lap, round) => lap / (laps[round] ?? Number.NaN));
    return { what, here: unit(quantile(ours, 0.5)), peer, there: unit(quantile(laps, 0.5)), ratios };
  });
}

export const micros = (seconds: number): string => `${figure(seconds * 1e6)} µs`;

/** A number with the three digits that count. */
export const figure = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 3 });

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

/** The rows as a Markdown table with aligned columns: the median of the ratios, and where the middle eight of ten lie. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, here, peer, there, ratios = [] }) => {
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => figure(quantile(ratios, share)));
    return [what, here, peer, there, ratios.length > 0 ? `${middle} (${low} to ${high})` : ''];
  });
  const all = [['what', 'here', 'peer', 'there', 'here / there (spread)'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return lines.toSpliced(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`).join('\n');
}
