import { plain } from '../money/decimal.ts';
import type { Effects } from '../portfolio/change.ts';
import type { Group } from '../portfolio/group.ts';
import type { Item } from '../portfolio/item.ts';
import type { Report } from '../portfolio/summary.ts';
import { lineItemData, SCHEMA_VERSION } from './cost-json.ts';
import { jsonText } from './json.ts';
import type { ReportDocument } from './report-schema.ts';

export function reportJson(report: Report): string {
  return jsonText(reportDocument(report));
}

/** A report as data: everything it shows, and what the next one needs to compare with it. */
function reportDocument(report: Report): ReportDocument {
  const { portfolio, change, groups } = report;
  return {
    schemaVersion: SCHEMA_VERSION,
    month: report.month,
    asOf: report.asOf,
    edition: report.edition,
    hoursPerMonth: plain(report.hoursPerMonth),
    alwaysFree: portfolio.alwaysFree,
    allocation: portfolio.allocation,
    currency: 'USD',
    listCost: plain(portfolio.listCost),
    aloneCost: plain(portfolio.aloneCost),
    bound: portfolio.bound,
    groups: {
      team: groups.team.map(groupData),
      environment: groups.environment.map(groupData),
      account: groups.account.map(groupData),
      region: groups.region.map(groupData),
      type: groups.type.map(groupData),
      service: groups.service.map(groupData),
    },
    change: change && {
      previousMonth: report.previousMonth,
      from: plain(change.from),
      to: plain(change.to),
      effects: effectsData(change.effects),
      workloads: change.items.map(({ workload, file, state, from, to, effects }) => ({
        workload,
        file,
        state,
        from: plain(from),
        to: plain(to),
        effects: effectsData(effects),
      })),
    },
    budgets: report.budgets.map(({ tags, monthly, listCost, share, workloads, state }) => ({
      tags: { ...tags },
      monthly: plain(monthly),
      listCost: plain(listCost),
      share: share && plain(share),
      workloads,
      state,
    })),
    savings: savingsOf(report).map(({ item, one }) => ({
      workload: item.workload.name,
      file: item.file,
      id: one.saving.id,
      because: one.because,
      today: plain(one.today),
      instead: plain(one.instead),
      amount: plain(one.amount),
      change: one.change,
      effort: one.saving.effort,
      risk: one.saving.risk,
      blockers: [...one.blockers],
    })),
    rates: report.rates.map(({ sku, place, tiers }) => ({ sku, place, tiers: tiers.map((tier) => ({ ...tier })) })),
    workloads: portfolio.items.map(itemData),
    errors: report.problems.map((one) => ({ ...one })),
  };
}

/** Every saving of every workload, the most first. */
export function savingsOf({ portfolio }: Report): readonly { readonly item: Item; readonly one: Item['savings'][number] }[] {
  return portfolio.items.flatMap((item) => item.savings.map((one) => ({ item, one }))).toSorted((a, b) => b.one.amount.cmp(a.one.amount));
}

function groupData({ value, listCost, share, workloads, bound }: Group): ReportDocument['groups']['team'][number] {
  return { value, listCost: plain(listCost), share: plain(share), workloads, bound };
}

function effectsData(effects: Effects): NonNullable<ReportDocument['change']>['effects'] {
  const { model, removed, volume, mix, design, added, price, allocation } = effects;
  return {
    model: plain(model),
    removed: plain(removed),
    volume: plain(volume),
    mix: plain(mix),
    design: plain(design),
    added: plain(added),
    price: plain(price),
    allocation: plain(allocation),
  };
}

function itemData(item: Item): ReportDocument['workloads'][number] {
  const { workload } = item;
  return {
    workload: workload.name,
    file: item.file,
    region: workload.region,
    account: workload.account ?? null,
    payer: workload.payer ?? null,
    tags: { ...workload.tags },
    outcome: item.outcome,
    parts: item.parts.map(({ carries, advised, inUse }) => ({ carries, candidate: advised.candidate.id, inUse })),
    listCost: plain(item.listCost),
    aloneCost: plain(item.aloneCost),
    bound: item.bound,
    missing: item.missing.map(({ sku, reason }) => ({ sku, reason })),
    lineItems: item.lineItems.map(lineItemData),
    input: item.input,
  };
}
