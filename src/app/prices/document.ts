import type { PricesListDocument, PricesShowDocument, QuoteDocument } from '../../documents/prices/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import type { Allowance } from '../../pricebook/price-book.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { listPriceOf } from '../../pricebook/contracted.ts';
import { contractData, costsData } from '../contract/document.ts';
import { lineItemData } from '../cost/document.ts';
import type { Listed, Quoted, Shown } from './prices.ts';

const text = (value: Decimal | null) => value && plain(value);

export function pricesListJson({ rows, book: { regions, geographies, agreement } }: Listed): string {
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    results: rows.map(({ imported, ...row }) => (imported === 0 ? row : { ...row, imported })),
    regions: [...regions],
    geographies: [...geographies],
    errors: [],
  } satisfies PricesListDocument);
}

export function rateJson({ rate, allowance, book }: Shown): string {
  const { title, service, unit, pool } = SKUS[rate.sku];
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    ...contractData(book.agreement),
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
          listUnitPrice: text(listPriceOf(tier)),
          ...(isLaid(book.agreement) ? { contractedUnitPrice: text(tier.unitPrice) } : {}),
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

export function quoteDocument({ quote, for: amount, book }: Quoted): QuoteDocument {
  return {
    sku: quote.sku,
    region: 'region' in quote.place ? quote.place.region : null,
    ...('geography' in quote.place ? { geography: quote.place.geography } : {}),
    quantity: plain(quote.quantity),
    unit: quote.unit,
    for: amount && plain(amount),
    ...costsData(quote, isLaid(book.agreement)),
    bound: quote.bound,
    missing: [...quote.missing],
    currency: quote.currency,
    ...contractData(book.agreement),
    lineItems: quote.lineItems.map((item) => lineItemData(item, isLaid(book.agreement))),
  };
}

export function quoteJson(quoted: Quoted): string {
  return jsonText(quoteDocument(quoted));
}

function allowanceData(allowance: Allowance | null, of: Allowance['of']) {
  if (allowance?.of !== of) return null;
  return { quantity: plain(allowance.quantity), note: allowance.note, source: allowance.source };
}
