import { publishedOf, type RateChange } from '../../app/prices/changes.ts';
import type { Decimal } from '../../money/decimal.ts';
import { formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { placeId } from '../../pricebook/place.ts';
import type { Rate, Tier } from '../../pricebook/price-book.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { growth } from '../report/words.ts';
import type { Section } from '../section.ts';

/** Rates with both prices of each tier that is another, and under them when AWS published them. */
export function changesTable(heading: string, changes: readonly RateChange[]): Section {
  if (changes.length === 0) return { heading: null };
  const columns = [
    { head: 'Rate' },
    { head: 'From', fit: true, align: 'right' },
    { head: 'Before', fit: true, align: 'right' },
    { head: 'Now', fit: true, align: 'right' },
    { head: 'Change', fit: true, align: 'right' },
  ] as const;
  const rows = changes.flatMap((change) =>
    change.bands
      .filter(({ one, other, isDifferent }) => isDifferent || (one === null) !== (other === null))
      .map(({ from, one, other }) => [
        nameOf(change),
        formatQuantity(from),
        priceOf(one, change),
        priceOf(other, change),
        one?.unitPrice && other?.unitPrice ? growth(other.unitPrice.minus(one.unitPrice), one.unitPrice) : '',
      ]),
  );
  return { heading, table: { columns, rows }, after: datesOf(changes) };
}

export const nameOf = ({ sku, place }: Pick<RateChange, 'sku' | 'place'>) => `${sku} in ${placeId(place)}`;

function priceOf(tier: { readonly unitPrice: Decimal | null } | null, { sku }: RateChange): string {
  return tier?.unitPrice ? formatUnitPrice(tier.unitPrice, SKUS[sku].unit) : 'none';
}

/** `Published 2026-08-31, then 2026-10-01, effective 2026-09-01: alb/hours in eu-west-2`: a line for all rates of the same days. */
function datesOf(changes: readonly RateChange[]): readonly string[] {
  const named = new Map<string, string[]>();
  for (const change of changes) {
    const dates = [change.before, change.now].flatMap((rate) => (rate === null ? [] : [publishedOf(rate) ?? 'without a date']));
    const effective = effectiveOf(change.now);
    const days = `${dates.join(', then ')}${effective === null ? '' : `, effective ${effective}`}`;
    named.set(days, [...(named.get(days) ?? []), nameOf(change)]);
  }
  return [...named].map(([days, names]) => {
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
    return `Published ${days}: ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
  });
}

const MOST_NAMES = 4;

function effectiveOf(rate: Rate | null): Tier['effective'] {
  const dates = rate?.tiers.flatMap(({ effective }) => (effective === null ? [] : [effective])) ?? [];
  return dates.toSorted().at(-1) ?? null;
}
