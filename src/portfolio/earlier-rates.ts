import type { EarlierRate } from '../documents/report/read.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import { placeId } from '../pricebook/place.ts';
import type { PriceBook, Rate, Unavailable } from '../pricebook/price-book.ts';
import type { Sku } from '../pricebook/skus.ts';

const NOT_THEN = 'not published then';
const FROM: Rate['from'] = { layer: 'earlier', kind: 'imported', sheet: 'an earlier report' };

/** The price book with the prices of an earlier report; what it did not need then has today's. */
export function withEarlierRates(book: PriceBook, recorded: { readonly rates: readonly EarlierRate[] }): PriceBook {
  const known = new Map(recorded.rates.map((rate) => [`${rate.sku} ${rate.place}`, rate]));
  return {
    ...book,
    rate(sku, place) {
      const today = book.rate(sku, place);
      const then = known.get(`${sku} ${placeId(place)}`);
      return then === undefined ? today : priced(then, sku, place, today);
    },
  };
}

/** What was priced then is priced, even if nobody publishes a rate today; what had no rate then has none. */
function priced(then: EarlierRate, sku: Sku, place: Rate['place'], today: Rate | Unavailable): Rate | Unavailable {
  const [first, ...more] = then.tiers;
  if (first?.unitPrice === null && more.length === 0) return { unavailable: NOT_THEN };
  if (!('unavailable' in today)) {
    const { term: _, listed: __, ...rate } = today;
    return { ...rate, tiers: tiersOf(then, today.source), from: FROM };
  }
  const reason = today.unavailable;
  const source: Rate['source'] = { id: 'earlier', title: 'an earlier report', published: 'undated', confidence: 'D', url: null };
  return {
    sku,
    place,
    tiers: tiersOf(then, source),
    usageType: null,
    noUsageType: reason,
    noRateCode: reason,
    source,
    from: FROM,
    note: null,
    ofEdition: true,
  };
}

function tiersOf({ tiers }: EarlierRate, source: Rate['source']): Rate['tiers'] {
  return tiers.map(({ from, unitPrice, listUnitPrice }) => ({
    from: decimal(from),
    unitPrice: unitPrice === null ? null : decimal(unitPrice),
    ...(listUnitPrice === undefined ? {} : { listUnitPrice: listUnitPrice === null ? null : decimal(listUnitPrice) }),
    skuPriceId: null,
    source,
    effective: null,
    unavailable: unitPrice === null ? NOT_THEN : null,
  }));
}

/** Every rate that the rows of a report depend on, with all its tiers. */
export function ratesUsed(rows: readonly { readonly sku: Sku; readonly place: Rate['place'] }[], book: PriceBook): readonly EarlierRate[] {
  const used = new Map<string, EarlierRate>();
  for (const { sku, place } of rows) {
    const where = placeId(place);
    if (used.has(`${sku} ${where}`)) continue;
    const rate = book.rate(sku, place);
    if ('unavailable' in rate) continue;
    const tiers = rate.tiers.map(({ from, unitPrice, listUnitPrice }) => ({
      from: written(from),
      unitPrice: unitPrice && written(unitPrice),
      ...(listUnitPrice === undefined ? {} : { listUnitPrice: listUnitPrice && written(listUnitPrice) }),
    }));
    used.set(`${sku} ${where}`, { sku, place: where, tiers });
  }
  return [...used.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate);
}

const written = (value: Decimal): string => value.toFixed();
