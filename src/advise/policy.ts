import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import type { Leaf } from '../decide/tree.ts';
import { FRONT_DOORS, isGateway } from '../workload/front-doors.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import type { Want } from '../estimate/want.ts';
import { SUPPLIERS } from '../facts/suppliers.ts';
import { decimal, type Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { usable, wholePrice, type Advised } from './advised.ts';
import { usualOverhead } from './latency.ts';

/** `native-first`: a feature that REST has natively means REST. `cheapest`: whatever supplies all needs for least. */
export type Policy = 'native-first' | 'cheapest';

/** Another way to have all that is needed, and what it saves a month. */
export interface Cheaper {
  readonly advised: Advised;
  readonly saving: Decimal;
}

/** Which candidates are considered together, before others are. */
type Tier = (one: Advised) => boolean;

/**
 * What to build, of the candidates that carry one part of a workload. Null when the tree ends at a WebSocket API and the
 * workload says nothing of its connections.
 */
export function choose(group: readonly Advised[], leaf: Leaf, policy: Policy, workload: Workload): Advised | null {
  const ofType = group.filter((one) => one.candidate.frontDoor === leaf);
  if (leaf === 'websocket' && ofType.length === 0) return null;
  const tiers: readonly Tier[] = policy === 'cheapest' ? [wholePrice, () => true] : nativeFirst(leaf, workload);
  const keeps = keepsEdge(group, workload);
  const fittingOf = (tier: Tier) => (one: Advised) => tier(one) && keeps(one) && usable(one);
  // What has no price in a Region may not be offered there, so it wins only where nothing else fits.
  for (const tier of tiers) {
    const best = cheapestOf(group.filter(fittingOf(tier)));
    if (best) return best;
  }
  for (const tier of tiers) {
    const first = group.find(fittingOf(tier));
    if (first) return first;
  }
  // Nothing has all that is needed: the nearest is of the type at which the tree ends, and lacks least.
  const [nearest] = (ofType.length > 0 ? ofType : group).toSorted((a, b) => missing(a) - missing(b));
  return nearest ?? null;
}

/** A distribution that is stated is kept: what has none is out, where something that fits has one. */
function keepsEdge(group: readonly Advised[], { edge }: Workload): Tier {
  const behind: Tier = ({ candidate }) => behindCloudfront(candidate);
  return edge !== undefined && group.some((one) => behind(one) && usable(one)) ? behind : () => true;
}

/** How skus of front doors begin. */
const BILLED_AS = Object.values(FRONT_DOORS).flatMap(({ billedAs }) => billedAs ?? []);

/** For want of what the front door itself has no whole price; null where it has one. Such a one wins only where nothing else fits. */
export function frontDoorWant({ estimate }: Advised): Want | null {
  return estimate.missing.find(({ sku }) => BILLED_AS.some((beginning) => sku.startsWith(beginning)))?.want ?? null;
}

function priced({ estimate }: Advised): boolean {
  return estimate.bound === 'exact';
}

/**
 * Of the type at which the tree ends: first what has everything by itself, then what needs no more than a setting or
 * code of yours, and without a CloudFront distribution that nobody asked for, even where that would save a little. Where
 * that type cannot carry it, another of API Gateway, before a load balancer or a function URL takes its place.
 */
function nativeFirst(leaf: Leaf, workload: Workload): readonly Tier[] {
  const ofType: Tier = ({ candidate }) => candidate.frontDoor === leaf;
  const direct: Tier = (one) => ofType(one) && (workload.edge !== undefined || !behindCloudfront(one.candidate));
  const byItself: Tier = (one) => one.verdict === 'native';
  return [
    (one) => direct(one) && byItself(one),
    (one) => direct(one) && hasFreeHelp(one),
    (one) => ofType(one) && byItself(one),
    direct,
    ofType,
    ({ candidate }) => isGateway(candidate.frontDoor),
    () => true,
  ];
}

function hasFreeHelp({ fits }: Advised): boolean {
  return fits.every(({ support }) => support.type !== 'via' || SUPPLIERS[support.by] !== 'billed');
}

/** How much of what is needed is not there; if nothing, how many quotas are in the way. */
function missing({ fits, quotas, verdict, lacks }: Advised): number {
  const lacking = fits.filter((one) => one.support.type === 'no' || one.support.type === 'unknown').length + lacks.length;
  return lacking > 0 || verdict !== 'no' ? lacking : quotas.length;
}

/** The least cost; of equal costs, the least overhead. */
function cheapestOf(group: readonly Advised[]): Advised | null {
  const sorted = group
    .filter(priced)
    .toSorted((a, b) => costOf(a.estimate).cmp(costOf(b.estimate)) || usualOverhead(a.latency).cmp(usualOverhead(b.latency)));
  return sorted[0] ?? null;
}

/** What is saved below this share of the cost is not worth another architecture. */
const WORTH_SAYING = decimal('0.01');

/**
 * What would have all that is needed for less, the cheapest of each front door, the most saved first. Where help of the
 * chosen one is not in its price, the savings are at least these.
 */
export function cheaperThan(chosen: Advised, group: readonly Advised[], workload: Workload): readonly Cheaper[] {
  if (!priced(chosen)) return [];
  const keeps = keepsEdge(group, workload);
  const able = group.filter((one) => keeps(one) && usable(one) && wholePrice(one));
  const frontDoors = [...new Set(able.map((one) => one.candidate.frontDoor))];
  return frontDoors
    .flatMap((frontDoor): Cheaper[] => {
      const best = cheapestOf(able.filter((one) => one.candidate.frontDoor === frontDoor));
      return best ? [{ advised: best, saving: costOf(chosen.estimate).minus(costOf(best.estimate)) }] : [];
    })
    .filter(({ saving }) => saving.gt('0') && saving.gte(costOf(chosen.estimate).times(WORTH_SAYING)))
    .toSorted((a, b) => b.saving.cmp(a.saving));
}
