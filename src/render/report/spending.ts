import { decimal, ZERO } from '../../money/decimal.ts';
import { EFFECTS, type Effect } from '../../portfolio/change.ts';
import { usedUpOn } from '../../portfolio/forecast.ts';
import type { BudgetUse } from '../../portfolio/budgets.ts';
import { DIMENSIONS, valueOf, type Dimension, type Group } from '../../portfolio/group.ts';
import type { Item } from '../../portfolio/item.ts';
import { tagsInWords } from '../../portfolio/lower-bounds.ts';
import type { Report } from '../../portfolio/summary.ts';
import { unitCostOf } from '../../portfolio/unit-cost.ts';
import { count, difference, dollars, part, text, type Cell, type ReportTable } from './cells.ts';
import { builtAs, inSentence, NOT_STATED } from './words.ts';

/** The tables of what is spent: why it moved, by whom, on what. */

const MONEY = { fit: true, align: 'right' } as const;
const EFFECT_IDS = Object.keys(EFFECTS) as Effect[];

/** The way from the earlier total to this one, effect by effect; without rows where there is nothing to compare with. */
export function effectsTable({ change, previousMonth }: Report): ReportTable {
  const moved = change === null ? [] : EFFECT_IDS.filter((one) => !change.effects[one].isZero());
  return {
    id: 'effects',
    heading: 'Why it moved',
    addUp: 'last row',
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
    addUp: ['Before', 'Now', 'Change'],
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
      return [text(month ?? NOT_STATED), dollars(cost, bound), before ? difference(cost.minus(before.cost)) : text('')];
    }),
  };
}

/** Budgets, those over first, the most over among them; then those that may be over. */
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
    rows: overFirst(budgets).map((one) => {
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

const STATES: readonly BudgetUse['state'][] = ['over', 'unknown', 'within'];

/** Budgets in the order in which they ask for something to be done. A budget of nothing is the most over. */
export function overFirst(budgets: readonly BudgetUse[]): readonly BudgetUse[] {
  const used = ({ share, state }: BudgetUse) => share ?? (state === 'over' ? MOST : ZERO);
  return budgets.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || used(b).cmp(used(a)));
}

const MOST = decimal('1e18');

/** The bill by one dimension; without rows where no workload says anything of it. */
export function groupTable({ groups }: Report, dimension: Dimension): ReportTable {
  return byValue(`by-${dimension}`, DIMENSIONS[dimension], groups[dimension]);
}

/** The bill by each tag that was asked for. */
export function tagTables({ byTag }: Report): readonly ReportTable[] {
  return byTag.map(({ tag, groups }, index) => byValue(`by-tag-${index + 1}`, tag, groups, `By the tag ${tag}`));
}

/** What was before stands in the change, so that all changes add up to the change of the bill. */
function byValue(id: string, head: string, groups: readonly Group[], heading = `By ${inSentence(head)}`): ReportTable {
  const telling = groups.length > 1 || (groups[0]?.value ?? null) !== null;
  const compared = groups.some(({ before }) => before !== null);
  return {
    id,
    heading,
    addUp: ['A month', 'Change', 'Share'],
    columns: [
      { head },
      { head: 'Workloads', fit: true, align: 'right' },
      { head: 'A month', ...MONEY },
      ...(compared ? [{ head: 'Change', ...MONEY }] : []),
      { head: 'Share', ...MONEY },
    ],
    rows: telling
      ? groups.map((one) => [
          text(one.value ?? NOT_STATED),
          count(one.workloads),
          dollars(one.cost, one.bound),
          ...(compared ? [difference(one.cost.minus(one.before ?? ZERO))] : []),
          part(one.share),
        ])
      : [],
  };
}

/** Every workload, the most expensive first; in full, where there is room, with whose it is. */
export function workloadsTable(report: Report, inFull = false): ReportTable {
  const { portfolio, change, hoursPerMonth } = report;
  const told = inFull ? OWNERS.filter((dimension) => portfolio.items.some((one) => valueOf(one, dimension) !== null)) : [];
  const changes = new Map(change?.items.map((one) => [one.item, one.to.minus(one.from)]));
  return {
    id: 'workloads',
    heading: 'Workloads',
    addUp: ['A month', 'Change', 'Alone'],
    columns: [
      { head: 'Workload' },
      ...told.map((one) => ({ head: DIMENSIONS[one] })),
      { head: 'Built as' },
      { head: 'Region', fit: true },
      { head: 'A month', ...MONEY },
      ...(change ? [{ head: 'Change', ...MONEY }] : []),
      ...(inFull ? [{ head: 'A million requests', ...MONEY }] : []),
      { head: 'Alone', ...MONEY },
    ],
    rows: portfolio.items
      .toSorted((a, b) => b.cost.cmp(a.cost))
      .map((one) => {
        const unitCost = inFull ? unitCostOf([one], hoursPerMonth) : null;
        return [
          text(one.workload.name),
          ...told.map((dimension) => text(valueOf(one, dimension) ?? '')),
          text(builtAs(one)),
          text(one.workload.region),
          dollars(one.cost, one.bound),
          ...(change ? [difference(changes.get(one) ?? ZERO)] : []),
          ...(inFull ? [unitCost === null ? text('') : dollars(unitCost.cost, unitCost.bound)] : []),
          dollars(one.aloneCost, one.bound),
        ];
      }),
  };
}

/** Whose a workload is. */
const OWNERS = ['team', 'environment', 'account'] as const;

/** Team, environment and account of a workload. */
export function whose(item: Item): readonly Cell[] {
  return OWNERS.map((dimension) => text(valueOf(item, dimension) ?? ''));
}
