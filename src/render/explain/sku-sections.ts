import type { Page } from '../../documents/explain/schema.ts';
import { decimal } from '../../money/decimal.ts';
import { formatUnitPrice } from '../../money/format.ts';
import type { Section } from '../section.ts';

type SkuPage = Extract<Page, { kind: 'sku' }>;

/** `imported on 2026-11-29: eu-west-2, us-east-1`. */
function importedIn(rates: SkuPage['rates']): readonly string[] {
  const days = [...new Set(rates.flatMap(({ imported }) => imported ?? []))].toSorted();
  return days.map((day) => `imported on ${day}: ${rates.flatMap((one) => (one.imported === day ? [one.place] : [])).join(', ')}`);
}

const PLACES = { region: 'Regions', geography: 'CloudFront geographies' };

/** What a sku bills, and its prices over all places. */
export function skuSections({ service, unit, scope, pool, rates, id, edition }: SkuPage): readonly Section[] {
  const priced = rates.flatMap(({ place, firstUnitPrice }) => (firstUnitPrice === null ? [] : [{ place, price: decimal(firstUnitPrice) }]));
  const sorted = priced.toSorted((a, b) => a.price.cmp(b.price));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const at = (end: typeof least) => (end ? `${formatUnitPrice(end.price, unit)}${scope === 'worldwide' ? '' : ` in ${end.place}`}` : '');
  const without = rates.filter(({ firstUnitPrice }) => firstUnitPrice === null);
  const reasons = [...new Set(without.map(({ unavailable }) => unavailable))];
  return [
    {
      heading: null,
      list: [
        scope === 'stated' ? 'paid to whoever runs them' : `billed by ${service} for each ${unit}`,
        `tiers: ${pool}`,
        scope === 'worldwide'
          ? 'one price for the whole world'
          : scope === 'stated'
            ? 'no price list has it: the workload states what it costs'
            : `priced in ${priced.length} of ${rates.length} ${PLACES[scope]}${edition === 'article' && scope === 'region' ? ', those of the article' : ''}`,
        ...(least && most && !least.price.eq(most.price)
          ? [`first tier: from ${at(least)} to ${at(most)}`]
          : least
            ? [`first tier: ${at(least)}`]
            : []),
        ...importedIn(rates),
      ],
    },
    {
      heading: 'Not priced',
      list: reasons.map(
        (because) =>
          `${without
            .filter(({ unavailable }) => unavailable === because)
            .map(({ place }) => place)
            .join(', ')}: ${because}.`,
      ),
    },
    {
      heading: 'Its rates, tier by tier, with source and date',
      words:
        scope === 'stated'
          ? []
          : [`apigw-advisor prices show ${id}${scope === 'worldwide' ? '' : ` --${scope} ${most?.place ?? rates[0]?.place}`}`],
    },
  ];
}
