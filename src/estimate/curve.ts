import type { Candidate } from '../candidates/candidate.ts';
import { decimal, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import type { Workload } from '../workload/schema.ts';
import { perMonth } from '../workload/units.ts';
import type { Units } from '../workload/units.ts';
import { allowancesApply, flowOf, meter, poolOf, unitsFor, type EstimateOptions, type Flow } from './month.ts';
import type { PoolEntry } from './price.ts';

/**
 * What a candidate costs a month at any number of requests, everything else as the workload says: straight pieces. All
 * amounts are times the stated number of requests, so that no division rounds them: curves of one workload compare.
 */
export interface Curve {
  cost(requests: Decimal): Decimal;
  /** For one more request, at one request. */
  readonly slope: Decimal;
  /** Numbers of requests above one at which a tier begins, and how much dearer each further request is from there on. */
  readonly bends: readonly { readonly at: Decimal; readonly steeper: Decimal }[];
}

/** Usage of one sku in one place, quantity = fixed + each × requests, and the prices it climbs; all times the stated requests. */
interface Ladder {
  readonly fixed: Decimal;
  readonly each: Decimal;
  readonly bands: readonly { readonly from: Decimal; readonly price: Decimal }[];
}

const TWO = decimal('2');

/**
 * Draws the curves of candidates for one workload: null where some price is not published, an allowance is shared by several
 * skus, or a hop does not grow with requests.
 */
export function curves(workload: Workload, book: PriceBook, options: EstimateOptions): (candidate: Candidate) => Curve | null {
  const months = monthsOf(workload, unitsFor(workload, book, options));
  return (candidate) => {
    const ladders = months && laddersOf(candidate, months, book, options);
    return ladders && curveOver(ladders);
  };
}

function curveOver(ladders: readonly Ladder[]): Curve {
  return {
    cost: (requests) => sum(ladders.map((ladder) => climb(ladder, ladder.fixed.plus(ladder.each.times(requests))))),
    slope: sum(ladders.map((ladder) => ladder.each.times(bandAt(ladder, ladder.fixed.plus(ladder.each)).price))),
    bends: ladders.flatMap(({ fixed, each, bands }) =>
      bands.flatMap((band, index) => {
        const before = bands[index - 1];
        if (!before || each.isZero() || band.from.lte(fixed.plus(each))) return [];
        return [{ at: quotient(band.from.minus(fixed), each), steeper: band.price.minus(before.price).times(each) }];
      }),
    ),
  };
}

function bandAt({ bands }: Ladder, quantity: Decimal): Ladder['bands'][number] {
  return bands.findLast((band) => band.from.lte(quantity)) ?? (bands[0] as Ladder['bands'][number]);
}

function climb({ bands }: Ladder, quantity: Decimal): Decimal {
  let cost = ZERO;
  for (const [index, { from, price }] of bands.entries()) {
    if (from.gte(quantity)) break;
    const next = bands[index + 1]?.from;
    cost = cost.plus((next === undefined || next.gt(quantity) ? quantity : next).minus(from).times(price));
  }
  return cost;
}

/** A month as stated, and one of twice the requests: what both need of the workload, counted once for all candidates. */
interface Months {
  readonly stated: Decimal;
  readonly once: Month;
  readonly twice: Month;
  readonly units: Units;
}

interface Month {
  readonly workload: Workload;
  readonly flow: Flow;
}

function monthsOf(workload: Workload, units: Units): Months | null {
  const { traffic } = workload;
  const stated = traffic && perMonth(traffic.requests, units.hoursPerMonth);
  if (!traffic || !stated || stated.isZero()) return null;
  const month = (requests: Decimal): Month => {
    const scaled = { ...workload, traffic: { ...traffic, requests: { amount: requests, per: 'month' as const } } };
    return { workload: scaled, flow: flowOf(scaled, units) };
  };
  return { stated, once: month(stated), twice: month(stated.times(TWO)), units };
}

/** Usage grows in proportion to requests, or not at all (hours, web ACLs): two measurements tell which part does. */
function laddersOf(
  candidate: Candidate,
  { stated, once, twice, units }: Months,
  book: PriceBook,
  options: EstimateOptions,
): readonly Ladder[] | null {
  const { workload } = once;
  if (candidate.hops(workload, book.homeGeography(workload.region)).some((hop) => hop.stepwise)) return null;
  const poolAt = (month: Month) => poolOf(meter(candidate, month.flow, month.workload, book, units), workload.region);
  const climbed = new Map<string, { entry: PoolEntry; fixed: Decimal; grown: Decimal }>();
  const doubled = poolAt(twice);
  for (const [index, entry] of poolAt(once).entries()) {
    const { pricingQuantity } = entry.usage;
    const grown = (doubled[index]?.usage.pricingQuantity ?? pricingQuantity).minus(pricingQuantity);
    const key = `${entry.usage.sku} ${'region' in entry.place ? entry.place.region : entry.place.geography}`;
    const known = climbed.get(key) ?? { entry, fixed: ZERO, grown: ZERO };
    climbed.set(key, { entry, fixed: known.fixed.plus(pricingQuantity.minus(grown)), grown: known.grown.plus(grown) });
  }
  const ladders: Ladder[] = [];
  const allowed = new Set<string>();
  for (const { entry, fixed, grown } of climbed.values()) {
    const rate = book.rate(entry.usage.sku, entry.place);
    if (!('tiers' in rate)) return null;
    const free = allowancesApply(workload, options) ? book.allowances.find((one) => one.skus.includes(entry.usage.sku)) : undefined;
    if (free && allowed.has(free.id)) return null;
    if (free) allowed.add(free.id);
    const shift = free?.quantity ?? ZERO;
    const bands = rate.tiers.map(({ from, unitPrice }) => ({ from: shift.plus(from).times(stated), price: unitPrice }));
    if (bands.some((band) => band.price === null)) return null;
    ladders.push({
      fixed: fixed.times(stated),
      each: grown,
      bands: [...(shift.isZero() ? [] : [{ from: ZERO, price: ZERO }]), ...(bands as Ladder['bands'])],
    });
  }
  return ladders.some((ladder) => ladder.fixed.isNegative() || ladder.each.isNegative()) ? null : ladders;
}
