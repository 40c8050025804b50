import { sum, ZERO, type Decimal } from '../../money/decimal.ts';
import type { Rate, Unavailable } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';
import { across, placeOf } from './places.ts';
import type { RowChange } from './rows.ts';
import type { Side } from './side.ts';

/** A price that differs, tier by tier. Null where nobody published one. */
export interface RateChange {
  readonly sku: Sku;
  readonly placeBefore: string;
  readonly placeNow: string;
  readonly unit: string;
  readonly tierFrom: Decimal;
  readonly before: Decimal | null;
  readonly now: Decimal | null;
  /** Whether the usage of either side gets so far up the tiers. */
  readonly reached: boolean;
}

/** The prices that differ among those that rows of either side rest on. A tier that only one side has is priced as the other prices it. */
export function rateChanges(rows: readonly RowChange[], before: Side, now: Side): readonly RateChange[] {
  const seen = new Map<string, readonly RateChange[]>();
  for (const row of rows) {
    const { sku } = row;
    const placeBefore = row.before?.place ?? across(sku, row.now?.place ?? '', now, before);
    const placeNow = row.now?.place ?? across(sku, placeBefore, before, now);
    const key = `${sku} ${placeBefore} ${placeNow}`;
    if (seen.has(key)) continue;
    const was = before.book.rate(sku, placeOf(sku, placeBefore));
    const is = now.book.rate(sku, placeOf(sku, placeNow));
    const alike = rows.filter((one) => one.sku === sku && one.geography === row.geography);
    const used = (['before', 'now'] as const).map((when) => sum(alike.map((one) => one[when]?.pricingQuantity ?? ZERO)));
    const bounds = [...tiersOf(was), ...tiersOf(is)].map((tier) => tier.from).toSorted((a, b) => a.cmp(b));
    const tiers = bounds.filter((from, index) => bounds[index - 1]?.eq(from) !== true);
    seen.set(
      key,
      tiers
        .map((tierFrom) => ({
          sku,
          placeBefore,
          placeNow,
          unit: SKUS[sku].unit,
          tierFrom,
          before: priceAt(was, tierFrom),
          now: priceAt(is, tierFrom),
          reached: used.some((quantity) => quantity.gt(tierFrom)),
        }))
        .filter((one) => one.before?.toFixed() !== one.now?.toFixed()),
    );
  }
  return [...seen.values()].flat();
}

function tiersOf(rate: Rate | Unavailable): Rate['tiers'] {
  return 'unavailable' in rate ? [] : rate.tiers;
}

function priceAt(rate: Rate | Unavailable, from: Decimal): Decimal | null {
  return tiersOf(rate).findLast((tier) => tier.from.lte(from))?.unitPrice ?? null;
}
