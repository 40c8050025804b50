import { savingsOf } from '../advise/advise.ts';
import { pick } from '../advise/pick.ts';
import type { Policy } from '../advise/policy.ts';
import { subjectOf } from '../advise/subject.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { inspect } from '../decide/inspect.ts';
import type { Free } from '../estimate/allowance.ts';
import { listTotalOf, totalOf } from '../estimate/cost-in-question.ts';
import { assumedOf, unpriced } from '../estimate/disclose.ts';
import { poolOf } from '../estimate/pool.ts';
import { marginalCosts, priceTogether, type Member } from '../estimate/price-together.ts';
import { poolCost, type Missing, type PoolEntry } from '../estimate/price.ts';
import { monthOf, type MonthOptions } from '../journey/month.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import type { Agreement } from '../pricebook/contract.ts';
import { bookFor, paysList, type PriceBook } from '../pricebook/price-book.ts';
import type { FreeTier, Workload } from '../workload/schema.ts';
import { inOrder, inProportion, type Allocation } from './allocate.ts';
import { committedOf, type Committed } from './commitments.ts';
import { familyOf, type Entry, type Item, type Part } from './item.ts';
import { leftOut } from './left-out.ts';

/** Many workloads as one bill. */
export interface Portfolio {
  readonly items: readonly Item[];
  /** The cost in question, as everywhere above estimates: of all items. */
  readonly cost: Decimal;
  /** What AWS lists for all of it. */
  readonly listed: Decimal;
  /** The contract that is known, and whether the costs are by it. */
  readonly agreement: Agreement | null;
  /** What its commitments add to the bill, which no workload bears; null without any. */
  readonly committed: Committed | null;
  /** What all of them would cost if no two shared a tier. */
  readonly aloneCost: Decimal;
  readonly bound: 'exact' | 'at-least';
  readonly allocation: Allocation;
  readonly alwaysFree: boolean;
  readonly freeTier: FreeTier;
}

export interface PortfolioOptions extends MonthOptions {
  readonly allocation?: Allocation;
  readonly policy?: Policy;
  /** Called after each workload. */
  readonly progress?: (done: number) => void;
}

/**
 * Decides and meters every workload, then prices all of them together, since tiers are of a billing family and not of an API.
 * @throws PriceError when the price book is damaged.
 */
export function portfolio(entries: readonly Entry[], book: PriceBook, options: PortfolioOptions = {}): Portfolio {
  const alwaysFree = options.alwaysFree ?? entries.some(({ workload }) => workload.alwaysFree ?? false);
  const stated = entries.map(({ workload }) => workload.freeTier);
  const freeTier = options.freeTier ?? (['legacy', 'credits'] as const).find((one) => stated.includes(one)) ?? 'none';
  const free = { alwaysFree, freeTier };
  const met = entries.map((entry, index) => {
    const one = meet(entry, book, options, free);
    options.progress?.(index + 1);
    return one;
  });
  const order = inOrder(entries);
  const members = order.flatMap((at): Member[] => {
    const one = met[at];
    return one ? [memberOf(one.item.workload, one.entries, book)] : [];
  });
  const priced = priceTogether(members, book, free);
  const proportional = priced.map(({ lineItems }) => totalOf(lineItems));
  const allocation = options.allocation ?? 'proportional';
  const weights = allocation === 'marginal' ? marginalCosts(members, book, free) : null;
  const allocated = (parts: readonly Decimal[]) => (weights && inProportion(sum(parts), weights)) ?? parts;
  const costs = allocated(proportional);
  const listed = book.contract === null ? costs : allocated(priced.map(({ lineItems }) => listTotalOf(lineItems)));
  const placeOf = new Map(order.map((at, place) => [at, place]));
  const items = met.map(({ item, incomplete }, at): Item => {
    const index = placeOf.get(at) ?? at;
    const { lineItems = [], missing = [] } = priced[index] ?? {};
    const all = [...missing, ...incomplete];
    return {
      ...item,
      lineItems,
      missing: all.filter((gap, first) => all.findIndex((other) => other.sku === gap.sku && other.reason === gap.reason) === first),
      bound: all.length > 0 || item.parts.length === 0 ? 'at-least' : 'exact',
      cost: costs[index] ?? sum([]),
      listed: listed[index] ?? sum([]),
    };
  });
  return {
    items,
    cost: sum(items.map((one) => one.cost)),
    listed: sum(items.map((one) => one.listed)),
    agreement: book.agreement,
    committed: committedOf(items, book),
    aloneCost: sum(items.map((one) => one.aloneCost)),
    bound: items.some((one) => one.bound === 'at-least') ? 'at-least' : 'exact',
    allocation,
    ...free,
  };
}

/** What is known of a workload before all are priced together; its usage and gaps are not kept after that. */
interface Met {
  readonly item: Omit<Item, 'lineItems' | 'missing' | 'bound' | 'cost' | 'listed'>;
  readonly entries: readonly PoolEntry[];
  readonly incomplete: readonly Missing[];
}

/** A workload as it shares tiers with others. */
export function memberOf(workload: Workload, entries: readonly PoolEntry[], book: PriceBook): Member {
  return { family: familyOf(workload), entries, paysList: paysList(book, workload) };
}

function meet(entry: Entry, all: PriceBook, options: PortfolioOptions, free: Free): Met {
  const { workload } = entry;
  const book = bookFor(all, workload);
  const month = monthOf(workload, book, options);
  const { picked, decision, outcome } = pick(month, book, options.policy);
  const parts = subjectOf(picked);
  const subjects = parts.map(({ advised }) => advised);
  const candidates = subjects.map((one) => one.candidate);
  const metered = candidates.map((one) => month.journey(one).metered);
  const entries = metered.flatMap((facts) => poolOf(facts, workload.region));
  return {
    item: {
      ...entry,
      parts: parts.map(({ carries, advised: { candidate, quotas }, by }): Part => ({ carries, candidate, inUse: by === 'in-use', quotas })),
      outcome,
      aloneCost: poolCost(entries, book, free),
      savings: picked.flatMap(({ group }, index) => (subjects[index] ? savingsOf(subjects[index], group, decision, month, book) : [])),
      findings: inspect(month, candidates),
      assumed: assumedOf(metered, workload, book),
      notPriced: leftOut(subjects, unpriced(candidates, metered, workload)),
    },
    entries,
    incomplete: subjects.flatMap(({ estimate }) => estimate.missing),
  };
}

/** What a candidate uses in a month, ready to be pooled. */
export function poolEntries(candidate: Candidate, workload: Workload, book: PriceBook, options: MonthOptions): readonly PoolEntry[] {
  return poolOf(monthOf(workload, book, options).journey(candidate).metered, workload.region);
}
