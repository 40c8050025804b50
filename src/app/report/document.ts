import type { Opportunity } from '../../advise/savings/index.ts';
import { decimal, plain, quotient, ZERO, type Decimal } from '../../money/decimal.ts';
import type { Effects } from '../../portfolio/change.ts';
import { usedUpOn, type Forecast } from '../../portfolio/forecast.ts';
import type { Group } from '../../portfolio/group.ts';
import type { Item } from '../../portfolio/item.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { isLaid } from '../../pricebook/contract.ts';
import type { Together } from '../../portfolio/together.ts';
import { contractData, costAs, costsData, type Named } from '../contract/document.ts';
import { lineItemData } from '../cost/document.ts';
import { gateData } from '../cost/summary.ts';
import { findingData } from '../lint/findings.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { ReportDocument } from '../../documents/report/schema.ts';
import { priceAge } from '../staleness.ts';
import { committedData, tierData } from './committed.ts';
import type { ReportAnswer } from './report.ts';

const MONTHS = decimal('12');

/** The text of the document, in pieces: that of each workload is made when it is written, for all of them weigh a lot. */
export function* reportJson(answer: Pick<ReportAnswer, 'report' | 'gates'>): Iterable<string> {
  const { items } = answer.report.portfolio;
  const frame = jsonText(documentOf(answer, []));
  // No text of a JSON document holds a line break, so this stands nowhere else.
  const [before = '', after = ''] = frame.split(/(?<=\n {2}"workloads": \[)(?=\],?\n)/);
  yield before;
  for (const [index, item] of items.entries())
    yield `${index === 0 ? '' : ','}\n    ${jsonText(itemData(item, isLaid(answer.report.portfolio.agreement)))
      .trimEnd()
      .replaceAll('\n', '\n    ')}`;
  yield `${items.length === 0 ? '' : '\n  '}${after}`;
}

/** A report as data: everything it shows, and what the next one needs to compare with it. */
export function reportDocument(answer: Pick<ReportAnswer, 'report' | 'gates'>): ReportDocument {
  return documentOf(answer, answer.report.portfolio.items);
}

function documentOf({ report, gates }: Pick<ReportAnswer, 'report' | 'gates'>, items: readonly Item[]): ReportDocument {
  const { portfolio, change, groups } = report;
  const isContracted = isLaid(portfolio.agreement);
  const named = (cost: Decimal) => costAs(cost, isContracted);
  const groupsData = (all: readonly Group[]) => all.map((group) => groupData(group, named));
  const { oldest, newest, undated } = report.pricesPublished;
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(portfolio.agreement),
    summary: {
      workloads: portfolio.items.length,
      monthly: plain(portfolio.cost),
      yearly: plain(portfolio.cost.times(MONTHS)),
      bound: portfolio.bound,
      before: change && plain(change.from),
      change: change && plain(change.to.minus(change.from)),
      share: change === null || change.from.isZero() ? null : plain(quotient(change.to.minus(change.from), change.from)),
      saved: plain(report.together?.amount ?? ZERO),
      gates: gates.map(gateData),
      prices: priceAge(report.pricesPublished, report.asOf),
    },
    month: report.month,
    asOf: report.asOf,
    edition: report.edition,
    hoursPerMonth: plain(report.hoursPerMonth),
    alwaysFree: portfolio.alwaysFree,
    freeTier: portfolio.freeTier,
    allocation: portfolio.allocation,
    currency: 'USD',
    ...bothCosts(portfolio, isContracted),
    ...(isContracted ? { committed: committedData(portfolio) } : {}),
    aloneCost: plain(portfolio.aloneCost),
    bound: portfolio.bound,
    groups: {
      team: groupsData(groups.team),
      environment: groupsData(groups.environment),
      account: groupsData(groups.account),
      region: groupsData(groups.region),
      type: groupsData(groups.type),
      service: groupsData(groups.service),
    },
    byTag: report.byTag.map(({ tag, groups: all }) => ({ tag, groups: groupsData(all) })),
    perMillionRequests: report.unitCost && { ...named(report.unitCost.cost), bound: report.unitCost.bound },
    change: change && {
      previousMonth: report.previousMonth,
      from: plain(change.from),
      fromBound: change.fromBound,
      to: plain(change.to),
      toBound: change.toBound,
      effects: effectsData(change.effects),
      workloads: change.items.map(({ workload, file, state, from, fromBound, to, toBound, effects }) => ({
        workload,
        file,
        state,
        from: plain(from),
        fromBound,
        to: plain(to),
        toBound,
        effects: effectsData(effects),
      })),
    },
    trend: report.trend.map(({ month, cost, bound }) => ({ month, ...named(cost), bound })),
    budgets: report.budgets.map((budget) => ({
      tags: { ...budget.tags },
      monthly: plain(budget.monthly),
      ...named(budget.cost),
      bound: budget.bound,
      share: budget.share && plain(budget.share),
      workloads: budget.workloads,
      state: budget.state,
      usedUpOn: report.forecast && usedUpOn(budget, report.forecast),
    })),
    forecast: report.forecast && forecastData(report.forecast, named),
    together: report.together && togetherData(report.together, named),
    savings: report.savings.map(({ item, one }) => ({
      ...carriedBy(item),
      id: one.saving.id,
      because: one.because,
      today: plain(one.today),
      instead: plain(one.instead),
      amount: plain(one.amount),
      change: one.change,
      effort: one.saving.effort,
      risk: one.saving.risk,
      blockers: [...one.blockers],
      together: partOf(one, report.together),
    })),
    scanned: report.scanned.map(({ perMillion, monthly, ...one }) => ({
      ...one,
      perMillion: perMillion && plain(perMillion),
      monthly: monthly && plain(monthly),
    })),
    quotas: report.quotas.map(({ item, one }) => ({
      ...carriedBy(item),
      candidate: one.candidate,
      quota: one.quota,
      name: one.name,
      used: plain(one.used),
      limit: one.limit && plain(one.limit),
      unit: one.unit,
      share: one.share && plain(one.share),
      state: one.state,
      unknown: one.unknown,
      adjustable: one.adjustable,
      from: one.from,
    })),
    accountQuotas: report.accountQuotas.map((one) => ({
      account: one.account,
      region: one.region,
      quota: one.quota,
      name: one.name,
      used: plain(one.used),
      bound: one.silent === 0 ? ('exact' as const) : ('at-least' as const),
      limit: one.limit && plain(one.limit),
      unit: one.unit,
      share: one.share && plain(one.share),
      state: one.state,
      unknown: one.unknown,
      adjustable: one.adjustable,
      workloads: one.workloads,
      silent: one.silent,
    })),
    findings: report.findings.map(({ item, one }) => ({ ...carriedBy(item), ...findingData(one) })),
    assumptions: report.assumptions.map(({ id, text, because, source, items }) => ({ id, text, because, source, files: filesOf(items) })),
    notPriced: report.notPriced.map(({ what, because, items }) => ({ what, because, files: filesOf(items) })),
    lowerBounds: report.lowerBounds.map(({ of, value }) => ({ of, value })),
    pricesPublished: { oldest, newest, undated },
    rates: report.rates.map(({ sku, place, tiers }) => ({ sku, place, tiers: tiers.map(tierData) })),
    workloads: items.map((item) => itemData(item, isContracted)),
    errors: report.problems.map((one) => ({ ...one })),
  };
}

