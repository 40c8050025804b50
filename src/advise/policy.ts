import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import { verdict } from '../candidates/fit.ts';
import type { Leaf } from '../decide/tree.ts';
import { FRONT_DOORS, isGateway } from '../workload/front-doors.ts';
import { costOf, totalOf } from '../estimate/cost-in-question.ts';
import type { Want } from '../estimate/want.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Workload } from '../workload/schema.ts';
import { statesServers } from '../workload/servers.ts';
import { helpCost, rowsOfHelp, usable, wholeButServers, wholePrice, type Advised } from './advised.ts';
import { cheapestOf, mayBeOffered, type Cheapest, type Undecided } from './bounds.ts';
import { isFarBelow } from './worth.ts';

/** `native-first`: a feature that REST has natively means REST. `cheapest`: whatever supplies all needs for least. */
export type Policy = 'native-first' | 'cheapest';

/** Another way to have all that is needed, and what it saves a month. */
export interface Cheaper {
  readonly advised: Advised;
  readonly saving: Decimal;
}

/** Which candidates are considered together, before others are. */
type Tier = (one: Advised) => boolean;

/** What to build, and how sure that is. */
export interface Chosen {
  readonly advised: Advised;
  /**
   * What chose it: its type has all that is needed by itself or with free help, or totals did, or nothing has all that is
   * needed and it is the nearest.
   */
  readonly by: 'type' | 'total' | 'nearest';
  /** Another front door that has all that is needed by itself too, for less than half; where it needs servers, before these. */
  readonly contested: Cheaper | null;
  /** The pick holds unless the help that it needs, which is priced at a default, costs more than this a month. */
  readonly unless: Decimal | null;
  /** Which of two is cheaper depends on the help of the pick: a function ten times as expensive as the default would turn it. */
  readonly helpDecides: boolean;
  /** Others that may be cheaper, for a part of their total is not known. */
  readonly undecided: readonly Undecided[];
}

const SURE = { contested: null, unless: null, helpDecides: false, undecided: [] } as const;

/**
 * What to build, of the candidates that carry one part of a workload. Null when the tree ends at a WebSocket API and the
 * workload says nothing of its connections.
 */
export function choose(group: readonly Advised[], leaf: Leaf, policy: Policy, workload: Workload): Chosen | null {
  const found = search(group, leaf, policy, workload);
  if (found === null) return null;
  const { best } = found.cheapest;
  if (found.by === 'nearest') return { ...SURE, advised: best, by: 'nearest' };
  const contest = found.contest(best);
  if (found.by === 'type') return { ...SURE, advised: best, by: 'type', contested: contestedBy(best, contest) };
  const chosen = priced(found.cheapest, found.among);
  if (contest.length === 0) return chosen;
  // Who states no backend may have servers; what these cost is then all that is not known.
  if (policy === 'cheapest' && workload.backend === undefined)
    return { ...chosen, undecided: [...chosen.undecided, ...beforeServers(chosen.advised, contest)] };
  return { ...chosen, contested: contestedBy(chosen.advised, contest) };
}

/** The same without how sure it is, which prices more candidates. */
export function wouldChoose(group: readonly Advised[], leaf: Leaf, policy: Policy, workload: Workload): Advised | null {
  return search(group, leaf, policy, workload)?.cheapest.best ?? null;
}

interface Found {
  readonly by: Chosen['by'];
  readonly cheapest: Cheapest;
  /** What it was compared with, where totals chose it. */
  readonly among: readonly Advised[];
  /** What may contest it; whoever asks only what would be chosen judges no more candidates than that takes. */
  readonly contest: (best: Advised) => readonly Advised[];
}

/** What nobody can price is compared, and chosen by no policy. */
const isRated: Tier = ({ candidate }) => FRONT_DOORS[candidate.frontDoor].unrated !== true;

