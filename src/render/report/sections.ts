import { DIMENSIONS, type Dimension } from '../../portfolio/group.ts';
import type { Report } from '../../portfolio/summary.ts';
import { formatMoney } from '../../money/format.ts';
import { countsInWords } from '../recommend/findings.ts';
import { raisedText, sharersText, togetherText } from '../quota-words.ts';
import { sentence, usedOf } from '../recommend/words.ts';
import { commitmentsTable } from './commitments.ts';
import { cellText, part, type ReportTable } from './cells.ts';
import { BY_ITSELF, inOrderOfWork } from './savings.ts';
import { APART, scannedTable } from './scanned.ts';
import { assumptionsText, lowerBoundsText, methodText, missingText, notPricedText } from './method.ts';
import { attentionText, forecastText, reasonsText, totalText } from './opening.ts';
import { budgetsTable, effectsTable, groupTable, moversTable, tagTables, trendTable, workloadsTable } from './spending.ts';
import { pressing } from './watch.ts';
import { counted, more, MOST_ROWS } from './words.ts';
import type { Section } from '../section.ts';

export { titleOf } from './opening.ts';

/** A report in the order in which one reads it: the total and why it moved, who spends it, what to change, what to know. */
export function reportSections(report: Report): readonly Section[] {
  return [
    opening(report),
    drawn(effectsTable(report)),
    drawn(moversTable(report)),
    ...(report.trend.length > 2 ? [drawn(trendTable(report))] : []),
    budgets(report),
    drawn(commitmentsTable(report)),
    ...tagTables(report).map(drawn),
    ...(Object.keys(DIMENSIONS) as Dimension[]).map((one) => drawn(groupTable(report, one))),
    drawn(workloadsTable(report)),
    savings(report),
    scanned(report),
    quotas(report),
    findings(report),
    list('Lower bounds', lowerBoundsText(report), missingText(report)),
    list('Not priced', [], notPricedText(report)),
    list('Assumed', [], assumptionsText(report)),
    { heading: 'How it was worked out', list: methodText(report) },
  ].filter(
    ({ words = [], list: lines = [], table, after = [] }) => words.length + lines.length + after.length + (table?.rows.length ?? 0) > 0,
  );
}

function opening(report: Report): Section {
  const words = [[totalText(report), ...reasonsText(report)].join(' '), attentionText(report).join(' ')];
  return { heading: null, words: words.filter((one) => one !== '') };
}

/** The first rows of a table, in words. */
function drawn({ heading, columns, rows }: ReportTable): Section {
  return { heading, table: { columns, rows: rows.slice(0, MOST_ROWS).map((row) => row.map(cellText)) }, after: more(rows.length) };
}

function list(heading: string, words: readonly string[], all: readonly string[]): Section {
  return { heading, words, list: all.slice(0, MOST_ROWS), after: more(all.length) };
}

function budgets(report: Report): Section {
  const table = budgetsTable(report);
  return { ...drawn(table), heading: table.rows.length > 0 ? 'Budgets' : 'The month', words: forecastText(report) };
}

function scanned(report: Report): Section {
  const table = scannedTable(report);
  const section = drawn(table);
  return table.rows.length === 0 ? section : { ...section, after: [APART, ...(section.after ?? [])] };
}

function savings(report: Report): Section {
  const all = inOrderOfWork(report);
  return {
    heading: 'What would cost less',
    list: all.slice(0, MOST_ROWS).map(({ item, one, part: had }) => {
      const first = one.blockers.length === 0 ? '' : ` First settle: ${one.blockers.join('; ')}.`;
      const effort = `${one.saving.effort}${had === null ? ', instead of another' : ''}`;
      return `${formatMoney(one.amount)} a month, ${item.workload.name}: ${one.saving.name} (${effort}) – ${one.because}: ${formatMoney(one.today)} now, ${formatMoney(one.instead)} with ${one.change}. Risk: ${one.saving.risk}.${first}`;
    }),
    after: all.length === 0 ? [] : [BY_ITSELF, ...more(all.length)],
  };
}

function quotas({ quotas: all, accountQuotas }: Report): Section {
  const known = all.filter(({ one }) => one.state !== 'unknown');
  const open = all.length - known.length;
  const lines = [
    ...pressing(accountQuotas).map((one) => ({ one, of: sharersText(one) })),
    ...known.map(({ item, one }) => ({ one, of: item.workload.name })),
  ];
  return {
    heading: 'Quotas near their limit',
    list: lines
      .slice(0, MOST_ROWS)
      .map(({ one, of }) => `${one.state}, ${of} – ${usedOf(one)}, ${cellText(part(one.share))}. To be raised: ${raisedText(one)}.`),
    after: [
      ...more(lines.length),
      ...(lines.length > 0 || open > 0 ? togetherText(accountQuotas) : []),
      ...(open === 0 ? [] : [`${counted(open, 'more quota')} cannot be compared: AWS does not publish the limit there.`]),
    ],
  };
}

function findings({ findings: all }: Report): Section {
  return {
    heading: 'Findings',
    words: all.length === 0 ? [] : [`${countsInWords(all.map(({ one }) => one))}. apigw-advisor explain <rule> says why.`],
    list: all
      .slice(0, MOST_ROWS)
      .map(({ item, one }) => `${one.severity}, ${item.workload.name} (${one.rule.id}) – ${sentence(one.because)} ${one.remedy}`),
    after: more(all.length),
  };
}
