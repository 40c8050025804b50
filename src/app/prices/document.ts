import type { PricesListDocument, PricesShowDocument, QuoteDocument } from '../../documents/prices/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { plain } from '../../money/decimal.ts';
import type { Allowance } from '../../pricebook/price-book.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { lineItemData } from '../cost/document.ts';
import type { Listed, Quoted, Shown } from './prices.ts';

export function pricesListJson({ rows, book: { regions, geographies } }: Listed): string {
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    results: rows.map(({ imported, ...row }) => (imported === 0 ? row : { ...row, imported })),
    regions: [...regions],
    geographies: [...geographies],
    errors: [],
  } satisfies PricesListDocument);
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
          ...(tier.effective === null ? {} : { effective: tier.effective }),
          unavailable: tier.unavailable,
          source: tier.source,
        })),
        noRateCode: rate.noRateCode,
        pool,
        alwaysFree: allowanceData(allowance, 'always'),
        freeTier: allowanceData(allowance, 'legacy'),
        ...(rate.from.kind === 'packaged' ? {} : { list: { id: rate.from.layer, kind: rate.from.kind, sheet: rate.from.sheet } }),
        note: rate.note,
        ofEdition: rate.ofEdition,
      },
    ],
    errors: [],
  } satisfies PricesShowDocument);
}

export function quoteDocument({ quote, for: amount }: Quoted): QuoteDocument {
  return {
    sku: quote.sku,
    region: 'region' in quote.place ? quote.place.region : null,
    ...('geography' in quote.place ? { geography: quote.place.geography } : {}),
    quantity: plain(quote.quantity),
    unit: quote.unit,
    for: amount && plain(amount),
    listCost: plain(quote.listCost),
    bound: quote.bound,
    missing: [...quote.missing],
    currency: quote.currency,
    lineItems: quote.lineItems.map(lineItemData),
  };
}

export function quoteJson(quoted: Quoted): string {
  return jsonText(quoteDocument(quoted));
}

function allowanceData(allowance: Allowance | null, of: Allowance['of']) {
  if (allowance?.of !== of) return null;
  return { quantity: plain(allowance.quantity), note: allowance.note, source: allowance.source };
}
