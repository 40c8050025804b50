import type { Candidate } from '../candidates/candidate.ts';
import { candidatesFor } from '../candidates/index.ts';
import type { Assumed, Unbilled } from '../hops/hop.ts';
import type { Journey } from '../journey/journey.ts';
import { monthOf, type Month, type MonthOptions } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import { sum, ZERO } from '../money/decimal.ts';
import { formatMoney } from '../money/format.ts';
import type { Agreement } from '../pricebook/contract.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { SKUS } from '../pricebook/skus.ts';
import {
  assumedBytes,
  assumedFor,
  distinct,
  inWords,
  published,
  silentSkus,
  unpriced,
  type Assumption,
  type PriceDates,
  type Unpriced,
} from './disclose.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import type { Workload } from '../workload/schema.ts';
import type { LineItem } from './line-item.ts';
import { placeOf, poolOf } from './pool.ts';
import { price, type Missing, type PoolEntry } from './price.ts';
import type { Free } from './allowance.ts';
import { costOf, listTotalOf } from './cost-in-question.ts';

/** All line items of one candidate for one month. */
export interface CandidateEstimate {
  readonly id: string;
  readonly title: string;
  readonly carries: Candidate['carries'];
  readonly listCost: Decimal;
  /** Absent where no contract is laid; then it is what everything else here goes by. */
  readonly contractedCost?: Decimal;
  /**
   * `at-least` when a rate is not published, or a size is not stated that this candidate bills and others do not: the
   * true cost is higher, nobody can say how much. What no candidate can price because a size is missing is in `notPriced`.
   */
  readonly bound: 'exact' | 'at-least';
  readonly missing: readonly Missing[];
  readonly frontDoorCost: Decimal;
  readonly frontDoorBound: 'exact' | 'at-least';
  /** Null when the workload does not say what the backend is. */
  readonly backendCost: Decimal | null;
  readonly backendBound: 'exact' | 'at-least';
  readonly currency: 'USD';
  readonly lineItems: readonly LineItem[];
  /** What the workload states and this candidate does not have, so its total leaves it out. */
  readonly lacks: readonly string[];
}

export interface WorkloadEstimate {
  readonly workload: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly region: string;
  readonly regionName: string;
  readonly edition: 'aws' | 'article';
  /** The contract that is known, and whether the costs are by it. */
  readonly agreement: Agreement | null;
  readonly hoursPerMonth: Decimal;
  readonly pricesPublished: PriceDates;
  readonly assumptions: readonly Assumption[];
  readonly notPriced: readonly Unpriced[];
  readonly candidates: readonly CandidateEstimate[];
}

/**
 * What every candidate that applies would cost for one month: route, meter, price.
 * @throws PriceError when the price book is damaged, or has no sheet for the Region.
 */
export function estimate(workload: Workload, book: PriceBook, options: MonthOptions = {}): WorkloadEstimate {
  const month = monthOf(workload, book, options);
  const candidates = applying(month).map((candidate) => estimateOf(month.journey(candidate), book));
  return disclosed(month, book, candidates);
}

/** The candidates that are compared. */
export function applying({ workload, asked }: Month): readonly Candidate[] {
  return candidatesFor(workload, asked);
}

/** What one candidate costs for its month. */
export function estimateOf(journey: Journey, book: PriceBook): CandidateEstimate {
  return total(journey, book, journey.month);
}

/**
 * Estimates of all candidates that apply, with what they depend on.
 * @param subject ids of the candidates that the answer is about; else the cheapest are.
 */
export function disclosed(
  month: Month,
  book: PriceBook,
  candidates: readonly CandidateEstimate[],
  subject?: readonly string[],
): WorkloadEstimate {
  const { workload, units, alwaysFree, freeTier } = month;
  const compared = applying(month);
  const journeys = compared.map((candidate) => month.journey(candidate));
  const metered = journeys.map((one) => one.metered);
  const lineItems = candidates.flatMap((one) => one.lineItems);
  const silent = silentSkus(lineItems, book);
  const worth = (them: string, subtracted: Free) => savingInWords(journeys, candidates, book, subject, subtracted, them);
  const forAll = (assumed: readonly Assumed[]) => assumed.map((one) => ({ assumed: one, candidates: compared.map(({ id }) => id) }));
  return {
    workload: workload.name,
    tags: workload.tags ?? {},
    region: workload.region,
    regionName: book.placeName({ region: workload.region }),
    edition: book.edition.id,
    agreement: book.agreement,
    hoursPerMonth: units.hoursPerMonth,
    pricesPublished: published(lineItems),
    assumptions: [
      ...forAll([
        { type: 'assumed', id: 'month-hours', value: units.hoursPerMonth.toFixed() },
        assumedBytes(units.bytesPerKB),
        alwaysFree
          ? { type: 'assumed', id: 'always-free-on' }
          : { type: 'assumed', id: 'always-free-off', value: worth('they', { alwaysFree: true, freeTier }) },
        freeTier === 'none'
          ? { type: 'assumed', id: 'free-tier-none', value: worth('it', { alwaysFree, freeTier: 'legacy' }) }
          : { type: 'assumed', id: `free-tier-${freeTier}` },
      ]),
      ...assumedFor(compared, metered, workload, book),
      ...forAll(silent.length > 0 ? [{ type: 'assumed', id: 'article-silent', value: silent.join(', ') }] : []),
    ].flatMap(({ assumed, candidates: of }) => inWords([assumed]).map((one) => ({ ...one, candidates: of }))),
    notPriced: unpriced(compared, metered, workload),
    candidates,
  };
}

