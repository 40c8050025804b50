import type { Severity } from '../../decide/rule.ts';
import { costOf } from '../../estimate/cost-in-question.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import { plain } from '../../money/decimal.ts';
import type { BudgetUse } from '../../portfolio/budgets.ts';
import type { Report } from '../../portfolio/summary.ts';
import { placeId } from '../../pricebook/place.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { rowPrice, rowTitle } from '../cost/words.ts';
import { capital, sentence } from '../recommend/words.ts';
import { dollars, text } from '../report/cells.ts';
import { quantityOf } from '../report/line-items.ts';
import { budgetsTable } from '../report/spending.ts';
import { findingsTable } from '../report/watch.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { fromReport, pageCell, type PageCell, type PageTable, pageRows } from './table.ts';

/** Tables of which a page shows more in a cell than a line. */

/** Savings with both estimates side by side, what it takes, and what stands in the way. */
export function savingsPage({ savings }: Report): PageTable {
  return {
    id: 'savings',
    caption: 'Savings, the most dollars first',
    quiet: true,
    columns: [
      { head: 'Saves', numeric: true },
      { head: 'Workload' },
      { head: 'With' },
      { head: 'Now', numeric: true },
      { head: 'Then', numeric: true },
      { head: 'Effort' },
      { head: 'Risk, and what to settle first' },
    ],
    ...pageRows(savings, ({ item, one }) => [
      pageCell(dollars(one.amount)),
      pageCell(text(item.workload.name)),
      lines(capital(one.change), [`${sentence(one.because)} (${one.saving.id})`]),
      pageCell(dollars(one.today)),
      pageCell(dollars(one.instead)),
      pageCell(text(one.saving.effort)),
      lines(sentence(one.saving.risk), one.blockers.length === 0 ? [] : [`First settle: ${one.blockers.join('; ')}.`]),
    ]),
  };
}

const TONES: Readonly<Record<Severity, string>> = { blocker: 'bad', caution: 'warn', note: '' };
/** So that they sort by weight and not by letter. */
const ORDER: Readonly<Record<Severity, string>> = { blocker: '1', caution: '2', note: '3' };

/** Findings, with what to do and AWS's pages. */
export function findingsPage(report: Report): PageTable {
  return {
    id: 'findings-table',
    caption: findingsTable(report).heading,
    quiet: true,
    columns: [{ head: 'Severity' }, { head: 'Workload' }, { head: 'Finding' }, { head: 'What to do' }],
    ...pageRows(report.findings, ({ item, one }) => [
      { shown: tag(one.severity, TONES[one.severity]), sort: ORDER[one.severity], numeric: false },
      pageCell(text(item.workload.name)),
      lines(sentence(one.rule.title), [`${sentence(one.because)} (${one.rule.id})`]),
      { shown: markup`${one.remedy} ${one.sources.map(link)}`, sort: one.remedy, numeric: false, long: true },
    ]),
  };
}

const STATES: Readonly<Record<BudgetUse['state'], string>> = { over: 'bad', within: 'good', unknown: 'warn' };

export function budgetsPage(report: Report): PageTable {
  const table = fromReport(budgetsTable(report));
  const state = table.columns.findIndex(({ head }) => head === 'State');
  return {
    ...table,
    id: 'budgets-table',
    quiet: true,
    rows: table.rows.map((row, index) =>
      row.map((cell, column) => {
        const budget = report.budgets[index];
        return column === state && budget ? { ...cell, shown: tag(budget.state, STATES[budget.state]) } : cell;
      }),
    ),
  };
}

/** Every row behind every total, with where it was priced and by which rate. */
export function lineItemsPage({ portfolio }: Report): PageTable {
  return {
    id: 'line-items',
    caption: 'Line items',
    quiet: true,
    columns: [
      { head: 'Workload' },
      { head: 'What' },
      { head: 'Quantity', numeric: true },
      { head: 'Unit price', numeric: true },
      { head: 'Cost', numeric: true },
      { head: 'Sku' },
    ],
    ...pageRows(
      portfolio.items.flatMap(({ workload, lineItems }) => lineItems.map((row) => ({ workload, row }))),
      ({ workload, row }) => [
        pageCell(text(workload.name)),
        lines(rowTitle(row), [`${SKUS[row.sku].service}, ${placeId(row.place)}`]),
        pageCell(quantityOf(row)),
        { shown: markup`${rowPrice(row)}`, sort: row.listUnitPrice === null ? '' : plain(row.listUnitPrice), numeric: true },
        costCell(row),
        lines(
          row.sku,
          [
            row.usageType ?? '',
            row.published === null ? '' : row.published === 'undated' ? 'price undated' : `price of ${row.published}`,
          ].filter((one) => one !== ''),
        ),
      ],
    ),
  };
}

function tag(word: string, tone: string): Html {
  return markup`<span class="tag ${tone}">${word}</span>`;
}

/** A page of AWS's; addresses come from the rule book, never from a workload. */
function link(url: string, index: number): Html {
  return markup`${index === 0 ? EMPTY : ' '}<a href="${url}" rel="noreferrer">AWS${index === 0 ? '' : ` ${index + 1}`}</a>`;
}

function lines(first: string, others: readonly string[]): PageCell {
  return {
    shown: markup`${first}${others.map((one) => markup`<span class="why-cell">${one}</span>`)}`,
    sort: first,
    numeric: false,
    long: true,
  };
}

function costCell(row: LineItem): PageCell {
  const cost = costOf(row);
  return cost === null ? { shown: markup`unknown`, sort: '', numeric: true } : pageCell(dollars(cost));
}
