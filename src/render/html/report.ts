import { formatMoney } from '../../money/format.ts';
import { DIMENSIONS, type Dimension } from '../../portfolio/group.ts';
import { isLaid } from '../../pricebook/contract.ts';
import type { Report } from '../../portfolio/summary.ts';
import { togetherText } from '../quota-words.ts';
import { countsInWords } from '../recommend/findings.ts';
import type { ReportTable } from '../report/cells.ts';
import { commitmentsTable } from '../report/commitments.ts';
import { assumptionsTable, lowerBoundsTable, methodText, notPricedTable, OF_WHAT_IS_KNOWN } from '../report/method.ts';
import { attention, forecastText, reasonsText, titleOf } from '../report/opening.ts';
import { BY_ITSELF } from '../report/savings.ts';
import { APART, scannedTable } from '../report/scanned.ts';
import { groupTable, moversTable, tagTables, workloadsTable } from '../report/spending.ts';
import { pressing, quotasTable } from '../report/watch.ts';
import { counted } from '../report/words.ts';
import { budgetsFigure } from './budgets.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { changeFigure, trendFigure } from './moved-figures.ts';
import { page } from './page.ts';
import { savingsFigures, togetherBar } from './savings-figures.ts';
import { largestFigure, servicesFigure, teamsFigure } from './spent-figures.ts';
import { fromReport, pageTable } from './table.ts';
import { findingsPage, lineItemsPage, savingsPage } from './watch-tables.ts';

/** A part of the page that the list at its top leads to. */
interface Chapter {
  readonly id: string;
  readonly heading: string;
  readonly body: readonly Html[];
}

/** A report as one page that opens anywhere: the answer, then what is over, then the reasons, then what they depend on. */
export function reportHtml(report: Report): string {
  const chapters = chaptersOf(report).filter(({ body }) => body.some((one) => one.html !== ''));
  const main = chapters.map(
    ({ id, heading, body }) =>
      markup`<section id="${id}" aria-labelledby="${id}-heading">
        <h2 id="${id}-heading">${heading}</h2>
        ${body}
      </section>`,
  );
  return page(titleOf(report), header(report, chapters), markup`${main}`, footer(report));
}

