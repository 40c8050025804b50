import { isPrice, noPrice } from './price-text.ts';
import { REFUSED } from './refusals.ts';
import { ON_DEMAND, type OfferRow } from './row.ts';

/** What of a product its rows have. */
export type ProductFields = Pick<OfferRow, 'service' | 'region' | 'location' | 'locationType' | 'usageType' | 'operation'> & {
  readonly sku: string;
};

/**
 * The rows of one product under one kind of term.
 * @param lineOf the line that was reached.
 * @throws OfferError where a term has no prices or a price is no number.
 */
export function* rowsOf(
  file: string,
  lineOf: () => number,
  { service, region, location, locationType, usageType, operation }: ProductFields,
  termType: string,
  terms: unknown,
): Generator<OfferRow> {
  const fail = (what: string) => REFUSED.value(file, lineOf(), what, 'each term of a product has priceDimensions with pricePerUnit');
  if (!isRecord(terms)) throw fail('the terms of a product are no object');
  for (const term of Object.values(terms)) {
    if (!isRecord(term) || !isRecord(term['priceDimensions'])) {
      if (termType === ON_DEMAND) throw fail('a term has no priceDimensions');
      continue;
    }
    for (const [code, dimension] of Object.entries(term['priceDimensions'])) {
      if (!isRecord(dimension) || !isRecord(dimension['pricePerUnit'])) throw fail('a price has no pricePerUnit');
      const prices = dimension['pricePerUnit'];
      const currency = Object.hasOwn(prices, 'USD') ? 'USD' : (Object.keys(prices)[0] ?? '');
      const price = textOf(prices[currency]);
      if (termType === ON_DEMAND && typeof prices[currency] === 'number')
        throw REFUSED.value(file, lineOf(), 'a price is a JSON number', 'AWS writes prices as text, and a number may have lost digits');
      if (termType === ON_DEMAND && !isPrice(price)) throw noPrice(file, lineOf(), price);
      yield {
        service,
        region,
        location,
        locationType,
        usageType,
        operation,
        rateCode: textOf(dimension['rateCode']) || code,
        termType,
        description: textOf(dimension['description']),
        unit: textOf(dimension['unit']),
        currency,
        price,
        beginRange: boundOf(dimension['beginRange']),
        endRange: boundOf(dimension['endRange']),
        effectiveDate: textOf(term['effectiveDate']),
      };
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A bound that is no text is one too: left out, it would be taken for none. */
function boundOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
