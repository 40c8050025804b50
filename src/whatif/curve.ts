import type { Candidate } from '../candidates/candidate.ts';
import { allowanceOf } from '../estimate/allowance.ts';
import { poolOf } from '../estimate/pool.ts';
import type { PoolEntry } from '../estimate/price.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { decimal, isNegative, wholeUnits, ZERO, type Decimal } from '../money/decimal.ts';
import { placeId } from '../pricebook/place.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { requestsOf } from '../workload/polling.ts';
import { perMonth } from '../workload/units.ts';

/**
 * What a candidate costs a month at any whole number of requests, everything else as the workload says: straight pieces.
 * Costs are times the stated number of requests, so that no division rounds them, and whole numbers of 10^-places: curves of
 * one workload compare exactly.
 */
export interface Curve {
  readonly places: number;
  cost(requests: bigint): bigint;
  /** The whole numbers of requests on either side of where a tier begins; between two neighbours all is straight. */
  readonly bends: readonly bigint[];
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
export function curves(month: Month, book: PriceBook): (candidate: Candidate) => Curve | null {
  const months = monthsOf(month);
  return (candidate) => {
    const ladders = months && laddersOf(candidate, months, book);
    return ladders && curveOver(ladders);
  };
}

function curveOver(ladders: readonly Ladder[]): Curve {
  const whole = ladders.map(inWholeNumbers);
  const places = Math.max(0, ...whole.map((one) => one.places));
  const factors = whole.map((one) => 10n ** BigInt(places - one.places));
  const costAt = (requests: bigint) => whole.reduce((cost, one, index) => cost + climb(one, requests) * (factors[index] ?? 1n), 0n);
  const bends = whole.flatMap(({ fixed, each, bands }) =>
    bands.slice(1).flatMap(({ from }) => {
      if (each === 0n || from <= fixed + each) return [];
      const before = (from - fixed) / each;
      return before * each === from - fixed ? [before] : [before, before + 1n];
    }),
  );
  const starts = inOrder([1n, ...bends.filter((bend) => bend > 1n)]);
  // Every ladder is climbed once for each piece, not once for each comparison.
  const costs = [...starts, (starts.at(-1) ?? 1n) + 1n].map((at) => ({ at, cost: costAt(at) }));
  const pieces = costs.slice(0, -1).map(({ at, cost }, index): Piece => {
    const next = costs[index + 1] ?? { at: at + 1n, cost };
    return { at, cost, slope: (next.cost - cost) / (next.at - at) };
  });
  return {
    places,
    bends: starts,
    cost(requests) {
      const { at, cost, slope } = pieces.findLast((piece) => piece.at <= requests) ?? (pieces[0] as Piece);
      return cost + (requests - at) * slope;
    },
  };
}

/** Between two bends: what `at` requests cost, and each further one. */
interface Piece {
  readonly at: bigint;
  readonly cost: bigint;
  readonly slope: bigint;
}

/** Each once, the smallest first. */
export function inOrder(values: readonly bigint[]): readonly bigint[] {
  return [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** A ladder in whole numbers: quantities of 10^-a, prices of 10^-b, costs of 10^-places = 10^-(a + b). */
interface WholeLadder {
  readonly fixed: bigint;
  readonly each: bigint;
  /** `below` is what everything under the band costs. */
  readonly bands: readonly { readonly from: bigint; readonly price: bigint; readonly below: bigint }[];
  readonly places: number;
}

function inWholeNumbers({ fixed, each, bands }: Ladder): WholeLadder {
  const quantityPlaces = Math.max(fixed.decimalPlaces(), each.decimalPlaces(), ...bands.map((band) => band.from.decimalPlaces()));
  const pricePlaces = Math.max(...bands.map((band) => band.price.decimalPlaces()));
  const whole: { from: bigint; price: bigint; below: bigint }[] = [];
  for (const band of bands) {
    const from = wholeUnits(band.from, quantityPlaces);
    const last = whole.at(-1);
    const below = last ? last.below + (from - last.from) * last.price : 0n;
    whole.push({ from, price: wholeUnits(band.price, pricePlaces), below });
  }
  return {
    fixed: wholeUnits(fixed, quantityPlaces),
    each: wholeUnits(each, quantityPlaces),
    bands: whole,
    places: quantityPlaces + pricePlaces,
  };
}

function climb({ fixed, each, bands }: WholeLadder, requests: bigint): bigint {
  const quantity = fixed + each * requests;
  for (let index = bands.length - 1; index >= 0; index -= 1) {
    const band = bands[index];
    if (band && band.from < quantity) return band.below + (quantity - band.from) * band.price;
  }
  return 0n;
}

/** A month as stated, and one of twice the requests. */
interface Months {
  readonly stated: Decimal;
  readonly once: Month;
  readonly twice: Month;
}

function monthsOf(once: Month): Months | null {
  const { traffic } = once.workload;
  const stated = traffic && perMonth(requestsOf(traffic), once.units.hoursPerMonth);
  if (!traffic || !stated || stated.isZero()) return null;
  const requests = { amount: stated.times(TWO), per: 'month' as const };
  return { stated, once, twice: monthInstead(once, { ...once.workload, traffic: { ...traffic, requests } }) };
}

/** Usage grows in proportion to requests, or not at all (hours, web ACLs): two measurements tell which part does. */
function laddersOf(candidate: Candidate, { stated, once, twice }: Months, book: PriceBook): readonly Ladder[] | null {
  if (once.journey(candidate).hops.some((hop) => hop.stepwise)) return null;
  const poolAt = (month: Month) => poolOf(month.journey(candidate).metered, month.workload.region);
  const climbed = new Map<string, { entry: PoolEntry; fixed: Decimal; grown: Decimal }>();
  const doubled = poolAt(twice);
  for (const [index, entry] of poolAt(once).entries()) {
    const { pricingQuantity } = entry.usage;
    const grown = (doubled[index]?.usage.pricingQuantity ?? pricingQuantity).minus(pricingQuantity);
    const key = `${entry.usage.sku} ${placeId(entry.place)}`;
    const known = climbed.get(key) ?? { entry, fixed: ZERO, grown: ZERO };
    climbed.set(key, { entry, fixed: known.fixed.plus(pricingQuantity.minus(grown)), grown: known.grown.plus(grown) });
  }
  const ladders: Ladder[] = [];
  const allowed = new Set<string>();
  for (const { entry, fixed, grown } of climbed.values()) {
    const rate = book.rate(entry.usage.sku, entry.place);
    if (!('tiers' in rate)) return null;
    const free = allowanceOf(entry.usage.sku, entry.place, book, once);
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
  return ladders.some((ladder) => isNegative(ladder.fixed) || isNegative(ladder.each)) ? null : ladders;
}
