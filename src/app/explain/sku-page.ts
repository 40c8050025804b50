import type { Page } from '../../documents/explain/schema.ts';
import { plain } from '../../money/decimal.ts';
import { placeId } from '../../pricebook/place.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { SKUS, type Sku } from '../../pricebook/skus.ts';

export function skuPage(id: Sku, book: PriceBook): Page {
  const { title, service, unit, scope, pool } = SKUS[id];
  return {
    kind: 'sku',
    id,
    title,
    service,
    unit,
    scope,
    pool,
    edition: book.edition.id,
    rates: book.places(id).map((where) => {
      const place = placeId(where);
      const rate = book.rate(id, where);
      if ('unavailable' in rate) return { place, tiers: 0, firstUnitPrice: null, unavailable: rate.unavailable };
      const first = rate.tiers[0];
      return {
        place,
        tiers: rate.tiers.length,
        firstUnitPrice: first?.unitPrice ? plain(first.unitPrice) : null,
        unavailable: first?.unavailable ?? null,
        ...(rate.source.imported === undefined ? {} : { imported: rate.source.imported }),
      };
    }),
  };
}
