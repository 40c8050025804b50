import type { Opportunity } from '../../advise/savings/index.ts';
import type { Severity } from '../../decide/rule.ts';
import { costOf, unitPriceOf } from '../../estimate/cost-in-question.ts';
import type { LineItem } from '../../estimate/line-item.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import type { Report } from '../../portfolio/summary.ts';
import { EFFORTS } from '../../advise/savings/saving.ts';
import { placeId } from '../../pricebook/place.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { rowPrice, rowTitle } from '../cost/words.ts';
import { sentence } from '../recommend/words.ts';
import { dollars, text } from '../report/cells.ts';
import { byCost, quantityOf } from '../report/line-items.ts';
import { inOrderOfWork } from '../report/savings.ts';
import { findingsTable } from '../report/watch.ts';
import { EMPTY, markup, tag, type Html } from './markup.ts';
import { pageCell, type PageCell, type PageTable, pageRows } from './table.ts';

/** Tables of which a page shows more in a cell than a line. */

/** Savings in words, the least work first, with both estimates side by side, what it takes, and what blocks it. */
export function savingsPage(report: Report): PageTable {
  return {
    id: 'savings',
    caption: 'Savings, the least work first',
    quiet: true,
    oneLine: { name: 'Workload', amount: 'Saves', change: 'Effort' },
    columns: [
      { head: 'Workload' },
      { head: 'With' },
      { head: 'Effort' },
      { head: 'Now', numeric: true },
      { head: 'Then', numeric: true },
      { head: 'Saves', numeric: true },
      { head: 'Of the sum', numeric: true },
    ],
    ...pageRows(inOrderOfWork(report), ({ item, one, part }) => [
      pageCell(text(item.workload.name)),
      { shown: markup`${one.what}${why(one)}`, sort: one.what, numeric: false, long: true },
      { ...pageCell(text(one.saving.effort)), sort: String(EFFORTS.indexOf(one.saving.effort)) },
      pageCell(dollars(one.today)),
      pageCell(dollars(one.instead)),
      pageCell(dollars(one.amount)),
      part === null ? { shown: markup`instead`, sort: '', numeric: true } : pageCell(dollars(part)),
    ]),
  };
}

/** What a saving depends on, behind a line. */
function why({ because, change, saving, blockers }: Opportunity): Html {
  const said = [
    `${sentence(because)} There would be ${change}.`,
    `Risk: ${sentence(saving.risk)}`,
    ...(blockers.length === 0 ? [] : [`First settle: ${blockers.join('; ')}.`]),
  ];
  return markup`<details><summary>Why, and the risk</summary>${said.map((one) => markup`<p>${one}</p>`)}</details>`;
}

const TONES: Readonly<Record<Severity, 'bad' | 'warn' | 'plain'>> = { blocker: 'bad', caution: 'warn', note: 'plain' };
/** So that they sort by weight and not by letter. */
const ORDER: Readonly<Record<Severity, string>> = { blocker: '1', caution: '2', note: '3' };

/** Findings, with what to do and AWS's pages. */
export function findingsPage(report: Report): PageTable {
  return {
    id: 'findings-table',
    caption: findingsTable(report).heading,
    quiet: true,
    oneLine: { name: 'Finding', amount: 'Severity' },
    columns: [{ head: 'Severity' }, { head: 'Workload' }, { head: 'Finding' }, { head: 'What to do' }],
    ...pageRows(report.findings, ({ item, one }) => [
      { shown: tag(one.severity, TONES[one.severity]), sort: ORDER[one.severity], numeric: false },
      pageCell(text(item.workload.name)),
      lines(sentence(one.rule.title), [`${sentence(one.because)} (${one.rule.id})`]),
      { shown: markup`${one.remedy} ${one.sources.map(link)}`, sort: one.remedy, numeric: false, long: true },
    ]),
  };
}

/** Every row behind every total, with where it was priced and by which rate. */
export function lineItemsPage({ portfolio }: Report): PageTable {
  return {
    id: 'line-items',
    caption: 'Line items',
    quiet: true,
    oneLine: { name: 'What', amount: 'Cost' },
    columns: [
      { head: 'Workload' },
      { head: 'What' },
      { head: 'Quantity', numeric: true },
      { head: 'Unit price', numeric: true },
      { head: 'Cost', numeric: true },
      { head: 'Sku' },
    ],
    ...pageRows(byCost(portfolio), ({ item, row }) => [
      pageCell(text(item.workload.name)),
      lines(rowTitle(row), [`${SKUS[row.sku].service}, ${placeId(row.place)}`]),
      pageCell(quantityOf(row)),
      { shown: markup`${rowPrice(row)}`, sort: sortOf(unitPriceOf(row)), numeric: true },
      costCell(row),
      lines(
        row.sku,
        [
          row.usageType ?? '',
          row.published === null
            ? ''
            : `${row.published === 'undated' ? 'price undated' : `price of ${row.published}`}${row.imported === undefined ? '' : ', imported'}`,
        ].filter((one) => one !== ''),
      ),
    ]),
  };
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

const sortOf = (price: Decimal | null) => (price === null ? '' : plain(price));

function costCell(row: LineItem): PageCell {
  const cost = costOf(row);
  return cost === null ? { shown: markup`unknown`, sort: '', numeric: true } : pageCell(dollars(cost));
}
