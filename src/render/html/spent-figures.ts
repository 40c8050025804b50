import { ZERO } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import type { Report } from '../../portfolio/summary.ts';
import { teamServices } from '../../portfolio/team-services.ts';
import { nearest } from '../number.ts';
import { dollars, text, type ReportTable } from '../report/cells.ts';
import { groupTable, workloadsTable } from '../report/spending.ts';
import { NOT_STATED } from '../report/words.ts';
import { barChart } from './bars.ts';
import { figure } from './figure.ts';
import { EMPTY, markup, type Html } from './markup.ts';

/** Charts of where the money goes, each with its numbers. */

const MONEY = { align: 'right' } as const;
/** More bars than this are read in the table. */
const MOST_BARS = 10;
/** Workloads have one colour: what tells them apart is their names. */
const BLUE = 0;

/** The largest workloads; a single one is the bill itself. */
export function largestFigure(report: Report): Html {
  const { items } = report.portfolio;
  const largest = items.toSorted((a, b) => b.cost.cmp(a.cost)).slice(0, MOST_BARS);
  if (items.length < 2) return EMPTY;
  const bars = largest.map(({ workload: { name }, cost, bound }) => {
    const amount = formatMoney(cost, bound);
    return { name, amount, segments: [{ name, amount, value: nearest(cost), colour: BLUE }] };
  });
  const table = workloadsTable(report);
  return figure(
    'Largest workloads',
    items.length > largest.length ? `Dollars a month, the first ${largest.length} of ${items.length}.` : 'Dollars a month.',
    barChart('chart-largest', 'Largest workloads', `Bars, the longest first: ${bars[0]?.name} with ${bars[0]?.amount}.`, bars),
    { ...table, rows: table.rows.slice(0, MOST_BARS) },
  );
}

/** The bill by AWS service. */
export function servicesFigure(report: Report): Html {
  const groups = report.groups.service.filter(({ cost, bound }) => bound === 'at-least' || !cost.isZero());
  if (groups.length === 0) return EMPTY;
  const bars = groups.slice(0, MOST_BARS).map(({ value, cost, bound }, colour) => {
    const [name, amount] = [value ?? NOT_STATED, formatMoney(cost, bound)];
    return { name, amount, segments: [{ name, amount, value: nearest(cost), colour }] };
  });
  const [first] = bars;
  const description = `Bars, the longest first: ${first?.name} with ${first?.amount} of ${formatMoney(report.portfolio.cost, report.portfolio.bound)} a month.`;
  return figure(
    'By AWS service',
    'Dollars a month.',
    barChart('chart-services', 'Cost by AWS service', description, bars),
    groupTable(report, 'service'),
  );
}

/**
 * The bill by team, or by the first tag that was asked for, each bar in the colours of the services. Without more than one
 * team there is nothing to compare.
 */
export function teamsFigure(report: Report): Html {
  const [asked] = report.byTag;
  const who = asked?.tag ?? 'team';
  const teams = teamServices(report.portfolio, asked ? `tag:${asked.tag}` : 'team');
  if (teams.length < 2) return EMPTY;
  const services = report.groups.service.map(({ value }) => value ?? '');
  const shown = teams.slice(0, MOST_BARS);
  const bars = shown.map(({ team, cost, bound, services: spent }) => ({
    name: team ?? NOT_STATED,
    amount: formatMoney(cost, bound),
    segments: services.flatMap((name, colour) => {
      const cost = spent.get(name) ?? ZERO;
      return cost.gt(ZERO) ? [{ name, amount: formatMoney(cost), value: nearest(cost), colour }] : [];
    }),
  }));
  const numbers: ReportTable = {
    id: 'team-services',
    heading: `${who} by AWS service`,
    columns: [{ head: who }, { head: 'AWS service' }, { head: 'A month', ...MONEY }],
    rows: teams.flatMap(({ team, services: spent }) =>
      services.flatMap((name) => {
        const cost = spent.get(name);
        return cost === undefined ? [] : [[text(team ?? NOT_STATED), text(name), dollars(cost)]];
      }),
    ),
  };
  const drawn = services.filter((name) => shown.some(({ services: spent }) => spent.get(name)?.gt(ZERO)));
  const key = markup`<ul class="key">
    ${drawn.map((name) => markup`<li><i class="c${services.indexOf(name) % 8}"></i>${name}</li>`)}
  </ul>`;
  const note = teams.length > shown.length ? `Dollars a month, the first ${shown.length} of ${teams.length}.` : 'Dollars a month.';
  const description = `Stacked bars of services, the longest first: ${bars[0]?.name} with ${bars[0]?.amount}.`;
  const caption = `By ${who} and service`;
  return figure(caption, note, barChart('chart-teams', caption, description, bars), numbers, key);
}