function search(all: readonly Advised[], leaf: Leaf, policy: Policy, workload: Workload): Found | null {
  const group = all.filter(isRated);
  const ofType = group.filter((one) => one.candidate.frontDoor === leaf);
  if (leaf === 'websocket' && ofType.length === 0) return null;
  const keeps = behindStatedEdge(group, workload);
  const [stands, comparable] = [standsHere(workload), comparedBySelf(group, workload)];
  // What costs least to know is asked first: what it is, whether it can carry the workload, and only then what it costs.
  const among = (tier: Tier, offered: Tier) =>
    group.filter((one) => stands(one) && tier(one) && keeps(one) && usable(one) && offered(one) && comparable(one));
  // Where nothing costs so little that it may contest, nothing is judged for it.
  const contest = (best: Advised) =>
    group.some((one) => mayContest(one) && isFarBelow(one, best))
      ? group.filter((one) => keeps(one) && usable(one) && (hasAllByItself(one) || hasFreeHelpButServers(one)))
      : [];
  if (policy === 'native-first') {
    for (const tier of byItself(leaf, workload, group)) {
      const cheapest = cheapestOf(among(tier, isOffered));
      if (cheapest) return { by: 'type', cheapest, among: [], contest };
    }
  }
  // Nothing is native, or nothing need be: what everything costs, help included, decides; first among what is offered in the Region.
  const tiers: readonly Tier[] = policy === 'cheapest' ? [anything] : [ofGateways, anything];
  for (const offered of [isOffered, anything]) {
    for (const tier of tiers) {
      const compared = among(tier, offered);
      const cheapest = cheapestOf(compared);
      if (cheapest) return { by: 'total', cheapest, among: compared, contest: leaf === 'websocket' ? contest : none };
    }
  }
  // Nothing has all that is needed: the nearest is of the type at which the tree ends, and lacks least.
  const [nearest] = (ofType.length > 0 ? ofType : group).toSorted((a, b) => missing(a) - missing(b));
  return nearest ? { by: 'nearest', cheapest: { best: nearest, undecided: [] }, among: [], contest: none } : null;
}

/** What is nothing without servers of one's own is picked only where the workload has some; else it may contest a pick. */
function standsHere(workload: Workload): Tier {
  const has = workload.backend?.vpc !== undefined || workload.loadBalancer !== undefined || statesServers(workload);
  return ({ candidate }) => has || FRONT_DOORS[candidate.frontDoor].beside === null;
}

/**
 * A distribution that nobody asked for does not win because a rate is missing, usually of data transfer, of the same API without it, where
 * that costs less as far as it is known.
 */
function comparedBySelf(group: readonly Advised[], { edge }: Workload): Tier {
  const plain = (one: Advised) =>
    group.filter(({ candidate }) => candidate.frontDoor === one.candidate.frontDoor && !behindCloudfront(candidate));
  const isLess = (one: Advised, than: Advised) => costOf(one.estimate).lt(costOf(than.estimate));
  return (one) =>
    edge !== undefined ||
    !behindCloudfront(one.candidate) ||
    !plain(one).some((other) => usable(other) && !wholePrice(other) && mayBeOffered(other) && isLess(other, one));
}

const none = (): readonly Advised[] => [];

const anything: Tier = () => true;
const ofGateways: Tier = ({ candidate }) => isGateway(candidate.frontDoor);
const hasAllByItself: Tier = (one) => one.verdict === 'native';

/** AWS publishes its own rates in the Region; a gap in our sheet says nothing of what is offered. */
function isOffered(one: Advised): boolean {
  return frontDoorWant(one) !== 'not-published';
}

/**
 * Of the type at which the tree ends: what has everything by itself, then what needs no more than a setting or code of yours. Where
 * that type needs more, another that has everything by itself is the native one. A CloudFront distribution that nobody asked for
 * is added only then, even where it would save a little, and only if no type has all for less with help but without one; and where
 * it has for any type what the tree asked of one, the cheapest type behind it will do.
 */
function byItself(leaf: Leaf, workload: Workload, group: readonly Advised[]): readonly Tier[] {
  const ofLeaf: Tier = ({ candidate }) => candidate.frontDoor === leaf;
  const direct: Tier = ({ candidate }) => workload.edge !== undefined || !behindCloudfront(candidate);
  const isLess = (one: Advised, than: Advised) => wholePrice(one) && costOf(one.estimate).lt(costOf(than.estimate));
  const worthAdding: Tier = (one) =>
    direct(one) || !group.some((other) => ofGateways(other) && direct(other) && usable(other) && isLess(other, one));
  return [
    (one) => ofLeaf(one) && direct(one) && hasAllByItself(one),
    (one) => ofLeaf(one) && direct(one) && hasFreeHelp(one),
    (one) => ofGateways(one) && hasAllByItself(one) && worthAdding(one),
    (one) => direct(one) && hasAllByItself(one),
  ];
}

