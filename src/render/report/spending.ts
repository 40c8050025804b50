import { EFFECTS, type Effect } from '../../portfolio/change.ts';
import { usedUpOn } from '../../portfolio/forecast.ts';
import { DIMENSIONS, valueOf, type Dimension } from '../../portfolio/group.ts';
import type { Item } from '../../portfolio/item.ts';
import { tagsInWords } from '../../portfolio/lower-bounds.ts';
import type { Report } from '../../portfolio/summary.ts';
import { count, difference, dollars, part, text, type Cell, type ReportTable } from './cells.ts';
import { builtAs } from './words.ts';

/** The tables of what is spent: why it moved, by whom, on what. */

const MONEY = { fit: true, align: 'right' } as const;
const EFFECT_IDS = Object.keys(EFFECTS) as Effect[];

/** The way from the earlier total to this one, effect by effect; without rows where there is nothing to compare with. */
export function effectsTable({ change, previousMonth }: Report): ReportTable {
  const moved = change === null ? [] : EFFECT_IDS.filter((one) => !change.effects[one].isZero());
  return {
    id: 'effects',
    heading: 'Why it moved',
    columns: [{ head: 'Effect', fit: true }, { head: 'That is' }, { head: 'A month', ...MONEY }],
    rows:
      change === null
        ? []
        : [
            [text(previousMonth ?? 'Before'), text(''), dollars(change.from, change.fromBound)],
            ...moved.map((one) => [text(one), text(EFFECTS[one]), difference(change.effects[one])]),
            [text('Now'), text(''), dollars(change.to, change.toBound)],
          ],
  };
}

/** Workloads whose cost changed, the most first, each with the effect that did most of it. */
export function moversTable({ change }: Report): ReportTable {
  const moved = (change?.items ?? [])
    .filter((one) => !one.to.eq(one.from))
    .toSorted((a, b) => b.to.minus(b.from).abs().cmp(a.to.minus(a.from).abs()));
  return {
    id: 'movers',
    heading: 'Top movers',
    columns: [
      { head: 'Workload' },
      { head: 'Mostly' },
      { head: 'Before', ...MONEY },
      { head: 'Now', ...MONEY },
      { head: 'Change', ...MONEY },
    ],
    rows: moved.map((one) => {
      const [most] = EFFECT_IDS.toSorted((a, b) => one.effects[b].abs().cmp(one.effects[a].abs()));
      return [
        text(one.workload),
        text(most ?? ''),
        dollars(one.from, one.fromBound),
        dollars(one.to, one.toBound),
        difference(one.to.minus(one.from)),
      ];
    }),
  };
}

/** Totals month by month, where more than the last month is known. */
export function trendTable({ trend }: Report): ReportTable {
  return {
    id: 'trend',
    heading: 'Month by month',
    columns: [{ head: 'Month' }, { head: 'A month', ...MONEY }, { head: 'Change', ...MONEY }],
    rows: trend.map(({ month, cost, bound }, index) => {
      const before = trend[index - 1];
      return [text(month ?? 'not said'), dollars(cost, bound), before ? difference(cost.minus(before.cost)) : text('')];
    }),
  };
}

export function budgetsTable({ budgets, forecast, month }: Report): ReportTable {
  return {
    id: 'budgets',
    heading: 'Budgets',
    columns: [
      { head: 'Of' },
      { head: 'Budget', ...MONEY },
      { head: 'Cost', ...MONEY },
      { head: 'Used', ...MONEY },
      { head: 'State', fit: true },
      ...(forecast ? [{ head: 'Used up on', fit: true }] : []),
    ],
    rows: budgets.map((one) => {
      const day = forecast && usedUpOn(one, forecast);
      return [
        text(tagsInWords(one.tags)),
        dollars(one.monthly),
        dollars(one.cost, one.bound),
        part(one.share),
        text(one.state),
        ...(forecast ? [text(day === null ? '–' : `${month}-${String(day).padStart(2, '0')}`)] : []),
      ];
    }),
  };
}

/** The bill by one dimension; without rows where no workload says anything of it. */
export function groupTable({ groups }: Report, dimension: Dimension): ReportTable {
  const all = groups[dimension];
  const telling = all.length > 1 || (all[0]?.value ?? null) !== null;
  return {
    id: `by-${dimension}`,
    heading: `By ${DIMENSIONS[dimension].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
    columns: [
      { head: DIMENSIONS[dimension] },
      { head: 'Workloads', fit: true, align: 'right' },
      { head: 'A month', ...MONEY },
      { head: 'Share', ...MONEY },
    ],
    rows: telling
      ? all.map((one) => [text(one.value ?? 'not said'), count(one.workloads), dollars(one.cost, one.bound), part(one.share)])
      : [],
  };
}

/** Every workload, the dearest first; in full, where there is room, with whose it is. */
export function workloadsTable({ portfolio }: Report, inFull = false): ReportTable {
  return {
    id: 'workloads',
    heading: 'Workloads',
    columns: [
      { head: 'Workload' },
      ...(inFull ? [{ head: 'Team' }, { head: 'Environment' }, { head: 'Account' }] : []),
      { head: 'Built as' },
      { head: 'Region', fit: true },
      { head: 'A month', ...MONEY },
      { head: 'Alone', ...MONEY },
    ],
    rows: portfolio.items
      .toSorted((a, b) => b.cost.cmp(a.cost))
      .map((one) => [
        text(one.workload.name),
        ...(inFull ? whose(one) : []),
        text(builtAs(one)),
        text(one.workload.region),
        dollars(one.cost, one.bound),
        dollars(one.aloneCost, one.bound),
      ]),
  };
}

/** Team, environment and account of a workload. */
export function whose(item: Item): readonly Cell[] {
  return (['team', 'environment', 'account'] as const).map((dimension) => text(valueOf(item, dimension) ?? ''));
}
