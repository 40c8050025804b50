import { formatMoney } from '../../money/format.ts';
import { EFFECTS, type Effect } from '../../portfolio/change.ts';
import type { Report } from '../../portfolio/summary.ts';
import { nearest } from '../number.ts';
import { cellText, difference, dollars, text, type ReportTable } from '../report/cells.ts';
import { trendTable } from '../report/spending.ts';
import { NOT_STATED } from '../report/words.ts';
import { figure } from './figure.ts';
import { lineChart } from './line-chart.ts';
import { EMPTY, type Html } from './markup.ts';
import { waterfall } from './waterfall.ts';

/** How the total came to be what it is: month by month, and effect by effect since the last one. */

const MONEY = { align: 'right' } as const;

/** Totals month by month; nothing without an earlier report. */
export function trendFigure(report: Report): Html {
  const { trend } = report;
  if (trend.length < 2) return EMPTY;
  const points = trend.map(({ month, cost, bound }) => ({
    name: month ?? NOT_STATED,
    amount: formatMoney(cost, bound),
    value: nearest(cost),
  }));
  const [first, last] = [points[0], points.at(-1)];
  const description = `A line from ${first?.amount} (${first?.name}) to ${last?.amount} (${last?.name}).`;
  return figure(
    'Month by month',
    'What each report came to.',
    lineChart('chart-trend', 'Cost by month', description, points),
    trendTable(report),
  );
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
