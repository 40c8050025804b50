import { PASSED, type Passed } from '../../intake/offers/join.ts';
import { countOf, type Status, type Verified, type VerifiedRate } from '../../app/prices/verify.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { placeId } from '../../pricebook/place.ts';
import { SKUS } from '../../pricebook/skus.ts';
import type { Section, Titled } from '../section.ts';

/** Which file, of what, and when AWS published it. */
export function verifyTitle({ file, head }: Pick<Verified, 'file' | 'head'>): Titled {
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
    { heading: null, ...listOf('Known only to us', of('only-ours'), ({ because, usageType }) => because ?? usageType ?? '') },
    { heading: null, words: [passedWords(rows, passed, 'not compared')] },
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
  const shown = rates.flatMap((rate) =>
    rate.bands
      .filter(({ one, isDifferent }) => isDifferent || (rate.status === 'only-aws' && one === null))
      .map(({ from, one: ours, other: aws }) => ({ from, ours, aws, rate, name: `${rate.sku} in ${placeId(rate.place)}` })),
  );
  if (shown.length === 0) return { heading: null };
  const columns = [
    { head: 'Rate' },
    { head: 'From', fit: true, align: 'right' },
    { head: 'Ours', fit: true, align: 'right' },
    { head: 'AWS', fit: true, align: 'right' },
  ] as const;
  const rows = shown.map(({ rate, name, from, ours, aws }) => [
    name,
    formatQuantity(from),
    ours?.unitPrice ? formatUnitPrice(ours.unitPrice, SKUS[rate.sku].unit) : 'none',
    aws ? formatUnitPrice(aws.unitPrice, SKUS[rate.sku].unit) : 'none',
  ]);
  const origins = shown.map(({ name, from, ours, aws }) => {
    const theirs = aws && `AWS ${aws.rateCode}${aws.effectiveDate === '' ? '' : `, effective ${aws.effectiveDate}`}`;
    const mine = ours && `here ${ours.skuPriceId ?? 'without rate code'}, published ${ours.source.published}`;
    return `${name} from ${formatQuantity(from)}: ${[theirs, mine].filter((one) => one !== null).join('; ')}`;
  });
  return { heading, table: { columns, rows }, after: origins };
}

function listOf(heading: string, rates: readonly VerifiedRate[], beside: (rate: VerifiedRate) => string): Partial<Section> {
  if (rates.length === 0) return {};
  const list = rates.map((rate) => {
    const more = beside(rate);
    return `${rate.sku} in ${placeId(rate.place)}${more === '' ? '' : `: ${more}`}`;
  });
  return { heading, list };
}

/** How many prices were read, and why the others are none of ours. */
export function passedWords(rows: number, passed: Readonly<Record<Passed, number>>, how: string): string {
  const figure = (count: number) => formatQuantity(decimal(String(count)));
  const counted = (Object.keys(PASSED) as readonly Passed[]).filter((why) => passed[why] > 0);
  const others = counted.map((why) => `${figure(passed[why])} ${PASSED[why]}`);
  return `${figure(rows)} ${rows === 1 ? 'price' : 'prices'} read${others.length === 0 ? '' : `; ${how}: ${others.join(', ')}`}.`;
}
