import { decide } from '../decide/decide.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import { disclosed } from '../estimate/estimate.ts';
import { monthInstead, type Month } from '../journey/month.ts';
import { sum, type Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { vary } from '../whatif/vary.ts';
import { requirementsOf, type Requirement } from '../workload/requirements.ts';
import type { FeatureId } from '../workload/features.ts';
import type { Rate } from '../workload/quantity.ts';
import type { Workload } from '../workload/schema.ts';
import { STREAMED } from '../workload/streaming.ts';
import { usable, wholePrice, type Advised } from './advised.ts';
import { assess } from './assess.ts';
import { wouldChoose, type Policy } from './policy.ts';
import { withoutNeeds } from './other-needs.ts';

/** What would be picked of a workload without one of its needs. */
export interface Dropped {
  readonly need: Requirement;
  readonly advised: Advised;
  /** At least, too, where the workload states something that no candidate prices, or leaves the backend out. */
  readonly bound: 'exact' | 'at-least';
}

/** Where needs exclude each other on every candidate: what has all but one of them, and two APIs that have all between them. */
export interface Apart {
  readonly nearest: Dropped;
  /** Each for half of what clients send; null where one need stands against too much. */
  readonly sideBySide: { readonly apis: readonly [Dropped, Dropped]; readonly cost: Decimal; readonly bound: 'exact' | 'at-least' } | null;
}

/** Null where no exclusion stands in the way, or without any one need something still does. */
export function apartOf(group: readonly Advised[], policy: Policy, month: Month, book: PriceBook): Apart | null {
  const needs = excluded(group, month.workload);
  const carries = group[0]?.candidate.carries ?? 'requests';
  const dropped = (workload: Workload) =>
    needs
      .flatMap((need) => pickWithout(need, workload, carries, policy, month, book) ?? [])
      .toSorted(
        (a, b) =>
          Number(wholePrice(b.advised)) - Number(wholePrice(a.advised)) || costOf(a.advised.estimate).cmp(costOf(b.advised.estimate)),
      );
  const [nearest] = needs.length === 0 ? [] : dropped(month.workload);
  if (nearest === undefined) return null;
  const [one, other] = dropped(halved(month.workload));
  if (one === undefined || other === undefined) return { nearest, sideBySide: null };
  return {
    nearest,
    sideBySide: {
      apis: [one, other],
      cost: sum([one, other].map(({ advised }) => costOf(advised.estimate))),
      bound: one.bound === 'exact' && other.bound === 'exact' ? 'exact' : 'at-least',
    },
  };
}

/** Needs of which one takes another from a candidate, in the order of the features. */
function excluded(group: readonly Advised[], workload: Workload): readonly Requirement[] {
  const features = new Set<FeatureId>();
  for (const { fits } of group) {
    for (const { feature, support, exclusion } of fits) {
      if (exclusion === undefined || (support.type !== 'no' && support.type !== 'unknown')) continue;
      for (const one of [feature, ...exclusion.beside, ...(exclusion.given === 'streams' ? STREAMED : [])]) features.add(one);
    }
  }
  return requirementsOf(workload).all.filter(({ feature }) => features.has(feature));
}

function pickWithout(
  need: Requirement,
  workload: Workload,
  carries: Advised['candidate']['carries'],
  policy: Policy,
  month: Month,
  book: PriceBook,
): Dropped | null {
  const rest = withoutNeeds(workload, [need.feature]);
  const other = monthInstead(month, rest);
  const { candidates } = assess(other, book);
  const group = candidates.filter(({ candidate }) => candidate.carries === carries);
  const chosen = wouldChoose(group, carries === 'realtime' ? 'websocket' : decide(rest, month.edition).otherwise, policy, rest);
  if (chosen === null || !usable(chosen)) return null;
  const { id } = chosen.candidate;
  const { notPriced } = disclosed(other, book, [chosen.estimate], [id]);
  return { need, advised: chosen, bound: notPriced.some((one) => one.candidates.includes(id)) ? 'at-least' : chosen.estimate.bound };
}

/** Half of the requests, or of the connections, at half of the peak: nothing states how two APIs would share them. */
function halved(workload: Workload): Workload {
  const half = (value: unknown) => ({ ...(value as Rate), amount: (value as Rate).amount.div('2') });
  const count = (value: unknown) => (value as Decimal).div('2');
  return [
    ['traffic.requests', half] as const,
    ['traffic.peak', half] as const,
    ['realtime.connections', count] as const,
    ['realtime.connectRate', half] as const,
  ].reduce<Workload>((stated, [path, change]) => vary(stated, path, change) ?? stated, workload);
}
