import { monthInstead, type Month } from '../journey/month.ts';
import { sum, ZERO, type Decimal } from '../money/decimal.ts';
import { placeId } from '../pricebook/place.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { WORLDWIDE, type Sku } from '../pricebook/skus.ts';
import { PLAN_IDS, type PlanId } from '../workload/edge-fields.ts';
import { built, type Built } from './built.ts';
import { settingsOf, type Bindings } from './enumerate.ts';
import { NONE, type Carries, type LeverId, type Setting } from './lever.ts';
import { verdictOf, type Verdict } from './verdict.ts';

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

/** Finds the cheapest of all settings, or of those that are allowed; what was weighed once is not weighed again. */
export type Search = (allowed: (setting: Setting, carries: Carries) => boolean) => Optimum;

/** Both parts of a workload have one function. */
const SHARED = ['architecture', 'provisioned'] as const satisfies readonly LeverId[];

/**
 * The cheapest composition that has all that is needed, breaks no limit and has a price of every part. All are tried, those that
 * cost least in any case first; where that alone is more than the cheapest so far, no more is worked out of one.
 */
export function searching(month: Month, bindings: Bindings, book: PriceBook): Search {
  const { workload } = month;
  const parts = [...(workload.traffic ? (['requests'] as const) : []), ...(workload.realtime ? (['realtime'] as const) : [])];
  // One workload object for each way to state it, so that what follows from it is worked out once.
  const months = new Map<string, Month>();
  const known = new Map<string, Verdict>();
  const all = parts.flatMap((carries) =>
    settingsOf(workload, carries, bindings)
      .map((setting) => ({ ...built(setting, workload), carries, atLeast: inAnyCase(setting, month, book) }))
      .toSorted((a, b) => a.atLeast.cmp(b.atLeast)),
  );
  const verdict = (one: Built & { readonly carries: Carries }): Verdict => {
    const key = keyOf(one.setting);
    const stated = JSON.stringify([one.workload.edge?.plan, one.workload.cache?.size, one.workload.backend]);
    const then = months.get(stated) ?? monthInstead(month, one.workload);
    months.set(stated, then);
    const found = known.get(key) ?? verdictOf({ ...one, workload: then.workload }, then, book);
    known.set(key, found);
    return found;
  };
  const cheapest = (allowed: readonly (typeof all)[number][]): { weighed: Weighed[]; best: Serving | null } => {
    let best: Serving | null = null;
    const weighed = allowed.map(({ atLeast, ...one }): Weighed => {
      if (best && atLeast.gt(best.cost)) return { ...one, found: { atLeast } };
      const found = verdict(one);
      if ('cost' in found && (best === null || found.cost.lt(best.cost))) best = { ...one, cost: found.cost };
      return { ...one, found };
    });
    return { weighed, best };
  };
  return (isAllowed) => {
    const allowed = all.filter(({ setting, carries }) => isAllowed(setting, carries));
    const shared = (setting: Setting) => (parts.length < 2 ? '' : SHARED.map((id) => setting[id]).join(' '));
    const weighed: Weighed[] = [];
    let best: Architecture | null = null;
    for (const same of new Set(allowed.map(({ setting }) => shared(setting)))) {
      const group = allowed.filter(({ setting }) => shared(setting) === same);
      const found = parts.map((carries) => cheapest(group.filter((one) => one.carries === carries)));
      weighed.push(...found.flatMap((one) => one.weighed));
      const serving = found.flatMap((one) => one.best ?? []);
      const cost = sum(serving.map((one) => one.cost));
      if (parts.length > 0 && serving.length === parts.length && (best === null || cost.lt(best.cost))) best = { parts: serving, cost };
    }
    return { weighed, best };
  };
}

export function keyOf(setting: Setting): string {
  return Object.values(setting).join(' ');
}

/** What a setting costs whatever else it is: the price of its plan, and the hours of its cache. */
function inAnyCase(setting: Setting, { workload, units }: Month, book: PriceBook): Decimal {
  const { distribution, 'stage-cache': size } = setting;
  const plan = PLAN_IDS.includes(distribution as PlanId) ? priceOf(`cloudfront/plan-${distribution as PlanId}`, WORLDWIDE, book) : ZERO;
  const hours = size === NONE ? ZERO : priceOf(`apigateway/cache-${size}gb` as Sku, workload.region, book).times(units.hoursPerMonth);
  return plan.plus(hours);
}

/** Of the first unit; nothing where no price is known, so that the bound holds. */
function priceOf(sku: Sku, place: string, book: PriceBook): Decimal {
  const where = book.places(sku).find((one) => placeId(one) === place);
  const rate = where && book.rate(sku, where);
  return (rate && 'tiers' in rate ? rate.tiers[0]?.unitPrice : null) ?? ZERO;
}
