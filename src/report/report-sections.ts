import { EFFECTS, type Effect } from '../portfolio/change.ts';
import { ALLOCATIONS } from '../portfolio/allocate.ts';
import { DIMENSIONS, type Dimension, type Group } from '../portfolio/group.ts';
import type { Report } from '../portfolio/summary.ts';
import { formatMoney, formatQuantity } from '../money/format.ts';
import type { Decimal } from '../money/decimal.ts';
import { money } from './cost-words.ts';
import { savingsOf } from './report-json.ts';
import type { Section } from './section.ts';

/** Rows of a table that a person reads; the data has all. */
const MOST_ROWS = 15;

/** A report in the order in which one reads it: the total and why it moved, who spends it, what to change, what to know. */
export function reportSections(report: Report): readonly Section[] {
  return [
    { heading: null, words: opening(report) },
    effects(report),
    movers(report),
    budgets(report),
    ...(['team', 'environment', 'account', 'region', 'type', 'service'] as const).map((one) => group(report, one)),
    workloads(report),
    savings(report),
    atLeast(report),
    { heading: 'How it was worked out', list: method(report) },
  ].filter(({ words = [], list = [], table, after = [] }) => words.length + list.length + after.length + (table?.rows.length ?? 0) > 0);
}

export function titleOf({ month }: Report): string {
  return month === null ? 'API costs' : `API costs, ${month}`;
}

function opening({ portfolio, change, previousMonth, problems, groups }: Report): readonly string[] {
  const { items, listCost, aloneCost, bound } = portfolio;
  const apis = `${items.length} ${items.length === 1 ? 'workload' : 'workloads'}`;
  const moved =
    change === null
      ? ''
      : ` ${difference(change.to.minus(change.from))} since ${previousMonth ?? 'the previous report'} (${percent(change.to.minus(change.from), change.from)}).`;
  const [team] = groups.team;
  const most =
    team?.value && groups.team.length > 1 ? ` The most goes to ${team.value}: ${formatMoney(team.listCost)}, ${share(team)}.` : '';
  const shared = aloneCost.gt(listCost)
    ? ` Sharing tiers saves ${formatMoney(aloneCost.minus(listCost))} of what they would cost one by one.`
    : '';
  const failed = new Set(problems.map((one) => one.file)).size;
  return [
    `${money(listCost, bound)} a month for ${apis}.${moved}${most}${shared}`,
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'file' : 'files'} could not be read and ${failed === 1 ? 'is' : 'are'} not in it.`] : []),
  ];
}

function difference(amount: Decimal): string {
  if (amount.isZero()) return 'Unchanged';
  return amount.isNegative() ? `${formatMoney(amount.abs())} less` : `${formatMoney(amount)} more`;
}

function signed(amount: Decimal): string {
  return amount.isNegative() || amount.isZero() ? formatMoney(amount) : `+${formatMoney(amount)}`;
}

function percent(amount: Decimal, of: Decimal): string {
  return of.isZero()
    ? 'from nothing'
    : `${amount.isNegative() ? '-' : '+'}${formatQuantity(amount.abs().times('100').div(of).toDecimalPlaces(1))}%`;
}

function share({ share: part }: Group): string {
  return `${formatQuantity(part.times('100').toDecimalPlaces(1))}%`;
}

function effects({ change, previousMonth }: Report): Section {
  const names = Object.keys(EFFECTS) as Effect[];
  const rows =
    change === null
      ? []
      : names.filter((one) => !change.effects[one].isZero()).map((one) => [one, EFFECTS[one], signed(change.effects[one])]);
  return {
    heading: 'Why it moved',
    table: {
      columns: [{ head: 'Effect', fit: true }, { head: 'That is' }, { head: 'A month', fit: true, align: 'right' }],
      rows:
        change === null ? [] : [[previousMonth ?? 'Before', '', formatMoney(change.from)], ...rows, ['Now', '', formatMoney(change.to)]],
    },
  };
}

function movers({ change }: Report): Section {
  const moved = (change?.items ?? [])
    .filter((one) => !one.to.eq(one.from))
    .toSorted((a, b) => b.to.minus(b.from).abs().cmp(a.to.minus(a.from).abs()));
  return {
    heading: 'Top movers',
    table: {
      columns: [
        { head: 'Workload' },
        { head: 'Mostly' },
        { head: 'Before', fit: true, align: 'right' },
        { head: 'Now', fit: true, align: 'right' },
        { head: 'Change', fit: true, align: 'right' },
      ],
      rows: moved.slice(0, MOST_ROWS).map((one) => {
        const [most] = (Object.keys(EFFECTS) as Effect[]).toSorted((a, b) => one.effects[b].abs().cmp(one.effects[a].abs()));
        return [one.workload, most ?? '', formatMoney(one.from), formatMoney(one.to), signed(one.to.minus(one.from))];
      }),
    },
    after: more(moved.length),
  };
}

function budgets({ budgets: all }: Report): Section {
  return {
    heading: 'Budgets',
    table: {
      columns: [
        { head: 'Of' },
        { head: 'Budget', fit: true, align: 'right' },
        { head: 'Cost', fit: true, align: 'right' },
        { head: 'Used', fit: true, align: 'right' },
        { head: 'State', fit: true },
      ],
      rows: all.map(({ tags, monthly, listCost, share: part, state }) => [
        Object.entries(tags)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ') || 'everything',
        formatMoney(monthly),
        formatMoney(listCost),
        part === null ? '–' : `${formatQuantity(part.times('100').toDecimalPlaces(1))}%`,
        state,
      ]),
    },
  };
}

function group({ groups }: Report, dimension: Dimension): Section {
  const all = groups[dimension];
  const telling = all.length > 1 || (all[0]?.value ?? null) !== null;
  return {
    heading: `By ${DIMENSIONS[dimension].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
    table: {
      columns: [
        { head: DIMENSIONS[dimension] },
        { head: 'Workloads', fit: true, align: 'right' },
        { head: 'A month', fit: true, align: 'right' },
        { head: 'Share', fit: true, align: 'right' },
      ],
      rows: telling
        ? all.slice(0, MOST_ROWS).map((one) => [one.value ?? 'not said', String(one.workloads), money(one.listCost, one.bound), share(one)])
        : [],
    },
    after: telling ? more(all.length) : [],
  };
}

