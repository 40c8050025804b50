import type { Opportunity } from '../advise/savings/index.ts';
import { EFFORTS, type Effort } from '../advise/savings/saving.ts';
import { pooledCost, priceTogether, type Member } from '../estimate/price-together.ts';
import type { MonthOptions } from '../journey/month.ts';
import { sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { after, bestOf, todayOf, type Built } from './best-together.ts';
import { inOrder, inProportion } from './allocate.ts';
import { committedOf } from './commitments.ts';
import { memberOf, poolEntries, type Portfolio } from './portfolio.ts';
import type { Watched } from './watched.ts';

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
  /** What is paid less, for the bill and for what is missing of commitments: less than the amount below one. Null without any. */
  readonly paidLess: Decimal | null;
}

/** What can be saved together; null where nothing can. */
export function togetherOf(
  { items, cost, committed, alwaysFree, freeTier }: Portfolio,
  book: PriceBook,
  options: MonthOptions,
): Together | null {
  const free = { ...options, alwaysFree, freeTier };
  const chosen = items.map((item) => bestOf(item, book, free));
  if (chosen.every((one) => one.length === 0)) return null;
  const order = inOrder(items);
  const inTurn = (all: readonly Member[]) => order.flatMap((at) => all[at] ?? []);
  const metered = ({ workload, candidates }: Built) =>
    memberOf(
      workload,
      candidates.flatMap((one) => poolEntries(one, workload, book, free)),
      book,
    );
  const members = items.map((item) => metered(todayOf(item)));
  const billOf = () => {
    const priced = priceTogether(inTurn(members), book, free);
    return order.flatMap((at, index) => {
      const [item, rows] = [items[at], priced[index]];
      return item && rows ? [{ workload: item.workload, ...rows }] : [];
    });
  };
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
    const left = pooledCost(inTurn(then), book, free);
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
  const then = committed && committedOf(billOf(), book);
  const amount = cost.minus(bill);
  return {
    amount,
    to: bill,
    byEffort,
    steps: had,
    paidLess: then && amount.minus(then.shortfall.minus(committed.shortfall)),
    toSettle: sum(had.filter(({ one }) => one.blockers.length > 0).map(({ part }) => part)),
  };
}