function bothCosts({ cost, listed }: Pick<Portfolio, 'cost' | 'listed'>, isContracted: boolean) {
  return costsData({ listCost: listed, contractedCost: cost }, isContracted);
}

function carriedBy({ workload, file }: Item): { workload: string; file: string } {
  return { workload: workload.name, file };
}

function filesOf(items: readonly Item[]): string[] {
  return items.map((one) => one.file);
}

function forecastData({ days, daysGone, share, cost, bound, soFar }: Forecast, named: Named): NonNullable<ReportDocument['forecast']> {
  return { days, daysGone, share: plain(share), ...named(cost), bound, soFar: plain(soFar) };
}

function groupData({ value, cost, share, workloads, bound, before }: Group, named: Named): ReportDocument['groups']['team'][number] {
  return { value, ...named(cost), share: plain(share), workloads, bound, before: before && plain(before) };
}

function togetherData({ amount, to, byEffort, toSettle, paidLess }: Together, named: Named): NonNullable<ReportDocument['together']> {
  const { setting, code, migration } = byEffort;
  return {
    amount: plain(amount),
    ...named(to),
    byEffort: { setting: plain(setting), code: plain(code), migration: plain(migration) },
    toSettle: plain(toSettle),
    ...(paidLess === null ? {} : { paidLess: plain(paidLess) }),
  };
}

function partOf(one: Opportunity, together: Together | null): string | null {
  const had = together?.steps.find((step) => step.one === one);
  return had ? plain(had.part) : null;
}

function effectsData(effects: Effects): NonNullable<ReportDocument['change']>['effects'] {
  const { model, removed, counting, volume, mix, design, added, price, allocation } = effects;
  return {
    model: plain(model),
    removed: plain(removed),
    counting: plain(counting),
    volume: plain(volume),
    mix: plain(mix),
    design: plain(design),
    added: plain(added),
    price: plain(price),
    allocation: plain(allocation),
  };
}

function itemData(item: Item, isContracted: boolean): ReportDocument['workloads'][number] {
  const { workload } = item;
  return {
    workload: workload.name,
    file: item.file,
    region: workload.region,
    account: workload.account ?? null,
    payer: workload.payer ?? null,
    tags: { ...workload.tags },
    outcome: item.outcome,
    parts: item.parts.map(({ carries, candidate, inUse }) => ({ carries, candidate: candidate.id, inUse })),
    ...bothCosts(item, isContracted),
    aloneCost: plain(item.aloneCost),
    bound: item.bound,
    missing: item.missing.map(({ sku, want, reason }) => ({ sku, want, reason })),
    lineItems: item.lineItems.map((row) => lineItemData(row, isContracted)),
    input: item.input,
  };
}
