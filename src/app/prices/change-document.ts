import type { ChangeData } from '../../documents/prices/change.ts';
import { plain } from '../../money/decimal.ts';
import type { Tier } from '../../pricebook/price-book.ts';
import { SKUS } from '../../pricebook/skus.ts';
import type { RateChange } from './changes.ts';

/** A rate that moved, as data. */
export function changeData({ sku, place, status, bands }: RateChange): ChangeData {
  return {
    sku,
    ...place,
    status,
    unit: SKUS[sku].unit,
    currency: 'USD',
    tiers: bands.map(({ from, one, other, isDifferent }) => ({
      tierFrom: plain(from),
      isDifferent,
      before: sideData(one),
      now: sideData(other),
      share:
        one?.unitPrice && other?.unitPrice && !one.unitPrice.isZero()
          ? plain(other.unitPrice.minus(one.unitPrice).div(one.unitPrice).toDecimalPlaces(6))
          : null,
    })),
  };
}

function sideData(tier: Tier | null): ChangeData['tiers'][number]['now'] {
  if (!tier?.unitPrice) return null;
  const { unitPrice, skuPriceId, effective, source } = tier;
  return { unitPrice: plain(unitPrice), rateCode: skuPriceId, effective, source: source.title, published: source.published };
}
