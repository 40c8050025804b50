import { formatMoney } from '../../money/format.ts';
import { markdownTable } from 'markdown-table';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { WorkloadEstimate } from '../../estimate/estimate.ts';
import {
  assumptionText,
  broken,
  byPriceAlone,
  context,
  headline,
  missingText,
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
import { markdownText } from '../markdown-text.ts';

/** Estimates as GitHub-flavoured Markdown, to paste into a mail, an issue or a pull request. */
export function costMarkdown(estimates: readonly WorkloadEstimate[], which: Breakdown): string {
  return `${estimates.map((estimate) => one(estimate, which)).join('\n\n')}\n`;
}

function one(estimate: WorkloadEstimate, which: Breakdown): string {
  const candidates = ranked(estimate.candidates);
  const shown = broken(candidates, which);
  const tags = Object.entries(estimate.tags).map(([key, value]) => `${key}: ${value}`);
  const list = (texts: readonly string[]) => texts.map((text) => `- ${markdownText(text)}`).join('\n');
  const missing = missingText(candidates);
  const blind = byPriceAlone(estimate);
  return [
    `## ${markdownText(estimate.workload)}`,
    markdownText([context(estimate), ...tags].join(' · ')),
    [`**${markdownText(headline(estimate).join(' '))}**`, ...(blind === null ? [] : [markdownText(blind)])].join(' '),
    table(
      ['Candidate', 'Front door', 'Backend', 'A month', 'A year'],
      candidates.map((candidate) => [
        titleOf(candidate),
        formatMoney(candidate.frontDoorCost, candidate.frontDoorBound),
        candidate.backendCost === null ? 'not stated' : formatMoney(candidate.backendCost, candidate.backendBound),
        formatMoney(costOf(candidate), candidate.bound),
        formatMoney(yearly(costOf(candidate)), candidate.bound),
      ]),
      1,
    ),
    ...shown.flatMap((candidate) => [
      `### ${markdownText(`${titleOf(candidate)}: ${formatMoney(costOf(candidate), candidate.bound)} a month`)}`,
      table(
        ['What', 'Note', 'AWS usage type', 'Quantity', 'Unit price', 'Cost'],
        candidate.lineItems.map((item) => [
          rowTitle(item),
          item.note ?? '',
          item.usageType ?? item.sku,
          rowQuantity(item),
          rowPrice(item),
          rowCost(item),
        ]),
        3,
      ),
    ]),
    ...(missing.length > 0 ? ['### Totals with ≥ are lower bounds, for want of', list(missing)] : []),
    ...(estimate.notPriced.length > 0
      ? ['### Not priced', list(estimate.notPriced.map((unpriced) => unpricedText(unpriced, estimate.candidates)))]
      : []),
    '### Assumed',
    list(estimate.assumptions.map(assumptionText)),
    markdownText(priceDates(estimate)),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[], rightFrom: number): string {
  return markdownTable([[...head], ...rows.map((row) => row.map(markdownText))], {
    align: head.map((_, index) => (index >= rightFrom ? 'right' : 'left')),
    alignDelimiters: true,
    padding: true,
  });
}
