/** One row of the table: what was measured, the median here, the peer, its median, and the ratios. */
export type Row = readonly [what: string, here: string, peer: string, there: string, ratios: string];

/** Measures each contender once a round, in another order each round, so that other load on the machine affects all alike. */
export async function interleave(rounds: number, contenders: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const results = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    const entries = [...contenders.entries()];
    for (const [index, measure] of round % 2 === 0 ? entries : entries.reverse()) results[index]?.push(await measure());
  }
  return results;
}

/** Returns a row for each peer. The first of the results are those of this package. */
export function compare(what: string, unit: string, peers: readonly string[], results: readonly number[][]): Row[] {
  const [ours = [], ...others] = results;
  return peers.map((peer, index) => {
    const theirs = others[index] ?? [];
    const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN)).sort((a, b) => a - b);
    const range = `${figure(median(ratios))} (${figure(ratios[0])} to ${figure(ratios.at(-1))})`;
    return [what, `${figure(median(ours))} ${unit}`, peer, `${figure(median(theirs))} ${unit}`, range];
  });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
const figure = (value = Number.NaN) => value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
