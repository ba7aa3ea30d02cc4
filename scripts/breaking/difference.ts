/** What a difference asks of the version: nothing that a compiler or parser can see, an addition, or something that can break a consumer. */
export type Impact = 'patch' | 'minor' | 'major';

/** One difference between the released contract and this one, in words. */
export interface Difference {
  readonly impact: Impact;
  /** The part of the contract, with those who meet it. */
  readonly where: string;
  /** What is different there. */
  readonly what: string;
  /** Why it has this impact. */
  readonly why: string;
}

const order: readonly Impact[] = ['patch', 'minor', 'major'];

/** The graver of two impacts. */
export const graver = (a: Impact, b: Impact): Impact => (order.indexOf(a) >= order.indexOf(b) ? a : b);

/** The gravest impact of all differences, or `undefined` when there are none. */
export const gravest = (differences: readonly Pick<Difference, 'impact'>[]): Impact | undefined =>
  differences.map(({ impact }) => impact).reduce<Impact | undefined>((a, b) => (a ? graver(a, b) : b), undefined);

/** The gravest first; those of equal impact by place. */
export const byImpact = (a: Difference, b: Difference): number =>
  order.indexOf(b.impact) - order.indexOf(a.impact) || a.where.localeCompare(b.where) || a.what.localeCompare(b.what);
