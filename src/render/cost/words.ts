import { costOf } from '../../estimate/cost-in-question.ts';
import type { Assumption, Unpriced } from '../../estimate/disclose.ts';
import { cheapest, type CandidateEstimate, type WorkloadEstimate } from '../../estimate/estimate.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import type { Missing } from '../../estimate/price.ts';
import type { Want } from '../../estimate/want.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { formatMoney, formatQuantity, formatUnitPrice } from '../../money/format.ts';
import { SKUS } from '../../pricebook/skus.ts';

const MONTHS = decimal('12');

/** The sentences and cells of a cost report that every format shares. */

export function context({ region, regionName, edition, hoursPerMonth }: WorkloadEstimate): string {
  const prices = edition === 'article' ? 'prices of the article edition' : 'AWS list prices';
  return `${region}, ${regionName} · ${prices} · month of ${hoursPerMonth.toFixed()} hours`;
}

/** The answer in a sentence or two: the cheapest that has everything stated, and by how much. */
export function headline(estimate: WorkloadEstimate): readonly string[] {
  const { candidates } = estimate;
  const said = (one: CandidateEstimate) => `${boundSaid(one, estimate) === 'exact' ? '' : 'at least '}${formatMoney(costOf(one))}`;
  return (['requests', 'realtime'] as const).flatMap((carries) => {
    const group = candidates.filter((one) => one.carries === carries);
    if (group.length === 0) return [];
    const best = cheapest(group);
    if (best === null) return [`No total for ${carries} is exact; see what is missing below.`];
    const whole = `${best.title} costs ${said(best)} a month`;
    if (group.length === 1) return [`${whole}.`];
    const others = group.filter((one) => one !== best && one.bound === 'exact' && one.lacks.length === 0);
    const next = cheapest(others);
    const margin = next === null ? '' : ` The next, ${next.title}, costs ${said(next)}.`;
    const maybeLess = group.some((one) => one.bound === 'at-least' && costOf(one).lt(costOf(best)));
    const among = boundSaid(best, estimate) === 'exact' ? 'Cheapest of the exact totals' : 'Cheapest as far as is known';
    return [`${maybeLess ? among : 'Cheapest'}: ${whole}.${margin}`];
  });
}

/** A total is said to be at least so much where any part of it stands under *Not priced*, be it a part that all lack alike. */
export function boundSaid({ id, bound }: CandidateEstimate, { notPriced }: WorkloadEstimate): CandidateEstimate['bound'] {
  return notPriced.some(({ candidates }) => candidates.includes(id)) ? 'at-least' : bound;
}

/**
 * Where candidates are compared, what the comparison is blind to: an estimate knows no needs and no limits, so that the
 * cheapest may be one that nobody should build.
 */
export function byPriceAlone({ candidates }: WorkloadEstimate): string | null {
  const compared = (['requests', 'realtime'] as const).some((carries) => {
    const group = candidates.filter((one) => one.carries === carries);
    return group.length > 1 && cheapest(group) !== null;
  });
  return compared ? 'By price alone; apigw-advisor recommend weighs needs and limits as well.' : null;
}

/** An assumption and its reason in one sentence. */
export function assumptionText({ text, because }: Assumption): string {
  return `${text.replace(/\.$/, '')} (${because}).`;
}

export const yearly = (amount: Decimal): Decimal => amount.times(MONTHS);

/** Cheapest first; totals that are only lower bounds last, for they may be anything. */
export function ranked(candidates: readonly CandidateEstimate[]): readonly CandidateEstimate[] {
  const exact = candidates.filter((one) => one.bound === 'exact');
  const atLeast = candidates.filter((one) => one.bound === 'at-least');
  return [exact, atLeast].flatMap((group) => group.toSorted((a, b) => costOf(a).cmp(costOf(b))));
}

/** Whose rows a report lists: the cheapest of each kind, all, none, or one by its id. */
export type Breakdown = 'cheapest' | 'all' | 'none' | (string & {});

export function broken(candidates: readonly CandidateEstimate[], which: Breakdown): readonly CandidateEstimate[] {
  if (which === 'all') return candidates;
  if (which !== 'cheapest') return candidates.filter((one) => one.id === which);
  return (['requests', 'realtime'] as const).flatMap((carries) => {
    const group = candidates.filter((one) => one.carries === carries);
    return cheapest(group) ?? group[0] ?? [];
  });
}

/** How to see the rows that a report leaves out. */
export function moreRows(shown: number, of: number): string | null {
  return shown === of ? null : 'Rows of the others: --breakdown all, or --json.';
}

export function titleOf(candidate: CandidateEstimate): string {
  return candidate.lacks.length === 0 ? candidate.title : `${candidate.title} (without ${candidate.lacks.join(', ')})`;
}

/** What a row is for: the thing, its tier, the geography if it has one. */
export function rowTitle({ sku, tierFrom, place, listUnitPrice }: LineItem): string {
  const where = 'geography' in place ? `, ${place.geography}` : '';
  const tier = tierFrom?.gt('0') ? `, over ${formatQuantity(tierFrom)}` : '';
  return `${SKUS[sku].title}${where}${listUnitPrice === null ? '' : tier}`;
}

/** The quantity without its unit, which the title or the unit price names. */
export function rowQuantity({ pricingQuantity, consumedQuantity, listUnitPrice }: LineItem): string {
  const unbilled = pricingQuantity.isZero() && listUnitPrice?.isZero();
  return unbilled ? formatQuantity(consumedQuantity) : formatQuantity(pricingQuantity);
}

/** `$1.00/M`, `free`; `not published`, `not found` where there is no price. */
export function rowPrice({ listUnitPrice, pricingUnit, unpriced }: LineItem): string {
  return listUnitPrice === null ? NO_PRICE[unpriced ?? 'not-in-sheet'] : priceText(listUnitPrice, pricingUnit);
}

/** For want of what a price is missing, as a sentence says it. */
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

/** For want of what something has no price, and why. */
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
        reason: missing
          .flatMap((one) => (one.want === want ? [one.reason] : []))
          .map(inside)
          .join('; '),
      }),
    )
    .join(', and ');
}

/** A reason inside a sentence. */
const inside = (reason: string): string => reason.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());

/** What makes totals lower bounds, candidate by candidate. */
export function missingText(candidates: readonly CandidateEstimate[]): readonly string[] {
  return candidates.flatMap((one) => one.missing.map((gap) => `${gap.sku} (${one.id}): ${wantText(gap)}.`));
}

export function unpricedText({ what, because, candidates }: Unpriced, all: readonly CandidateEstimate[]): string {
  const whose = candidates.length === all.length ? '' : ` (${candidates.join(', ')})`;
  return `${what}${whose}: ${because}.`;
}

export function priceDates({ pricesPublished: { oldest, newest, undated }, region }: WorkloadEstimate): string {
  const span = oldest === newest ? `on ${oldest}` : `between ${oldest} and ${newest}`;
  const dated =
    oldest === null ? 'The prices used are undated' : `The prices used were published ${span}${undated ? '; some are undated' : ''}`;
  return `${dated}. apigw-advisor prices show <sku> --region ${region} gives the source of each.`;
}
