import { plain } from '../../../money/decimal.ts';
import { placeId, type Place } from '../../../pricebook/place.ts';
import type { PriceBook, Rate } from '../../../pricebook/price-book.ts';
import { ALL_SKUS, SKUS, type Sku } from '../../../pricebook/skus.ts';
import type { Imported, ImportedRate } from '../import.ts';

/** By what a price may move at once. AWS has never moved one of ours so far. */
const MOST_FACTOR = '2';

/**
 * Why a list is better looked at before it is taken: a price that moved by more than a factor, or a rate of AWS's own lists that is
 * in this one no more.
 * @param book of the prices before it.
 */
export function reasonsAgainst({ rates }: Imported, book: PriceBook): readonly string[] {
  return rates.flatMap((rate) => [...jumps(rate), ...losses(rate, book)]);
}

function jumps({ sku, place, outcome, change }: ImportedRate): readonly string[] {
  if (outcome !== 'moved' || change === null) return [];
  const far = change.bands.find(({ one, other }) => {
    const [was, is] = [one?.unitPrice, other?.unitPrice];
    return was && is && (is.gt(was.times(MOST_FACTOR)) || was.gt(is.times(MOST_FACTOR)));
  });
  if (!far?.one?.unitPrice || !far.other?.unitPrice) return [];
  const [was, is] = [plain(far.one.unitPrice), plain(far.other.unitPrice)];
  return [`${sku} in ${placeId(place)} moved from $${was} to $${is}, by more than a factor of ${MOST_FACTOR}`];
}

/**
 * Whether the list before had a rate: one of the package, which has a code of AWS's, only as long as no list of its service in this
 * place was taken. From then on it is known that they lack it.
 */
function wasThere({ sku, from, tiers }: Rate, place: Place, book: PriceBook): boolean {
  if (from.kind === 'imported') return true;
  const { service } = SKUS[sku];
  return (
    tiers.some(({ skuPriceId }) => skuPriceId !== null) &&
    !ALL_SKUS.some((one) => SKUS[one].service === service && isImported(one, place, book))
  );
}

function isImported(sku: Sku, place: Place, book: PriceBook): boolean {
  const rate = book.rate(sku, place);
  return !('unavailable' in rate) && rate.from.kind === 'imported';
}

function losses({ sku, place, outcome }: ImportedRate, book: PriceBook): readonly string[] {
  if (outcome !== 'lacking') return [];
  const rate = book.rate(sku, place);
  if ('unavailable' in rate || !wasThere(rate, place, book)) return [];
  return [`${sku} in ${placeId(place)} is not in it any more`];
}
