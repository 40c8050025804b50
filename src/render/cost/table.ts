import { formatMoney } from '../../money/format.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { CandidateEstimate, WorkloadEstimate } from '../../estimate/estimate.ts';
import {
  assumptionText,
  broken,
  byPriceAlone,
  context,
  headline,
  missingText,
  moreRows,
  priceDates,
  ranked,
  rowCost,
  rowPrice,
  rowQuantity,
  rowTitle,
  titleOf,
  unpricedText,
  yearly,
  type Breakdown,
} from './words.ts';
import { grid } from '../grid.ts';
import { paragraph } from '../paragraph.ts';
import { forScreen } from '../plain-signs.ts';
import type { Screen } from '../theme.ts';
import { visible } from '../../documents/visible.ts';

const WIDE = 110;

/** Estimates for a person at a terminal: the answer, the comparison, the rows behind it, and what to know. */
export function costTable(estimates: readonly WorkloadEstimate[], which: Breakdown, screen: Screen): string {
  return estimates.map((one) => forScreen(oneTable(one, which, screen), screen)).join('\n\n');
}

function oneTable(estimate: WorkloadEstimate, which: Breakdown, screen: Screen): string {
  const { theme, columns } = screen;
  const candidates = ranked(estimate.candidates);
  const shown = broken(candidates, which);
  const more = moreRows(shown.length, candidates.length);
  const tags = Object.entries(estimate.tags).map(([key, value]) => `${visible(key)} ${visible(value)}`);
  const list = (texts: readonly string[]) => texts.map((text) => paragraph(text, columns, '- ')).join('\n');
  const assumptions = estimate.assumptions.map(assumptionText);
  const unpriced = estimate.notPriced.map((one) => unpricedText(one, estimate.candidates));
  const missing = missingText(candidates);
  const blind = byPriceAlone(estimate);
  return [
    theme.strong(visible(estimate.workload)) + (tags.length > 0 ? theme.faint(`  ${tags.join(' · ')}`) : ''),
    theme.faint(context(estimate)),
    '',
    ...headline(estimate).map((text) => theme.good(paragraph(text, columns, ''))),
    ...(blind === null ? [] : [theme.faint(paragraph(blind, columns, ''))]),
    '',
    comparison(candidates, screen),
    ...shown.flatMap((one) => [
      '',
      `${theme.strong(titleOf(one))}  ${formatMoney(costOf(one), one.bound)} a month`,
      breakdown(one, screen),
    ]),
    ...(more === null ? [] : [theme.faint(more)]),
    ...(missing.length > 0 ? ['', theme.warn('Totals with ≥ are lower bounds, for want of'), list(missing)] : []),
    ...(unpriced.length > 0 ? ['', theme.strong('Not priced'), list(unpriced)] : []),
    '',
    theme.strong('Assumed'),
    list(assumptions),
    '',
    `${paragraph(priceDates(estimate), columns, '')}\n`,
  ].join('\n');
}

function comparison(candidates: readonly CandidateEstimate[], screen: Screen): string {
  return grid(
    [
      { head: 'Candidate' },
      { head: 'Front door', fit: true, align: 'right' },
      { head: 'Backend', fit: true, align: 'right' },
      { head: 'A month', fit: true, align: 'right' },
      { head: 'A year', fit: true, align: 'right' },
    ],
    candidates.map((one) => [
      titleOf(one),
      formatMoney(one.frontDoorCost, one.frontDoorBound),
      one.backendCost === null ? 'not stated' : formatMoney(one.backendCost, one.backendBound),
      formatMoney(costOf(one), one.bound),
      formatMoney(yearly(costOf(one)), one.bound),
    ]),
    screen,
  );
}

function breakdown(candidate: CandidateEstimate, screen: Screen): string {
  const wide = screen.columns >= WIDE;
  return grid(
    [
      { head: 'What' },
      ...(wide ? [{ head: 'Usage type or sku', fit: true }] : []),
      { head: 'Quantity', fit: true, align: 'right' as const },
      { head: 'Unit price', fit: true, align: 'right' as const },
      { head: 'Cost', fit: true, align: 'right' as const },
    ],
    candidate.lineItems.map((item) => [
      item.note === null ? rowTitle(item) : `${rowTitle(item)} – ${item.note}`,
      ...(wide ? [item.usageType ?? item.sku] : []),
      rowQuantity(item),
      rowPrice(item),
      rowCost(item),
    ]),
    screen,
  );
}