function header(report: Report, chapters: readonly Chapter[]): Html {
  const { items, cost, bound } = report.portfolio;
  const todo = attention(report);
  const links = chapters.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>`);
  return markup`<h1>${titleOf(report)}</h1>
    <p class="total">${formatMoney(cost, bound)} <small>a month for ${counted(items.length, 'workload')}</small></p>
    <p class="why">${reasonsText(report).join(' ')}</p>
    ${
      todo.length === 0
        ? EMPTY
        : markup`<ul class="todo">
            ${todo.map(({ text, tone }) => markup`<li class="${tone}">${text}</li>`)}
          </ul>`
    }
    ${togetherBar(report)}
    <nav aria-label="Parts of this report">
      <ul>
        ${links}
      </ul>
    </nav>`;
}

function chaptersOf(report: Report): readonly Chapter[] {
  const byValue = [...tagTables(report), ...(Object.keys(DIMENSIONS) as Dimension[]).map((one) => groupTable(report, one))];
  return [
    {
      id: 'budgets',
      heading: report.budgets.length > 0 ? 'Budgets' : 'The month',
      body: [grid([budgetsFigure(report), month(report)])],
    },
    {
      id: 'commitments',
      heading: 'Commitments',
      body: [pageTable(fromReport(commitmentsTable(report), { name: 'Of', amount: 'Missing', change: 'Counted' }, true))],
    },
    {
      id: 'moved',
      heading: 'Why it moved',
      body: [
        grid([changeFigure(report), trendFigure(report)]),
        pageTable(fromReport(moversTable(report), { name: 'Workload', amount: 'Now', change: 'Change' })),
      ],
    },
    {
      id: 'save',
      heading: 'What would cost less',
      body: [grid(savingsFigures(report)), pageTable(savingsPage(report)), byItself(report), ...scanned(report)],
    },
    {
      id: 'spent',
      heading: 'Where it goes',
      body: [grid([largestFigure(report), servicesFigure(report), teamsFigure(report)]), grid(byValue.map(byValueTable))],
    },
    {
      id: 'all',
      heading: 'Workloads',
      body: [
        pageTable(fromReport(workloadsTable(report, true), { name: 'Workload', amount: 'A month', ...changeOr(report, 'Region') }, true)),
      ],
    },
    {
      id: 'near',
      heading: 'Quotas near their limit',
      body: [pageTable(fromReport(quotasTable(report), { name: 'Of', amount: 'Share', change: 'State' }, true)), aboutQuotas(report)],
    },
    { id: 'findings', heading: 'Findings', body: [findingsCount(report), pageTable(findingsPage(report))] },
    {
      id: 'bounds',
      heading: 'Lower bounds',
      body: [lowerBounds(report)],
    },
    {
      id: 'rests',
      heading: 'What the totals are based on',
      body: [
        list(methodText(report)),
        pageTable(fromReport(notPricedTable(report), { name: 'What' })),
        folded(
          counted(report.assumptions.length, 'assumption'),
          pageTable(fromReport(assumptionsTable(report), { name: 'Assumed' }, true)),
        ),
        unread(report),
      ],
    },
    { id: 'rows', heading: 'Line items', body: [lineItems(report)] },
  ];
}

function byValueTable(table: ReportTable): Html {
  const [first] = table.columns;
  const compared = table.columns.some(({ head }) => head === 'Change');
  return pageTable(fromReport(table, { name: first?.head ?? '', amount: 'A month', change: compared ? 'Change' : 'Share' }));
}

/** What stands last in the line of a workload: its change, or something else where there is nothing to compare with. */
function changeOr({ change }: Report, other: string): { readonly change: string } {
  return { change: change === null ? other : 'Change' };
}

function grid(parts: readonly Html[]): Html {
  const filled = parts.filter((one) => one.html !== '');
  return filled.length === 0 ? EMPTY : markup`<div class="grid">${filled}</div>`;
}

/** What few people read, behind a line that counts it. */
function folded(summary: string, body: Html): Html {
  return body.html === '' ? EMPTY : markup`<details class="part"><summary>${summary}</summary>${body}</details>`;
}

function month(report: Report): Html {
  const said = forecastText(report);
  return said.length === 0 ? EMPTY : markup`<div class="card">${said.map((one) => markup`<p>${one}</p>`)}</div>`;
}

function list(lines: readonly string[]): Html {
  return lines.length === 0
    ? EMPTY
    : markup`<ul>
        ${lines.map((one) => markup`<li>${one}</li>`)}
      </ul>`;
}

/** Beside the savings of the bill, and in no sum of them. */
function scanned(report: Report): readonly Html[] {
  const table = scannedTable(report);
  if (table.rows.length === 0) return [];
  return [pageTable(fromReport(table, { name: 'API', amount: 'A month' })), markup`<p class="note">${APART}</p>`];
}

function byItself({ savings }: Report): Html {
  return savings.length === 0 ? EMPTY : markup`<p class="note">${BY_ITSELF}</p>`;
}

function aboutQuotas({ quotas, accountQuotas }: Report): Html {
  const known = quotas.length > 0 || pressing(accountQuotas).length > 0;
  const open = quotas.filter(({ one }) => one.state === 'unknown').length;
  const notes = [
    ...(known ? togetherText(accountQuotas) : []),
    ...(open === 0 ? [] : [`${counted(open, 'more quota')} cannot be compared: AWS does not publish the limit there.`]),
  ];
  return markup`${notes.map((one) => markup`<p class="note">${one}</p>`)}`;
}

function lowerBounds(report: Report): Html {
  const table = pageTable(fromReport(lowerBoundsTable(report), { name: 'Which', amount: 'Total of' }, true));
  return table.html === '' ? EMPTY : markup`<p>These totals are lower bounds. ${OF_WHAT_IS_KNOWN}</p>${table}`;
}

function findingsCount({ findings }: Report): Html {
  return findings.length === 0 ? EMPTY : markup`<p>${countsInWords(findings.map(({ one }) => one))}.</p>`;
}

function lineItems(report: Report): Html {
  const table = lineItemsPage(report);
  return folded(`${counted(table.of, 'row')}, the most expensive first`, pageTable(table));
}

function unread({ problems }: Report): Html {
  return problems.length === 0
    ? EMPTY
    : markup`<h3>Not read, and in no total</h3>
        ${list(problems.map(({ file, line, what, because }) => `${file ?? ''}${line === null ? '' : `:${line}`}: ${what}; ${because}`))}`;
}

function footer({ asOf, edition, portfolio: { agreement } }: Report): Html {
  const prices = isLaid(agreement) ? 'Contracted prices' : edition === 'aws' ? 'AWS list prices' : 'Prices of the article edition';
  return markup`<p>apigw-advisor, as of ${asOf}. ${prices}; AWS’s bill is the bill.</p>`;
}
