import { formatMoney } from '../../money/format.ts';
import { DIMENSIONS, type Dimension } from '../../portfolio/group.ts';
import type { Report } from '../../portfolio/summary.ts';

import { countsInWords } from '../recommend/findings.ts';
import { changeFigure, servicesFigure, teamsFigure, trendFigure } from './figures.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { page } from './page.ts';
import { savingsFigures } from './savings-figures.ts';
import { fromReport, pageTable } from './table.ts';
import { budgetsPage, findingsPage, lineItemsPage, savingsPage } from './watch-tables.ts';
import { assumptionsTable, lowerBoundsTable, methodText, notPricedTable, OF_WHAT_IS_KNOWN } from '../report/method.ts';
import { attentionText, forecastText, reasonsText, titleOf } from '../report/opening.ts';
import { groupTable, moversTable, workloadsTable } from '../report/spending.ts';
import { togetherText } from '../quota-words.ts';
import { quotasTable } from '../report/watch.ts';
import { counted } from '../report/words.ts';

/** A part of the page that the list at its top leads to. */
interface Chapter {
  readonly id: string;
  readonly heading: string;
  readonly body: readonly Html[];
}

/** A report as one page that opens anywhere: the answer, then the reasons, then the numbers, then what they rest on. */
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
  const todo = attentionText(report);
  const links = chapters.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>`);
  return markup`<h1>${titleOf(report)}</h1>
    <p class="total">${formatMoney(cost, bound)} <small>a month for ${counted(items.length, 'workload')}</small></p>
    <p class="why">${reasonsText(report).join(' ')}</p>
    ${
      todo.length === 0
        ? EMPTY
        : markup`<ul class="todo">
            ${todo.map((one) => markup`<li>${one}</li>`)}
          </ul>`
    }
    <nav aria-label="Parts of this report">
      <ul>
        ${links}
      </ul>
    </nav>`;
}

function chaptersOf(report: Report): readonly Chapter[] {
  const dimensions = (Object.keys(DIMENSIONS) as Dimension[]).map((one) => pageTable(fromReport(groupTable(report, one))));
  return [
    {
      id: 'moved',
      heading: 'Why it moved',
      body: [grid([changeFigure(report), trendFigure(report)]), pageTable(fromReport(moversTable(report)))],
    },
    { id: 'month', heading: 'Budgets and the month', body: [paragraphs(forecastText(report)), pageTable(budgetsPage(report))] },
    { id: 'save', heading: 'What would cost less', body: [grid(savingsFigures(report)), pageTable(savingsPage(report)), addUp(report)] },
    { id: 'spent', heading: 'Where it goes', body: [grid([servicesFigure(report), teamsFigure(report)]), grid(dimensions)] },
    { id: 'all', heading: 'Workloads', body: [pageTable(fromReport(workloadsTable(report, true), true))] },
    { id: 'near', heading: 'Quotas near their limit', body: [pageTable(fromReport(quotasTable(report), true)), aboutQuotas(report)] },
    { id: 'findings', heading: 'Findings', body: [findingsCount(report), pageTable(findingsPage(report))] },
    {
      id: 'bounds',
      heading: 'Lower bounds',
      body: [lowerBounds(report)],
    },
    {
      id: 'rests',
      heading: 'What it rests on',
      body: [
        list(methodText(report)),
        pageTable(fromReport(notPricedTable(report))),
        pageTable(fromReport(assumptionsTable(report))),
        unread(report),
      ],
    },
    { id: 'rows', heading: 'Line items', body: [pageTable(lineItemsPage(report))] },
  ];
}

function grid(parts: readonly Html[]): Html {
  const filled = parts.filter((one) => one.html !== '');
  return filled.length === 0 ? EMPTY : markup`<div class="grid">${filled}</div>`;
}

function paragraphs(lines: readonly string[]): Html {
  return markup`${lines.map((one) => markup`<p>${one}</p>`)}`;
}

function list(lines: readonly string[]): Html {
  return lines.length === 0
    ? EMPTY
    : markup`<ul>
        ${lines.map((one) => markup`<li>${one}</li>`)}
      </ul>`;
}

function addUp({ savings }: Report): Html {
  return savings.length === 0
    ? EMPTY
    : markup`<p class="note">Each is what it would save by itself; those of one workload do not add up.</p>`;
}

function aboutQuotas({ quotas, accountQuotas }: Report): Html {
  const open = quotas.filter(({ one }) => one.state === 'unknown').length;
  const notes = [
    ...togetherText(accountQuotas),
    ...(open === 0 ? [] : [`${counted(open, 'more quota')} cannot be compared: AWS does not publish the limit there.`]),
  ];
  return markup`${notes.map((one) => markup`<p class="note">${one}</p>`)}`;
}

function lowerBounds(report: Report): Html {
  const table = pageTable(fromReport(lowerBoundsTable(report), true));
  return table.html === '' ? EMPTY : markup`<p>These totals are at least what they say. ${OF_WHAT_IS_KNOWN}</p>${table}`;
}

function findingsCount({ findings }: Report): Html {
  return findings.length === 0 ? EMPTY : markup`<p>${countsInWords(findings.map(({ one }) => one))}.</p>`;
}

function unread({ problems }: Report): Html {
  return problems.length === 0
    ? EMPTY
    : markup`<h3>Not read, and in no total</h3>
        ${list(problems.map(({ file, line, what, because }) => `${file ?? ''}${line === null ? '' : `:${line}`}: ${what}; ${because}`))}`;
}

function footer({ asOf, edition }: Report): Html {
  const prices = edition === 'aws' ? 'AWS list prices' : 'Prices of the article edition';
  return markup`<p>apigw-advisor, as of ${asOf}. ${prices}; AWS’s bill is the bill.</p>`;
}
