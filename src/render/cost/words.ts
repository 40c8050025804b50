import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import { importedWords, type Assumption, type Unpriced } from '../../estimate/disclose.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../../estimate/estimate.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import type { Missing } from '../../estimate/price.ts';
import type { Want } from '../../estimate/want.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { pricesText } from '../contract-words.ts';

const MONTHS = decimal('12');

/** The sentences and cells of a cost report that every format shares. */

export function context({ region, regionName, edition, agreement, hoursPerMonth }: WorkloadEstimate): string {
  return `${region}, ${regionName} · ${pricesText(edition, agreement)} · month of ${hoursPerMonth.toFixed()} hours`;
}

/** An assumption and its reason in one sentence. */
export function assumptionText({ text, because }: Pick<Assumption, 'text' | 'because'>): string {
  return `${text.replace(/\.$/, '')} (${because}).`;
}

export const yearly = (amount: Decimal): Decimal => amount.times(MONTHS);

/** Cheapest first; totals that are only lower bounds last, for they may be anything. */
export function ranked(candidates: readonly CandidateEstimate[]): readonly CandidateEstimate[] {
  const exact = candidates.filter((one) => one.bound === 'exact');
  const atLeast = candidates.filter((one) => one.bound === 'at-least');
  return [exact, atLeast].flatMap((group) => group.toSorted((a, b) => costOf(a).cmp(costOf(b))));
}

/** What a row is for: the thing, its tier, the geography if it has one. */
export function rowTitle(row: LineItem): string {
  const { sku, tierFrom, place } = row;
  const where = 'geography' in place ? `, ${place.geography}` : '';
  const tier = tierFrom?.gt('0') ? `, over ${formatQuantity(tierFrom)}` : '';
  return `${SKUS[sku].title}${where}${unitPriceOf(row) === null ? '' : tier}`;
}

/** The quantity without its unit, which the title or the unit price names. */
export function rowQuantity(row: LineItem): string {
  const { pricingQuantity, consumedQuantity } = row;
  const unbilled = pricingQuantity.isZero() && unitPriceOf(row)?.isZero();
  return unbilled ? formatQuantity(consumedQuantity) : formatQuantity(pricingQuantity);
}

/** `$1.00/M`, `free`; `not published`, `not found` where there is no price. */
export function rowPrice(row: LineItem): string {
  const price = unitPriceOf(row);
  return price === null ? NO_PRICE[row.unpriced ?? 'not-in-sheet'] : priceText(price, row.pricingUnit);
}

/** Why a price is missing, as a sentence. */
export const WANTS: Readonly<Record<Want, string>> = {
  'not-published': 'AWS publishes no rate',
  'not-in-sheet': 'our price sheet has no rate',
  'not-stated': 'a size or ratio is not stated',
};

/** The same in a cell where a price would stand. */
const NO_PRICE: Readonly<Record<Want, string>> = {
  'not-published': 'not published',
  'not-in-sheet': 'not found',
  'not-stated': 'not stated',
};

/** `$1.00/M`, `free`. */
export function priceText(price: Decimal, unit: string): string {
  return price.isZero() ? 'free' : formatUnitPrice(price, unit);
}

export function rowCost(row: LineItem): string {
  const cost = costOf(row);
  return cost === null ? 'unknown' : formatMoney(cost);
}

/** Why something has no price, and why. */
export function wantText({ want, reason }: Pick<Missing, 'want' | 'reason'>): string {
  return `${WANTS[want]} (${inside(reason)})`;
}

/** The same of several: each want once, with all its reasons. */
export function wantsText(missing: readonly Pick<Missing, 'want' | 'reason'>[]): string {
  const wants = [...new Set(missing.map(({ want }) => want))];
  return wants
    .map((want) =>
      wantText({
        want,
        reason: [...new Set(missing.flatMap((one) => (one.want === want ? [inside(one.reason)] : [])))].join('; '),
      }),
    )
    .join(', and ');
}

/** A reason inside a sentence. */
const inside = (reason: string): string => reason.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());

export function unpricedText({ what, because, candidates }: Unpriced, all: readonly CandidateEstimate[]): string {
  const whose = candidates.length === all.length ? '' : ` (${candidates.join(', ')})`;
  return `${what}${whose}: ${because}.`;
}

export function priceDates({ pricesPublished, region }: Pick<WorkloadEstimate, 'pricesPublished' | 'region'>): string {
  const { oldest, newest, undated } = pricesPublished;
  const span = oldest === newest ? `on ${oldest}` : `between ${oldest} and ${newest}`;
  const dated =
    oldest === null
      ? 'The prices used are undated'
      : `The prices used were published ${span}${importedWords(pricesPublished)}${undated ? '; some are undated' : ''}`;
  return `${dated}. apigw-advisor prices show <sku> --region ${region} gives the source of each.`;
}
