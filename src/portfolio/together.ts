import type { Opportunity } from '../advise/savings/index.ts';
import type { Effort } from '../advise/savings/saving.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { candidateCost } from '../estimate/candidate-cost.ts';
import { pooledCost } from '../estimate/price-together.ts';
import { monthInstead, monthOf, type MonthOptions } from '../journey/month.ts';
import { sum, ZERO, type Decimal } from '../money/decimal.ts';
import { bookFor, type PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { inOrder, inProportion } from './allocate.ts';
import type { Item } from './item.ts';
import { memberOf, poolEntries, type Portfolio } from './portfolio.ts';
import type { Watched } from './watched.ts';

/** The least work first: each is had after those before it. */
export const EFFORTS = ['setting', 'code', 'migration'] as const satisfies readonly Effort[];

/** A saving in the sum, and its part of it. */
export interface Had extends Watched<Opportunity> {
  readonly part: Decimal;
}

/**
 * Savings that can be combined. Two moves of one part of a workload that take the same work are alternatives, and so is what saves
 * nothing after a move: of the ways to combine the savings of a workload, the one that leaves it cheapest counts. The whole bill
 * is then priced again with all of them, effort by effort, so that what sharing of tiers gives or takes is in the sum.
 */
export interface Together {
  /** What the bill falls by. */
  readonly amount: Decimal;
  /** What is left of it. */
  readonly to: Decimal;
  /** What each effort adds; they add up to the amount. */
  readonly byEffort: Readonly<Record<Effort, Decimal>>;
  /** By effort, and then the most first; their parts add up to the amount. */
  readonly steps: readonly Had[];
  /** What of the amount has something to settle first. */
  readonly toSettle: Decimal;
}

/** What a workload is built as, and states. */
interface Built {
  readonly workload: Workload;
  readonly candidates: readonly Candidate[];
}

/** What can be saved together; null where nothing can. */
export function togetherOf({ items, cost, alwaysFree, freeTier }: Portfolio, book: PriceBook, options: MonthOptions): Together | null {
  const priced = { ...options, alwaysFree, freeTier };
  const chosen = items.map((item) => bestOf(item, book, priced));
  if (chosen.every((one) => one.length === 0)) return null;
  const order = inOrder(items);
  const metered = ({ workload, candidates }: Built) =>
    memberOf(
      workload,
      candidates.flatMap((one) => poolEntries(one, workload, book, priced)),
      book,
    );
  const members = items.map((item) => metered(todayOf(item)));
  const had: Had[] = [];
  const byEffort: Record<Effort, Decimal> = { setting: ZERO, code: ZERO, migration: ZERO };
  let bill = cost;
  const efforts: Effort[] = [];
  for (const effort of EFFORTS) {
    const of = items.flatMap((item, index) =>
      (chosen[index] ?? []).flatMap((one) => (one.saving.effort === effort ? [{ item, one, index }] : [])),
    );
    if (of.length === 0) continue;
    const upTo = [...efforts, effort];
    const changed = new Map(
      of.map(({ item, index }) => {
        const ones = (chosen[index] ?? []).filter(({ saving }) => upTo.includes(saving.effort));
        return [index, metered(after(todayOf(item), ones))] as const;
      }),
    );
    const then = members.map((one, index) => changed.get(index) ?? one);
    const left = pooledCost(
      order.flatMap((at) => then[at] ?? []),
      book,
      priced,
    );
    // What each saves by itself, the tiers that all share may take back.
    if (left.gte(bill)) continue;
    efforts.push(effort);
    byEffort[effort] = bill.minus(left);
    bill = left;
    for (const [index, member] of changed) members[index] = member;
    const most = of.toSorted((a, b) => b.one.amount.cmp(a.one.amount));
    const parts =
      inProportion(
        byEffort[effort],
        most.map(({ one }) => one.amount),
      ) ?? [];
    had.push(...most.map(({ item, one }, at) => ({ item, one, part: parts[at] ?? ZERO })));
  }
  if (had.length === 0) return null;
  return {
    amount: cost.minus(bill),
    to: bill,
    byEffort,
    steps: had,
    toSettle: sum(had.filter(({ one }) => one.blockers.length > 0).map(({ part }) => part)),
  };
}

const todayOf = ({ workload, parts }: Item): Built => ({ workload, candidates: parts.map(({ candidate }) => candidate) });

/** A workload with savings, one after the other. */
function after(built: Built, savings: readonly Opportunity[]): Built {
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
function bestOf(item: Item, all: PriceBook, options: MonthOptions): readonly Opportunity[] {
  const { savings } = item;
  if (savings.length < 2) return savings;
  const book = bookFor(all, item.workload);
  const month = monthOf(item.workload, book, options);
  const today = todayOf(item);
  const costs = ({ workload, candidates }: Built) => {
    const then = workload === item.workload ? month : monthInstead(month, workload);
    return candidates.map((one) => candidateCost(one, then, book));
  };
  const known = costs(today);
  // A part that has no whole price today has no savings either, and is left out on both sides.
  const costOf = (built: Built): Decimal | null => {
    const now = costs(built).filter((_, index) => known[index] !== null);
    return now.includes(null) ? null : sum(now.flatMap((one) => one ?? []));
  };
  const cost = costOf(today);
  if (cost === null) return [];
  /** What comes of the best savings on top of those that were had before. */
  const having = ({ savings: before, cost: known }: Having, more: readonly Opportunity[]): Having => {
    let best: Having = { savings: before, cost: known };
    for (const moves of waysToMove(more)) {
      const had = [...before, ...moves];
      let left = costOf(after(today, had));
      if (left === null) continue;
      for (const one of statements(more)) {
        const then = costOf(after(today, [...had, one]));
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
