import type { Candidate } from '../candidates/candidate.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { sum, ZERO, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { WORLDWIDE, type Sku } from '../pricebook/skus.ts';
import { PLAN_IDS, type PlanId } from '../workload/edge-fields.ts';
import { built, type Built } from './built.ts';
import { settingsOf, type Bindings } from './enumerate.ts';
import { NONE, type Carries, type LeverId, type Setting } from './lever.ts';
import { examiner, type Verdict } from './verdict.ts';

/** What became of a composition: it was priced, or ruled out, or what it costs in any case is more than the cheapest. */
export type Found = Verdict | { readonly atLeast: Decimal };

/** One composition of one part of a workload. */
export interface Weighed extends Built {
  readonly carries: Carries;
  readonly found: Found;
}

/** A composition that serves its part of the workload. */
export interface Serving extends Built {
  readonly carries: Carries;
  readonly cost: Decimal;
}

/** What serves all parts of a workload, together. */
export interface Architecture {
  readonly parts: readonly Serving[];
  readonly cost: Decimal;
}

export interface Optimum {
  /** Every composition that was allowed. */
  readonly weighed: readonly Weighed[];
  /** Null where nothing serves the workload whose price is known. */
  readonly best: Architecture | null;
}

type Allowed = (setting: Setting, carries: Carries) => boolean;

/** Finds the cheapest of all settings, or of those that are allowed; what was weighed once is not weighed again. */
export interface Search {
  /** How many compositions the levers allow. */
  readonly compositions: number;
  /** With a verdict on each of them. */
  thorough(allowed?: Allowed): Optimum;
  /** The cheapest alone: of what costs more, nobody asks whether it could serve. */
  cheapest(allowed?: Allowed): Architecture | null;
  /** The cheapest of one part, whatever carries the other. */
  cheapestPart(carries: Carries, allowed: (setting: Setting) => boolean): Serving | null;
}

/** Levers that have one value for both parts of a workload: they have one function. */
const SHARED = ['architecture', 'provisioned'] as const satisfies readonly LeverId[];

/** What a candidate costs a month; null where that is not known yet. */
export type KnownCost = (candidate: Candidate) => Decimal | null;

interface Member {
  readonly setting: Setting;
  readonly carries: Carries;
  /** What it costs in any case. */
  readonly atLeast: Decimal;
}

/**
 * The cheapest composition that has all that is needed, breaks no limit and has a price of every part. All are tried, those that
 * cost least in any case first; where that alone is more than the cheapest so far, no more is worked out of one.
 * @param known what candidates cost for this month, as far as that was worked out before.
 */
export function searching(month: Month, bindings: Bindings, book: PriceBook, known: KnownCost = () => null): Search {
  const { workload } = month;
  const parts = [...(workload.traffic ? (['requests'] as const) : []), ...(workload.realtime ? (['realtime'] as const) : [])];
  const fees = feesOf(month, book);
  const all = parts.flatMap((carries) =>
    settingsOf(workload, carries, bindings)
      .map((setting): Member => ({ setting, carries, atLeast: fees(setting) }))
      .toSorted((a, b) => a.atLeast.cmp(b.atLeast)),
  );
  const { verdict, servesFor } = examiner(monthsOf(month), book, (candidate, of) => (of === month ? known(candidate) : null));
  const thoroughly = (members: readonly Member[], weighed: Weighed[]) => {
    let best: Serving | null = null;
    for (const { setting, carries, atLeast } of members) {
      const one = { ...built(setting, workload), carries };
      const found: Found = best && atLeast.gt(best.cost) ? { atLeast } : verdict(one);
      if ('cost' in found && (best === null || found.cost.lt(best.cost))) best = { ...one, cost: found.cost };
      weighed.push({ ...one, found });
    }
    return best;
  };
  const quickly = (members: readonly Member[]) => {
    let best: Serving | null = null;
    for (const { setting, carries, atLeast } of members) {
      if (best && atLeast.gte(best.cost)) break;
      const one = { ...built(setting, workload), carries };
      const cost = servesFor(one, best?.cost ?? null);
      if (cost !== null) best = { ...one, cost };
    }
    return best;
  };
  const search = (allowed: Allowed, bestOf: (members: readonly Member[]) => Serving | null): Architecture | null => {
    const members = all.filter(({ setting, carries }) => allowed(setting, carries));
    const shared = ({ setting }: Member) => (parts.length < 2 ? null : SHARED.map((id) => setting[id]).join(' '));
    let best: Architecture | null = null;
    for (const same of new Set(members.map(shared))) {
      const group = members.filter((one) => shared(one) === same);
      const serving = parts.flatMap((carries) => bestOf(group.filter((one) => one.carries === carries)) ?? []);
      const cost = sum(serving.map((one) => one.cost));
      if (serving.length === parts.length && (best === null || cost.lt(best.cost))) best = { parts: serving, cost };
    }
    return best;
  };
  const any: Allowed = () => true;
  return {
    compositions: all.length,
    thorough(allowed = any) {
      const weighed: Weighed[] = [];
      return { best: search(allowed, (members) => thoroughly(members, weighed)), weighed };
    },
    cheapest: (allowed = any) => search(allowed, quickly),
    cheapestPart: (of, allowed) => quickly(all.filter(({ setting, carries }) => carries === of && allowed(setting))),
  };
}

export function keyOf(setting: Setting): string {
  return Object.values(setting).join(' ');
}

/** One month for each way to state the workload, so that what follows from it is worked out once. */
function monthsOf(month: Month): (one: Built) => Month {
  const months = new Map<string, Month>();
  return ({ setting, workload }) => {
    const { distribution, 'stage-cache': size, 'private-link': link, architecture, provisioned } = setting;
    const key = [distribution, size, link, architecture, provisioned].join(' ');
    const known = months.get(key) ?? (workload === month.workload ? month : monthInstead(month, workload));
    months.set(key, known);
    return known;
  };
}

/** What settings cost whatever else they are: the price of a plan, and the hours of a cache. */
function feesOf({ workload, units }: Month, book: PriceBook): (setting: Setting) => Decimal {
  const known = new Map<string, Decimal>();
  const priceOf = (sku: Sku, worldwide: boolean): Decimal => {
    const rate = book.rate(sku, worldwide ? { geography: WORLDWIDE } : { region: workload.region });
    // Nothing where no price is known, so that the bound holds.
    return ('tiers' in rate ? rate.tiers[0]?.unitPrice : null) ?? ZERO;
  };
  const feeOf = (value: string, price: () => Decimal): Decimal => {
    const fee = known.get(value) ?? price();
    known.set(value, fee);
    return fee;
  };
  return ({ distribution, 'stage-cache': size }) => {
    const plan = PLAN_IDS.find((id: PlanId) => id === distribution);
    const month = plan === undefined ? ZERO : feeOf(plan, () => priceOf(`cloudfront/plan-${plan}`, true));
    const hours = size === NONE ? ZERO : feeOf(size, () => priceOf(`apigateway/cache-${size}gb` as Sku, false).times(units.hoursPerMonth));
    return month.plus(hours);
  };
}
