import { PASSED, type Passed } from '../../intake/offers/join.ts';
import { countOf, type Status, type Verified, type VerifiedRate } from '../../app/prices/verify.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { placeId } from '../../pricebook/place.ts';
import { SKUS, unitsOf } from '../../pricebook/skus.ts';
import type { Section, Titled } from '../section.ts';

/** Which file, of what, and when AWS published it. */
export function verifyTitle({ file, head }: Verified): Titled {
  const published = head.published === null ? '' : `, published ${head.published.slice(0, 10)}`;
  return { title: file, beside: `${head.offer ?? head.format}${head.version === null ? '' : ` ${head.version}`}${published}` };
}

/** How many rates agree, and the others one by one. */
export function verifySections({ rates, rows, passed }: Verified): readonly Section[] {
  const of = (status: Status) => rates.filter((rate) => rate.status === status);
  return [
    { heading: null, lead: summary(rates) },
    tiersTable('Different prices', of('different')),
    { heading: null, ...listOf('AWS has rows of it that could not be used', of('refused'), ({ because }) => because ?? '') },
    tiersTable('Known only to AWS', of('only-aws')),
    { heading: null, ...listOf('Known only to us: the file has no row', of('only-ours'), ({ usageType }) => usageType ?? '') },
    { heading: null, words: [passedWords(rows, passed)] },
  ];
}

const COUNTED = [
  ['equal', 'equal'],
  ['different', 'different'],
  ['refused', 'refused'],
  ['only-aws', 'known only to AWS'],
  ['only-ours', 'known only to us'],
] as const satisfies readonly (readonly [Status, string])[];

function summary(rates: readonly VerifiedRate[]): string {
  if (rates.length === 0) return 'No rate of ours is in it.';
  const counts = COUNTED.map(([status, words]) => [countOf(rates, status), words] as const).filter(
    ([count, words]) => count > 0 || words === 'different',
  );
  return `Rates: ${counts.map(([count, words]) => `${count} ${words}`).join(', ')}.`;
}

function tiersTable(heading: string, rates: readonly VerifiedRate[]): Section {
  const rows = rates.flatMap((rate) =>
    rate.bands
      .filter(({ ours, isDifferent }) => isDifferent || (rate.status === 'only-aws' && ours === null))
      .map(({ from, ours, aws }) => [
        `${rate.sku} in ${placeId(rate.place)}, from ${formatQuantity(from)} ${unitsOf(rate.sku)}`,
        ours?.unitPrice ? `${formatUnitPrice(ours.unitPrice, SKUS[rate.sku].unit)} ${ours.source.published}` : 'none',
        aws ? `${formatUnitPrice(aws.unitPrice, SKUS[rate.sku].unit)} ${aws.effectiveDate}`.trim() : 'none',
        codes(ours?.skuPriceId ?? null, aws?.rateCode ?? null),
      ]),
  );
  if (rows.length === 0) return { heading: null };
  const columns = [
    { head: 'Rate' },
    { head: 'Ours', fit: true, align: 'right' },
    { head: 'AWS', fit: true, align: 'right' },
    { head: 'Rate code', fit: true },
  ] as const;
  return { heading, table: { columns, rows } };
}

/** AWS's code, and ours before it where it was another. */
function codes(ours: string | null, aws: string | null): string {
  return ours === null || ours === aws || aws === null ? (aws ?? ours ?? '') : `${ours}, now ${aws}`;
}

function listOf(heading: string, rates: readonly VerifiedRate[], beside: (rate: VerifiedRate) => string): Partial<Section> {
  if (rates.length === 0) return {};
  const list = rates.map((rate) => {
    const more = beside(rate);
    return `${rate.sku} in ${placeId(rate.place)}${more === '' ? '' : `: ${more}`}`;
  });
  return { heading, list };
}

function passedWords(rows: number, passed: Readonly<Record<Passed, number>>): string {
  const figure = (count: number) => formatQuantity(decimal(String(count)));
  const counted = (Object.keys(PASSED) as readonly Passed[]).filter((why) => passed[why] > 0);
  const others = counted.map((why) => `${figure(passed[why])} ${PASSED[why]}`);
  return `${figure(rows)} prices read${others.length === 0 ? '' : `; not compared: ${others.join(', ')}`}.`;
}
