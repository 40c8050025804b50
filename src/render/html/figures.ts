import { ZERO } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { EFFECTS, type Effect } from '../../portfolio/change.ts';
import type { Report } from '../../portfolio/summary.ts';
import { teamServices } from '../../portfolio/team-services.ts';

import { nearest } from '../number.ts';
import { cellText, difference, dollars, text, type ReportTable } from '../report/cells.ts';
import { groupTable, trendTable } from '../report/spending.ts';
import { barChart } from './bars.ts';
import { figure } from './figure.ts';
import { lineChart } from './line-chart.ts';
import { EMPTY, markup, type Html } from './markup.ts';
import { waterfall } from './waterfall.ts';

/** The charts of a report, each with its numbers. */

const MONEY = { align: 'right' } as const;
/** More bars than this are read in the table. */
const MOST_BARS = 10;

/** The bill by AWS service. */
export function servicesFigure(report: Report): Html {
  const groups = report.groups.service;
  if (groups.length === 0) return EMPTY;
  const bars = groups.slice(0, MOST_BARS).map(({ value, cost, bound }, colour) => {
    const [name, amount] = [value ?? 'not said', formatMoney(cost, bound)];
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

/** The bill by team, each bar in the colours of the services. Without more than one team there is nothing to compare. */
export function teamsFigure(report: Report): Html {
  const teams = teamServices(report.portfolio);
  if (teams.length < 2) return EMPTY;
  const services = report.groups.service.map(({ value }) => value ?? '');
  const shown = teams.slice(0, MOST_BARS);
  const bars = shown.map(({ team, cost, bound, services: spent }) => ({
    name: team ?? 'not said',
    amount: formatMoney(cost, bound),
    segments: services.flatMap((name, colour) => {
      const cost = spent.get(name) ?? ZERO;
      return cost.gt(ZERO) ? [{ name, amount: formatMoney(cost), value: nearest(cost), colour }] : [];
    }),
  }));
  const numbers: ReportTable = {
    id: 'team-services',
    heading: 'Teams by AWS service',
    columns: [{ head: 'Team' }, { head: 'AWS service' }, { head: 'A month', ...MONEY }],
    rows: teams.flatMap(({ team, services: spent }) =>
      services.flatMap((name) => {
        const cost = spent.get(name);
        return cost === undefined ? [] : [[text(team ?? 'not said'), text(name), dollars(cost)]];
      }),
    ),
  };
  const key = markup`<ul class="key">
    ${services.map((name, colour) => markup`<li><i class="c${colour % 8}"></i>${name}</li>`)}
  </ul>`;
  const note = teams.length > shown.length ? `Dollars a month, the dearest ${shown.length} of ${teams.length} teams.` : 'Dollars a month.';
  const description = `Stacked bars of services, one for each team, the longest first: ${bars[0]?.name} with ${bars[0]?.amount}.`;
  return figure('By team and service', note, barChart('chart-teams', 'Cost by team and AWS service', description, bars), numbers, key);
}

/** Totals month by month; nothing without an earlier report. */
export function trendFigure(report: Report): Html {
  const { trend } = report;
  if (trend.length < 2) return EMPTY;
  const points = trend.map(({ month, cost, bound }) => ({
    name: month ?? 'not said',
    amount: formatMoney(cost, bound),
    value: nearest(cost),
  }));
  const [first, last] = [points[0], points.at(-1)];
  const description = `A line from ${first?.amount} (${first?.name}) to ${last?.amount} (${last?.name}).`;
  return figure('Month by month', 'Dollars a month.', lineChart('chart-trend', 'Cost by month', description, points), trendTable(report));
}

/** From the earlier total to this one, effect by effect. */
export function changeFigure(report: Report): Html {
  const { change, previousMonth, month } = report;
  if (change === null) return EMPTY;
  const moved = (Object.keys(EFFECTS) as Effect[]).filter((one) => !change.effects[one].isZero());
  const [before, now] = [previousMonth ?? 'Before', month ?? 'Now'];
  const steps = [
    { name: before, amount: formatMoney(change.from, change.fromBound), type: 'total' as const, value: nearest(change.from) },
    ...moved.map((effect) => ({
      name: effect,
      amount: cellText(difference(change.effects[effect])),
      type: 'step' as const,
      value: nearest(change.effects[effect]),
    })),
    { name: now, amount: formatMoney(change.to, change.toBound), type: 'total' as const, value: nearest(change.to) },
  ];
  const numbers: ReportTable = {
    id: 'change-numbers',
    heading: 'Effects',
    columns: [{ head: 'Effect' }, { head: 'A month', ...MONEY }],
    rows: [
      [text(before), dollars(change.from, change.fromBound)],
      ...moved.map((effect) => [text(`${effect}: ${EFFECTS[effect]}`), difference(change.effects[effect])]),
      [text(now), dollars(change.to, change.toBound)],
    ],
  };
  const description = `A waterfall from ${steps[0]?.amount} to ${steps.at(-1)?.amount} in ${moved.length} steps.`;
  const drawn = waterfall('chart-change', `From ${before} to ${now}`, description, steps);
  return figure(`From ${before} to ${now}`, 'Each effect starts where the one before it ended.', drawn, numbers);
}
