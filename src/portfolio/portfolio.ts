import { adviseMonth } from '../advise/advise.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { totalOf } from '../estimate/cost-in-question.ts';
import { assumedOf, unpriced } from '../estimate/disclose.ts';
import { poolOf } from '../estimate/pool.ts';
import { marginalCosts, priceTogether, type Member } from '../estimate/price-together.ts';
import { price, type PoolEntry } from '../estimate/price.ts';
import { monthOf, type MonthOptions } from '../journey/month.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { inOrder, inProportion, type Allocation } from './allocate.ts';
import { familyOf, type Entry, type Item, type Part } from './item.ts';
import { leftOut } from './left-out.ts';

/** Many workloads as one bill. */
export interface Portfolio {
  readonly items: readonly Item[];
  /** The cost in question, as everywhere above estimates: of all items. */
  readonly cost: Decimal;
  /** What all of them would cost if no two shared a tier. */
  readonly aloneCost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly allocation: Allocation;
  readonly alwaysFree: boolean;
}

export interface PortfolioOptions extends MonthOptions {
  readonly allocation?: Allocation;
  /** Called after each workload. */
  readonly progress?: (done: number) => void;
}

/**
 * Decides and meters every workload, then prices all of them together, since tiers are of a billing family and not of an API.
 * @throws PriceError when the price book is damaged.
 */
export function portfolio(entries: readonly Entry[], book: PriceBook, options: PortfolioOptions = {}): Portfolio {
  const alwaysFree = options.alwaysFree ?? entries.some(({ workload }) => workload.alwaysFree ?? false);
  const met = entries.map((entry, index) => {
    const one = meet(entry, book, options);
    options.progress?.(index + 1);
    return one;
  });
  const order = inOrder(met);
  const members = order.flatMap((at): Member[] => {
    const one = met[at];
    return one ? [{ family: familyOf(one.workload), entries: one.entries }] : [];
  });
  const priced = priceTogether(members, book, { alwaysFree });
  const proportional = priced.map(({ lineItems }) => totalOf(lineItems));
  const allocation = options.allocation ?? 'proportional';
  const weights = allocation === 'marginal' ? marginalCosts(members, book, { alwaysFree }) : null;
  const costs = (weights && inProportion(sum(proportional), weights)) ?? proportional;
  const placeOf = new Map(order.map((at, place) => [at, place]));
  const items = met.map((one, at): Item => {
    const index = placeOf.get(at) ?? at;
    const { lineItems = [], missing = [] } = priced[index] ?? {};
    const incomplete = one.parts.flatMap(({ advised: { estimate } }) => estimate.missing);
    const all = [...missing, ...incomplete];
    return {
      ...one,
      lineItems,
      missing: all.filter((gap, first) => all.findIndex((other) => other.sku === gap.sku && other.reason === gap.reason) === first),
      bound: all.length > 0 || one.parts.length === 0 ? 'at-least' : 'exact',
      cost: costs[index] ?? sum([]),
      aloneCost: totalOf(price(one.entries, book, { alwaysFree }).flatMap((row) => row.lineItems)),
    };
  });
  return {
    items,
    cost: sum(items.map((one) => one.cost)),
    aloneCost: sum(items.map((one) => one.aloneCost)),
    bound: items.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact',
    allocation,
    alwaysFree,
  };
}

type Met = Omit<Item, 'lineItems' | 'missing' | 'bound' | 'cost' | 'aloneCost'>;

function meet(entry: Entry, book: PriceBook, options: MonthOptions): Met {
  const { workload } = entry;
  const month = monthOf(workload, book, options);
  const advice = adviseMonth(month, book, { brief: true });
  const parts = advice.picks.map(({ carries, advised: picked }): Part => {
    const used = advice.candidates.find(({ candidate }) => candidate.id === workload.inUse && candidate.carries === carries);
    return { carries, advised: used ?? picked, inUse: used !== undefined };
  });
  const candidates = parts.map(({ advised }) => advised.candidate);
  const about = (ids: readonly string[]) => ids.filter((id) => candidates.some((one) => one.id === id));
  const metered = candidates.map((one) => month.journey(one).metered);
  return {
    ...entry,
    parts,
    outcome: advice.outcome,
    entries: metered.flatMap((facts) => poolOf(facts, workload.region)),
    savings: advice.picks.flatMap((pick) => pick.savings),
    findings: advice.findings.flatMap((one) => {
      const ids = about(one.candidates);
      return ids.length === 0 ? [] : [{ ...one, candidates: ids }];
    }),
    assumed: assumedOf(metered, workload, book),
    notPriced: leftOut(parts, unpriced(candidates, metered, workload)),
  };
}

/** What a candidate uses in a month, ready to be pooled. */
export function poolEntries(candidate: Candidate, workload: Workload, book: PriceBook, options: MonthOptions): readonly PoolEntry[] {
  return poolOf(monthOf(workload, book, options).journey(candidate).metered, workload.region);
}