function contestedBy(chosen: Advised, able: readonly Advised[]): Cheaper | null {
  const others = able.filter((one) => one.candidate.frontDoor !== chosen.candidate.frontDoor && (wholePrice(one) || wholeButServers(one)));
  const best = cheapestOf(others)?.best;
  return best !== undefined && isFarBelow(best, chosen)
    ? { advised: best, saving: costOf(chosen.estimate).minus(costOf(best.estimate)) }
    : null;
}

/** By what it has, which costs less to know than its price. */
function mayContest({ candidate, fits, lacks }: Advised): boolean {
  return lacks.length === 0 && (verdict(fits) === 'native' || FRONT_DOORS[candidate.frontDoor].beside !== null);
}

/** Front doors far below a pick before the servers that they are nothing without. */
function beforeServers(chosen: Advised, contest: readonly Advised[]): readonly Undecided[] {
  const amount = (one: Advised) => costOf(chosen.estimate).minus(costOf(one.estimate));
  return contest
    .filter((one) => one !== chosen && wholeButServers(one) && isFarBelow(one, chosen))
    .map((one) => ({ advised: one, amount: amount(one) }))
    .toSorted((a, b) => b.amount.cmp(a.amount));
}

/** A function that runs ten times as long as the default, or has ten times the memory, is expensive. */
const DEAR = '10';

function priced({ best, undecided: all }: Cheapest, group: readonly Advised[]): Chosen {
  // Servers cost something, so that a front door which is a little cheaper before them leaves nothing open.
  const undecided = all.filter(({ advised }) => !wholeButServers(advised) || isFarBelow(advised, best));
  const help = helpCost(best);
  const next = cheapestOf(group.filter((one) => one !== best && helpCost(one).isZero() && wholePrice(one)))?.best;
  if (help.isZero() || next === undefined) return { ...SURE, advised: best, by: 'total', undecided };
  const without = costOf(best.estimate).minus(help);
  const unless = costOf(next.estimate).minus(without);
  // How often help is called follows from the workload; how long it runs, and with what, is all that the default supposes.
  const supposed = totalOf(rowsOfHelp(best).filter(({ sku }) => sku.startsWith('lambda/duration')));
  const dear = help.minus(supposed).plus(supposed.times(DEAR));
  return { ...SURE, advised: best, by: 'total', unless, helpDecides: without.plus(dear).gte(costOf(next.estimate)), undecided };
}

/** A distribution that is stated is kept: what has none is out, where something that fits has one. */
export function behindStatedEdge(group: readonly Advised[], { edge }: Workload): Tier {
  const behind: Tier = ({ candidate }) => behindCloudfront(candidate);
  return edge !== undefined && group.some((one) => behind(one) && usable(one)) ? behind : () => true;
}

/** Why the front door itself has no complete price; null where it has one. Such a one wins only where nothing else fits. */
export function frontDoorWant({ candidate, estimate }: Advised): Want | null {
  const { billedAs } = FRONT_DOORS[candidate.frontDoor];
  const wants = estimate.missing.filter(({ sku }) => billedAs !== null && sku.startsWith(billedAs)).map((one) => one.want);
  return wants.find((want) => want === 'not-published') ?? wants[0] ?? null;
}

/** Beside itself it needs settings, code of yours, or what the workload states anyway. */
function hasFreeHelp({ help }: Advised): boolean {
  return help.every((one) => one.priced === 'stated');
}

/** Beside the servers behind it, it needs no more than that; their code is yours anyway. */
function hasFreeHelpButServers(one: Advised): boolean {
  return usable(one) && FRONT_DOORS[one.candidate.frontDoor].beside !== null && (wholePrice(one) || wholeButServers(one));
}

/** How much of what is needed is not there; if nothing, how many quotas are in the way. */
function missing({ fits, quotas, verdict, lacks }: Advised): number {
  const lacking = fits.filter((one) => one.support.type === 'no' || one.support.type === 'unknown').length + lacks.length;
  return lacking > 0 || verdict !== 'no' ? lacking : quotas.length;
}
