import { costOf } from '../estimate/cost-in-question.ts';
import type { Decimal } from '../money/decimal.ts';
import { unpriced, type Advised } from './advised.ts';
import { usualOverhead } from './latency.ts';

/** The cheapest of some candidates, as far as what is known of their totals tells. */
export interface Cheapest {
  readonly best: Advised;
  /** Others whose total may be less, for a part of it is not known: each with how much that part may cost before it is not. */
  readonly undecided: readonly Undecided[];
}

/** A candidate that nobody can rule out by price. */
export interface Undecided {
  readonly advised: Advised;
  /** What is not known of its total may cost so much a month before it is no cheaper. */
  readonly amount: Decimal;
}

/**
 * The least cost; of equal costs, the least overhead. What all of them lack alike does not choose between them. A total that is
 * a lower bound loses to one that is whole and not higher than the bound, and else stays undecided, unless AWS publishes no rate:
 * then it may not be offered. Where no total is whole, the lowest bound leads.
 */
export function cheapestOf(group: readonly Advised[]): Cheapest | null {
  const alike = lackedByAll(group);
  const isWhole = (one: Advised) => unpriced(one).length === 0 && one.estimate.missing.every((gap) => alike.has(gapOf(gap)));
  const sorted = group.toSorted(
    (a, b) => costOf(a.estimate).cmp(costOf(b.estimate)) || usualOverhead(a.latency).cmp(usualOverhead(b.latency)),
  );
  const whole = sorted.find(isWhole);
  const best = whole ?? sorted.find(mayBeOffered) ?? sorted[0];
  if (best === undefined) return null;
  if (whole === undefined) return { best, undecided: [] };
  const undecided = sorted
    .filter((one) => !isWhole(one) && mayBeOffered(one) && costOf(one.estimate).lt(costOf(best.estimate)))
    .map((one) => ({ advised: one, amount: costOf(best.estimate).minus(costOf(one.estimate)) }));
  return { best, undecided };
}

/** What is not known of it is a size, a ratio, the price of help or a rate that our sheet lacks: AWS publishes what it bills. */
export function mayBeOffered({ estimate }: Advised): boolean {
  return estimate.missing.every(({ want }) => want !== 'not-published');
}

type Gap = Advised['estimate']['missing'][number];

const gapOf = ({ sku, want }: Gap): string => `${sku} ${want}`;

/** What makes the total of every one of them a lower bound, whether a rate or a size. */
function lackedByAll(group: readonly Advised[]): ReadonlySet<string> {
  const [first, ...others] = group.map(({ estimate }) => new Set(estimate.missing.map(gapOf)));
  return new Set([...(first ?? [])].filter((gap) => others.every((one) => one.has(gap))));
}
