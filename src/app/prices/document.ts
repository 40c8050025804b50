import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { plain } from '../../money/decimal.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { lineItemData } from '../cost/document.ts';
import type { Listed, Quoted, Shown } from './prices.ts';

export function pricesListJson({ rows, book }: Listed): string {
  return jsonText({ schemaVersion: SCHEMA_VERSION, results: rows, regions: book.regions, geographies: book.geographies, errors: [] });
}

export function rateJson({ rate, allowance }: Shown): string {
  const { title, service, unit, pool } = SKUS[rate.sku];
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    results: [
      {
        sku: rate.sku,
        title,
        service,
        ...rate.place,
        unit,
        currency: 'USD',
        usageType: rate.usageType,
        noUsageType: rate.noUsageType,
        tiers: rate.tiers.map((tier) => ({
          tierFrom: plain(tier.from),
          listUnitPrice: tier.unitPrice && plain(tier.unitPrice),
          skuPriceId: tier.skuPriceId,
          unavailable: tier.unavailable,
          source: tier.source,
        })),
        noRateCode: rate.noRateCode,
        pool,
        alwaysFree: allowance && { quantity: plain(allowance.quantity), note: allowance.note, source: allowance.source },
        note: rate.note,
        ofEdition: rate.ofEdition,
      },
    ],
    errors: [],
  });
}

export function quoteJson({ quote }: Quoted): string {
  return jsonText({
    sku: quote.sku,
    region: 'region' in quote.place ? quote.place.region : null,
    ...('geography' in quote.place ? { geography: quote.place.geography } : {}),
    quantity: plain(quote.quantity),
    unit: quote.unit,
    listCost: plain(quote.listCost),
    bound: quote.bound,
    missing: quote.missing,
    currency: quote.currency,
    lineItems: quote.lineItems.map(lineItemData),
  });
}
