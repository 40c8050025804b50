import type { Side, Usage } from '../hops/hop.ts';
import { min, quotient, sum, ZERO, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import { placeId } from '../pricebook/place.ts';
import type { Allowance, Place, PriceBook, Rate, Tier, Unavailable } from '../pricebook/price-book.ts';
import { SKUS, unitsOf, type Sku } from '../pricebook/skus.ts';
import { allowanceNote, allowanceOf, type Free } from './allowance.ts';
import type { LineItem } from './line-item.ts';
import { wantOf, type Want } from './want.ts';

/** Usage of one hop, waiting to be priced together with everything that shares its tiers. */
export interface PoolEntry {
  readonly hop: string;
  readonly side: Side;
  readonly usage: Pick<Usage, 'sku' | 'consumedQuantity' | 'consumedUnit' | 'pricingQuantity' | 'note' | 'allowance'>;
  readonly place: Place;
}

/** Something that costs money and has no price: which, why, and why in words. */
export interface Missing {
  readonly sku: Sku;
  readonly want: Want;
  readonly reason: string;
}

export interface Priced {
  readonly lineItems: readonly LineItem[];
  readonly missing: readonly Missing[];
}

/**
 * Prices a whole pool of usage: tiers and allowances are filled once, by the entries in their order, so entries
 * that share a sku and a place climb one ladder together. One row for each band; no unit is lost or counted twice.
 */
export function price(pool: readonly PoolEntry[], book: PriceBook, free: Free): readonly Priced[] {
  return climbed(pool, book, free).map(({ entry, rate, bands }): Priced => {
    const { sku, pricingQuantity } = entry.usage;
    if (pricingQuantity.isZero()) return { lineItems: [], missing: [] };
    return {
      lineItems: splitConsumed(entry, rate, bands),
      missing: bands.flatMap((band) => (band.unitPrice === null ? [{ sku, want: wantOf(rate), reason: reasonOf(band) }] : [])),
    };
  });
}

/** What a pool costs, and nothing else of it, for comparing what-ifs; what has no price is left out. */
export function poolCost(pool: readonly PoolEntry[], book: PriceBook, free: Free): Decimal {
  const costs = climbed(pool, book, free).flatMap(({ bands }) =>
    bands.flatMap(({ quantity, unitPrice }) => (unitPrice === null ? [] : [quantity.times(unitPrice)])),
  );
  return sum(costs);
}

/** An entry with the bands that it fills, in the order of the pool. */
interface Climbed {
  readonly entry: PoolEntry;
  readonly rate: ReturnType<PriceBook['rate']>;
  readonly bands: readonly Band[];
}

function climbed(pool: readonly PoolEntry[], book: PriceBook, free: Free): readonly Climbed[] {
  const heights = new Map<string, Decimal>();
  const drawn = new Map<string, Decimal>();
  return pool.map((entry): Climbed => {
    const { sku, pricingQuantity } = entry.usage;
    const rate = book.rate(sku, entry.place);
    const bands: Band[] = [];
    if (pricingQuantity.isZero()) return { entry, rate, bands };
    let left = pricingQuantity;
    const band = entry.usage.allowance === 'none' ? null : allowanceBand(entry, left, allowanceOf(sku, entry.place, book, free), drawn);
    if (band) {
      bands.push(band);
      left = left.minus(band.quantity);
    }
    if ('unavailable' in rate) {
      // What an allowance covers costs nothing whatever the rate is; only what is left has no price.
      bands.push(...withoutPrice(left, rate.unavailable));
      return { entry, rate, bands };
    }
    const ladder = `${sku} ${placeId(entry.place)}`;
    const start = heights.get(ladder);
    if (!left.isZero()) bands.push(...tierBands(rate.tiers, start ?? ZERO, left));
    heights.set(ladder, start ? start.plus(left) : left);
    return { entry, rate, bands };
  });
}

export interface Band {
  readonly tier: Tier | null;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal | null;
  readonly note: string | null;
}

/** A quantity of something whose rate is not published. */
export function withoutPrice(quantity: Decimal, reason: string): readonly Band[] {
  return quantity.isZero() ? [] : [{ tier: null, quantity, unitPrice: null, note: reason }];
}

/** Why a band has no price. */
export function reasonOf({ tier, note }: Band): string {
  return (tier ? tier.unavailable : note) ?? 'not published';
}

/** The part of a quantity that falls in each tier, from `start` on; graduated: each unit by the tier it falls in. */
export function tierBands(tiers: readonly Tier[], start: Decimal, quantity: Decimal): readonly Band[] {
  if (quantity.isZero()) return [];
  const end = start.isZero() ? quantity : start.plus(quantity);
  const bands: Band[] = [];
  for (const [index, tier] of tiers.entries()) {
    if (tier.from.gte(end)) break;
    const next = tiers[index + 1]?.from;
    if (next?.lte(start)) continue;
    const from = tier.from.gt(start) ? tier.from : start;
    const until = next === undefined ? end : min(next, end);
    bands.push({ tier, quantity: from.isZero() ? until : until.minus(from), unitPrice: tier.unitPrice, note: tier.unavailable });
  }
  return bands;
}

function allowanceBand({ usage }: PoolEntry, quantity: Decimal, allowance: Allowance | null, drawn: Map<string, Decimal>): Band | null {
  if (!allowance) return null;
  const used = drawn.get(allowance.id) ?? ZERO;
  const free = min(allowance.quantity.minus(used), quantity);
  if (free.lte(ZERO)) return null;
  drawn.set(allowance.id, used.plus(free));
  return {
    tier: null,
    quantity: free,
    unitPrice: ZERO,
    note: allowanceNote(allowance, `the first ${formatQuantity(allowance.quantity)} ${unitsOf(usage.sku)}`),
  };
}

/** Shares what was consumed over the bands; what a quotient loses, the last band gets back. */
function splitConsumed(entry: PoolEntry, rate: Rate | Unavailable, bands: readonly Band[]): readonly LineItem[] {
  const { consumedQuantity, pricingQuantity } = entry.usage;
  const [only, ...others] = bands;
  if (only && others.length === 0) return [lineItem(entry, rate, only, consumedQuantity)];
  let left = consumedQuantity;
  return bands.map((band, index) => {
    const last = index === bands.length - 1;
    const even = consumedQuantity.eq(pricingQuantity);
    const consumed = last ? left : even ? band.quantity : quotient(consumedQuantity.times(band.quantity), pricingQuantity);
    left = left.minus(consumed);
    return lineItem(entry, rate, band, consumed);
  });
}

export function lineItem(
  entry: PoolEntry,
  rate: Rate | Unavailable,
  { tier, quantity, unitPrice, note }: Band,
  consumed?: Decimal,
): LineItem {
  const { usage, hop, side, place } = entry;
  return {
    hop,
    side,
    sku: usage.sku,
    place,
    usageType: 'unavailable' in rate ? null : rate.usageType,
    skuPriceId: tier?.skuPriceId ?? null,
    tierFrom: tier?.from ?? null,
    consumedQuantity: consumed ?? usage.consumedQuantity,
    consumedUnit: usage.consumedUnit,
    pricingQuantity: quantity,
    pricingUnit: SKUS[usage.sku].unit,
    ...costsOf(tier, quantity, unitPrice),
    unpriced: unitPrice === null ? wantOf(rate) : null,
    note: [usage.note, note].filter(Boolean).join('; ') || null,
    published: tier === null || SKUS[usage.sku].scope === 'stated' ? null : tier.source.published,
    ...(tier?.source.imported === undefined ? {} : { imported: tier.source.imported }),
  };
}

/** What AWS lists and, where a contract prices it, what that makes of it. */
function costsOf(
  tier: Tier | null,
  quantity: Decimal,
  unitPrice: Decimal | null,
): Pick<LineItem, 'listUnitPrice' | 'listCost' | 'contractedUnitPrice' | 'contractedCost'> {
  const cost = unitPrice && quantity.times(unitPrice);
  if (tier?.listUnitPrice === undefined) return { listUnitPrice: unitPrice, listCost: cost };
  const { listUnitPrice } = tier;
  return {
    listUnitPrice,
    listCost: listUnitPrice && quantity.times(listUnitPrice),
    contractedUnitPrice: unitPrice,
    contractedCost: cost,
  };
}