function workloads({ portfolio }: Report): Section {
  const sorted = portfolio.items.toSorted((a, b) => b.listCost.cmp(a.listCost));
  return {
    heading: 'Workloads',
    table: {
      columns: [
        { head: 'Workload' },
        { head: 'Built as' },
        { head: 'Region', fit: true },
        { head: 'A month', fit: true, align: 'right' },
        { head: 'Alone', fit: true, align: 'right' },
      ],
      rows: sorted
        .slice(0, MOST_ROWS)
        .map((one) => [
          one.workload.name,
          one.parts.map(({ advised, inUse }) => `${advised.candidate.title}${inUse ? '' : ' (the pick)'}`).join(' + '),
          one.workload.region,
          money(one.listCost, one.bound),
          formatMoney(one.aloneCost),
        ]),
    },
    after: more(sorted.length),
  };
}

function savings(report: Report): Section {
  const all = savingsOf(report);
  return {
    heading: 'What would cost less',
    list: all.slice(0, MOST_ROWS).map(({ item, one }) => {
      const first = one.blockers.length === 0 ? '' : ` First settle: ${one.blockers.join('; ')}.`;
      return `${formatMoney(one.amount)} a month, ${item.workload.name} (${one.saving.id}, ${one.saving.effort}) – ${one.because}: ${formatMoney(one.today)} now, ${formatMoney(one.instead)} with ${one.change}. Risk: ${one.saving.risk}.${first}`;
    }),
    after: all.length === 0 ? [] : ['Each is what it would save by itself; they do not add up.', ...more(all.length)],
  };
}

function atLeast({ portfolio }: Report): Section {
  return {
    heading: 'Totals with ≥ are lower bounds, for want of',
    list: portfolio.items
      .flatMap((one) => one.missing.map(({ sku, reason }) => `${one.workload.name}: ${sku}, ${reason}.`))
      .slice(0, MOST_ROWS),
  };
}

function method({ portfolio, hoursPerMonth, edition, asOf }: Report): readonly string[] {
  const { allocation, alwaysFree } = portfolio;
  return [
    `${edition === 'aws' ? 'AWS list prices' : 'Prices of the article edition'}, a month of ${hoursPerMonth.toFixed()} hours, as of ${asOf}.`,
    `Tiers are filled by all workloads of one payer in a Region together. Allocation: ${allocation}. ${ALLOCATIONS[allocation]}`,
    alwaysFree ? 'Allowances that never expire are subtracted once for each payer.' : 'Allowances that never expire are not subtracted.',
  ];
}

function more(count: number): readonly string[] {
  return count > MOST_ROWS ? [`${count - MOST_ROWS} more in --json and --format csv.`] : [];
}
