import type { Opportunity } from '../advise/savings/index.ts';
import { EFFORTS } from '../advise/savings/saving.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { candidateCost } from '../estimate/candidate-cost.ts';
import { monthInstead, monthOf, type MonthOptions } from '../journey/month.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import { bookFor, type PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import type { Item } from './item.ts';

/** What a workload is built as, and states. */
export interface Built {
  readonly workload: Workload;
  readonly candidates: readonly Candidate[];
}

export const todayOf = ({ workload, parts }: Item): Built => ({ workload, candidates: parts.map(({ candidate }) => candidate) });

/** A workload with savings, one after the other. */
export function after(built: Built, savings: readonly Opportunity[]): Built {
  return savings.reduce<Built>(
    ({ workload, candidates }, { becomes: { candidate, state } }) => ({
      workload: state(workload),
      candidates: candidate === null ? candidates : candidates.map((one) => (one.carries === candidate.carries ? candidate : one)),
    }),
    built,
  );
}

/**
 * Of one workload, the savings that leave it cheapest when they are had together: the least work first, and what more work does on
 * top of that, unless more is saved without the less.
 */
export function bestOf(item: Item, all: PriceBook, options: MonthOptions): readonly Opportunity[] {
  const { savings } = item;
  if (savings.length < 2) return savings;
  const costOf = costsAfter(item, all, options);
  const cost = costOf([]);
  if (cost === null) return [];
  /** What comes of the best savings on top of those that were had before. */
  const having = ({ savings: before, cost: known }: Having, more: readonly Opportunity[]): Having => {
    let best: Having = { savings: before, cost: known };
    for (const moves of waysToMove(more)) {
      const had = [...before, ...moves];
      let left = costOf(had);
      if (left === null) continue;
      for (const one of statements(more)) {
        const then = costOf([...had, one]);
        if (then === null || then.gte(left)) continue;
        had.push(one);
        left = then;
      }
      if (left.lt(best.cost)) best = { savings: had, cost: left };
    }
    return best;
  };
  const none: Having = { savings: [], cost };
  const byEffort = EFFORTS.reduce(
    (before, effort) =>
      having(
        before,
        savings.filter(({ saving }) => saving.effort === effort),
      ),
    none,
  );
  const atOnce = having(none, savings);
  return atOnce.cost.lt(byEffort.cost) ? atOnce.savings : byEffort.savings;
}

/** Savings of one workload, in the order in which they are had, and what it costs then. */
interface Having {
  readonly savings: readonly Opportunity[];
  readonly cost: Decimal;
}

/** What a workload costs after savings, in their order; null where a price is not known. Each is worked out once. */
function costsAfter(item: Item, all: PriceBook, options: MonthOptions): (had: readonly Opportunity[]) => Decimal | null {
  const { workload, parts, savings } = item;
  const [first] = savings;
  const known = new Map<string, Decimal | null>();
  const keyOf = (had: readonly Opportunity[]) => had.map((one) => savings.indexOf(one)).join(' ');
  // Of a workload of one part, each saving says what there is without and with it.
  if (parts.length === 1 && first) {
    known.set(keyOf([]), first.today);
    for (const one of savings) known.set(keyOf([one]), one.instead);
  }
  const today = todayOf(item);
  const book = bookFor(all, workload);
  const month = monthOf(workload, book, options);
  const costs = ({ workload: states, candidates }: Built) => {
    const then = states === workload ? month : monthInstead(month, states);
    return candidates.map((one) => candidateCost(one, then, book));
  };
  // A part that has no whole price today has no savings either, and is left out on both sides.
  const isKnown = parts.length === 1 ? [true] : costs(today).map((one) => one !== null);
  return (had) => {
    const key = keyOf(had);
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = costs(after(today, had)).filter((_, index) => isKnown[index]);
    const cost = now.includes(null) ? null : sum(now.flatMap((one) => one ?? []));
    known.set(key, cost);
    return cost;
  };
}

/** For each part of a workload, staying or one of its moves. */
function waysToMove(savings: readonly Opportunity[]): readonly (readonly Opportunity[])[] {
  const of = (carries: Candidate['carries']) => savings.filter(({ becomes }) => becomes.candidate?.carries === carries);
  const stayOrMove = (moves: readonly Opportunity[]) => [[], ...moves.map((one) => [one])];
  return stayOrMove(of('requests')).flatMap((one) => stayOrMove(of('realtime')).map((other) => [...one, ...other]));
}

/** What is only stated otherwise. Both parts of a workload state the same function. */
function statements(savings: readonly Opportunity[]): readonly Opportunity[] {
  const all = savings.filter(({ becomes }) => becomes.candidate === null).toSorted((a, b) => b.amount.cmp(a.amount));
  return all.filter((one, index) => all.findIndex(({ saving }) => saving.id === one.saving.id) === index);
}
