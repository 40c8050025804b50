import type { Item } from '../../portfolio/item.ts';
import { ALLOCATIONS, type Allocation } from '../../portfolio/allocate.ts';
import { DIMENSIONS } from '../../portfolio/group.ts';
import type { LowerBound } from '../../portfolio/lower-bounds.ts';
import type { Report } from '../../portfolio/summary.ts';
import { assumptionText, wantText } from '../cost/words.ts';
import { importedWords } from '../../estimate/disclose.ts';
import { asideText, pricesText } from '../contract-words.ts';
import { sentence } from '../recommend/words.ts';
import { text, type ReportTable } from './cells.ts';
import { inSentence, MOST_ROWS, named, NOT_STATED } from './words.ts';

/** What the numbers depend on: lower bounds, what is in no total, assumptions, dates, method. */

/** Every total that is a lower bound, and every missing price that makes it one. */
export function lowerBoundsTable({ lowerBounds, portfolio }: Report): ReportTable {
  const reasons = new Map(portfolio.items.map((one) => [one.workload.name, one.missing]));
  return {
    id: 'lower-bounds',
    heading: 'Lower bounds',
    columns: [{ head: 'Total of' }, { head: 'Which' }, { head: 'Missing' }],
    rows: lowerBounds.map(({ of, value }) => [
      text(kindOf(of)),
      text(of === 'everything' ? '' : (value ?? NOT_STATED)),
      text(of === 'workload' ? (reasons.get(value ?? '') ?? []).map((gap) => `${gap.sku}: ${sentence(wantText(gap))}`).join(' ') : ''),
    ]),
  };
}

/** What a lower bound does to what is worked out from it. */
export const OF_WHAT_IS_KNOWN = 'Shares, changes and savings cover only what is known.';

/** Which totals are at least what they say, a sentence for each kind. */
export function lowerBoundsText({ lowerBounds }: Report): readonly string[] {
  const kinds = [...new Set(lowerBounds.map((one) => one.of))];
  if (kinds.length === 0) return [];
  const sentences = kinds.map((of) => {
    const values = lowerBounds.filter((one) => one.of === of).map((one) => one.value ?? NOT_STATED);
    if (of === 'everything') return 'everything';
    const shown = values.slice(0, MOST_ROWS).join(', ');
    return `${kindOf(of)} ${shown}${values.length > MOST_ROWS ? ` and ${values.length - MOST_ROWS} more` : ''}`;
  });
  return [`These totals are lower bounds: ${sentences.join('; ')}. ${OF_WHAT_IS_KNOWN}`];
}

function kindOf(of: LowerBound['of']): string {
  return of === 'everything' || of === 'budget' || of === 'workload' || of === 'tag' ? of : inSentence(DIMENSIONS[of]);
}

/** Which missing prices make totals lower bounds, workload by workload. */
export function missingText({ portfolio }: Report): readonly string[] {
  return portfolio.items.flatMap((one) => one.missing.map((gap) => `${one.workload.name}: ${gap.sku}, ${wantText(gap)}.`));
}

export function notPricedTable({ notPriced, portfolio }: Report): ReportTable {
  return {
    id: 'not-priced',
    heading: 'Not priced',
    columns: [{ head: 'What' }, { head: 'Because' }, { head: 'Of' }],
    rows: notPriced.map(({ what, because, items }) => [text(what), text(sentence(because)), text(named(items, portfolio.items))]),
  };
}

export function assumptionsTable({ assumptions, portfolio }: Report): ReportTable {
  return {
    id: 'assumptions',
    heading: 'Assumed',
    columns: [{ head: 'Assumed' }, { head: 'Because' }, { head: 'Of' }, { head: 'Id', fit: true }],
    rows: assumptions.map((one) => [text(one.text), text(sentence(one.because)), text(named(one.items, portfolio.items)), text(one.id)]),
  };
}

export function notPricedText({ notPriced, portfolio }: Report): readonly string[] {
  return notPriced.map(({ what, because, items }) => `${sentence(`${what}${ofWhom(items, portfolio.items)}: ${because}`)}`);
}

export function assumptionsText({ assumptions, portfolio }: Report): readonly string[] {
  return assumptions.map((one) => `${assumptionText(one).replace(/\.$/, '')}${ofWhom(one.items, portfolio.items)}.`);
}

/** Said of all, it needs no names. */
function ofWhom(items: readonly Item[], all: readonly Item[]): string {
  return items.length === all.length ? '' : ` – ${named(items, all)}`;
}

/** How tiers are filled together, and the bill is divided. */
export function sharingText(allocation: Allocation): string {
  return `All workloads of one payer in a Region fill the tiers together. Allocation: ${allocation}. ${ALLOCATIONS[allocation]}`;
}

/** Edition, month, dates of the prices, and how tiers and allowances are shared. */
export function methodText({ portfolio, hoursPerMonth, edition, asOf, pricesPublished, forecast }: Report): readonly string[] {
  const { allocation, alwaysFree, freeTier } = portfolio;
  const prices = pricesText(edition, portfolio.agreement);
  const calendar =
    forecast === null || hoursPerMonth.eq(String(forecast.calendarHours))
      ? ''
      : ` This month has ${forecast.calendarHours}; --real-hours prices those.`;
  return [
    `${prices[0]?.toUpperCase()}${prices.slice(1)}, a month of ${hoursPerMonth.toFixed()} hours, as of ${asOf}.${calendar}`,
    ...asideText(portfolio.agreement).map(({ text: said, option }) => `${said} ${option} goes by it.`),
    datesText(pricesPublished),
    sharingText(allocation),
    alwaysFree ? 'Allowances that never expire are subtracted once for each payer.' : 'Allowances that never expire are not subtracted.',
    ...(freeTier === 'none' ? [] : [FREE_TIERS[freeTier]]),
  ];
}

const FREE_TIERS = {
  legacy: 'The free tier of the first 12 months is subtracted once for each payer.',
  credits: 'Credits of a new account, up to $200 once, are not subtracted.',
} as const;

function datesText(pricesPublished: Report['pricesPublished']): string {
  const { oldest, newest, undated } = pricesPublished;
  if (oldest === null) return undated ? 'The prices used are undated.' : 'No price was used.';
  const span = oldest === newest ? `on ${oldest}` : `between ${oldest} and ${newest}`;
  return `The prices used were published ${span}${importedWords(pricesPublished)}${undated ? '; some are undated' : ''}. apigw-advisor prices show <sku> --region <region> gives the source of each.`;
}