/**
 * The cheapest of candidates that carry the same thing. One whose total is only a lower bound never wins, nor one
 * that lacks what the workload states.
 */
export function cheapest(candidates: readonly CandidateEstimate[]): CandidateEstimate | null {
  const exact = candidates.filter((one) => one.bound === 'exact' && one.lacks.length === 0);
  return exact.reduce<CandidateEstimate | null>((best, one) => (best === null || costOf(one).lt(costOf(best)) ? one : best), null);
}

function total({ candidate, metered, served: workload }: Journey, book: PriceBook, free: Free): CandidateEstimate {
  const pool = poolOf(metered, workload.region);
  const priced = price(pool, book, free);
  const unbilled = metered.flatMap(({ hop, side, fact }) =>
    fact.type === 'unbilled' ? [unbilledRow(fact, hop, side, workload.region)] : [],
  );
  const lineItems = [...priced.flatMap((one) => one.lineItems), ...unbilled];
  const missing = [
    ...priced.flatMap((one, index) => one.missing.map((what) => ({ ...what, side: pool[index]?.side }))),
    ...metered.flatMap(({ side, fact }) =>
      fact.type === 'incomplete' ? [{ sku: fact.sku, want: fact.want, reason: fact.reason, side }] : [],
    ),
  ];
  const partial = metered.some(({ fact }) => fact.type === 'not-priced' && fact.ofTotal === true);
  const boundOf = (some: typeof missing) => (some.length > 0 ? 'at-least' : 'exact');
  const costs = (side: PoolEntry['side']) =>
    sum(
      lineItems.flatMap((item) => {
        const cost = item.side === side ? costOf(item) : null;
        return cost && !cost.isZero() ? cost : [];
      }),
    );
  const byFunction = workload.backend?.lambda !== undefined && FRONT_DOORS[candidate.frontDoor].beside === null;
  const answered = byFunction || metered.some((one) => one.side === 'backend');
  const backend = answered ? costs('backend') : null;
  const frontDoor = costs('front-door');
  return {
    id: candidate.id,
    title: candidate.title,
    carries: candidate.carries,
    ...totals(frontDoor.plus(backend ?? ZERO), lineItems, book),
    bound: partial ? 'at-least' : boundOf(missing),
    missing: distinct(missing, (one) => `${one.sku} ${one.reason}`).map(({ sku, want, reason }) => ({ sku, want, reason })),
    frontDoorCost: frontDoor,
    frontDoorBound: partial ? 'at-least' : boundOf(missing.filter((one) => one.side === 'front-door')),
    backendCost: backend,
    backendBound: boundOf(missing.filter((one) => one.side === 'backend')),
    currency: 'USD',
    lineItems,
    lacks: candidate.lacks(workload).map((one) => one.what),
  };
}

function totals(
  cost: Decimal,
  lineItems: readonly LineItem[],
  { contract }: PriceBook,
): Pick<CandidateEstimate, 'listCost' | 'contractedCost'> {
  return contract === null ? { listCost: cost } : { listCost: listTotalOf(lineItems), contractedCost: cost };
}

function unbilledRow(fact: Unbilled, hop: string, side: PoolEntry['side'], region: string): LineItem {
  return {
    hop,
    side,
    sku: fact.sku,
    place: placeOf(fact, region),
    usageType: null,
    skuPriceId: null,
    tierFrom: null,
    consumedQuantity: fact.consumedQuantity,
    consumedUnit: fact.consumedUnit,
    pricingQuantity: ZERO,
    pricingUnit: SKUS[fact.sku].unit,
    listUnitPrice: ZERO,
    listCost: ZERO,
    unpriced: null,
    note: fact.reason,
    published: null,
  };
}

/** What allowances would be worth, said of the candidate that is spoken of for requests, and of the one for connections. */
function savingInWords(
  journeys: readonly Journey[],
  candidates: readonly CandidateEstimate[],
  book: PriceBook,
  subject: readonly string[] | undefined,
  subtracted: Free,
  them: string,
): string {
  const worth = (['requests', 'realtime'] as const).flatMap((carries) => {
    const group = candidates.filter((one) => one.carries === carries);
    const best = subject === undefined ? cheapest(group) : (group.find(({ id }) => subject.includes(id)) ?? null);
    const index = best === null ? -1 : candidates.indexOf(best);
    const journey = journeys[index];
    if (best === null || journey === undefined) return [];
    const saving = costOf(best).minus(costOf(total(journey, book, subtracted)));
    return saving.gt(ZERO) ? [`${formatMoney(saving)} a month for ${best.title}`] : [];
  });
  return worth.length === 0 ? '' : `; ${them} would be worth ${worth.join(', and ')}`;
}
