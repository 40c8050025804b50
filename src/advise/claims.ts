import { behindCloudfront } from '../candidates/by-cloudfront.ts';
import { ofFrontDoor, supportOf } from '../candidates/fit.ts';
import type { Decision } from '../decide/walk.ts';
import type { Leaf } from '../decide/tree.ts';
import { costOf } from '../estimate/cost-in-question.ts';
import type { Want } from '../estimate/want.ts';
import type { Support } from '../facts/support.ts';
import type { Month } from '../journey/month.ts';
import { requirementsOf, type Requirement } from '../workload/requirements.ts';
import { usable, wholePrice, type Advised } from './advised.ts';
import { behindStatedEdge, frontDoorWant, type Chosen, type Policy } from './policy.ts';

/**
 * Why a candidate is picked. Each kind is a sentence of the verdict, and here stands the condition under which it may be
 * printed; what is printed of it is worded elsewhere, and claims no more.
 */
export type Reason =
  /** Nobody knows whether it has all that is needed. */
  | { readonly type: 'unknown' }
  /** Nothing has all that is needed, and it lacks the least. */
  | { readonly type: 'nearest' }
  /** It carries connections. */
  | { readonly type: 'connections' }
  /** By what it costs. */
  | { readonly type: 'cheapest'; readonly least: Least }
  /** The tree ends at its type, for these requirements: it has them by itself, and the other type does not. */
  | { readonly type: 'required'; readonly decided: readonly Decided[]; readonly leaf: Leaf; readonly other: Leaf }
  /** The tree ends at its type, which has all that is needed, in part by the distribution in front of it. */
  | { readonly type: 'led'; readonly leaf: Leaf; readonly behindCloudfront: boolean }
  /** The tree ends at its type, and nothing that is stated asks for another. */
  | { readonly type: 'nothing-asks'; readonly all: boolean }
  /** The tree ends at its type, which does not have all by itself: totals decided. */
  | { readonly type: 'totals'; readonly leaf: Leaf; readonly beside: readonly string[] }
  /** The tree ends at another type. */
  | { readonly type: 'led-elsewhere'; readonly leaf: Leaf; readonly instead: Instead };

/** A requirement that decided, with how the type that was not taken has it. */
export interface Decided {
  readonly requirement: Requirement;
  readonly otherwise: Support;
}

/** How far it is the cheapest of what has all that is needed. */
export interface Least {
  /** `all`: no other costs less, whatever is not known of its total. `known`: no other of a known total does. `bound`: its own total is a lower bound, and no other's known part is less. */
  readonly of: 'all' | 'known' | 'bound';
  /** Only among those with the distribution that is stated. */
  readonly behindEdge: boolean;
}

/** Why the type at which the tree ends is not taken. */
export type Instead =
  | { readonly type: 'none-applies' }
  /** What blocks the nearest of that type, as far as it is known. */
  | { readonly type: 'lacks'; readonly leading: Advised }
  | { readonly type: 'may-lack'; readonly leading: Advised }
  | { readonly type: 'unpriced'; readonly want: Want }
  /** It needs help beside itself, so that totals decide. */
  | { readonly type: 'needs-beside'; readonly beside: readonly string[] }
  /** It needs help beside itself, and the pick has all by itself. */
  | { readonly type: 'native-elsewhere'; readonly beside: readonly string[] }
  | { readonly type: 'costs-more'; readonly leading: Advised }
  /** It has all only behind a distribution, which the pick has too and which supplies what led to that type. */
  | { readonly type: 'by-distribution'; readonly leading: Advised }
  | { readonly type: 'as-well' };

type Part = Pick<Chosen, 'advised' | 'by'> & { readonly carries: Advised['candidate']['carries'] };

export function reasonOf(part: Part, group: readonly Advised[], decision: Decision, policy: Policy, month: Month): Reason {
  const { carries, advised, by } = part;
  if (advised.verdict === 'unknown') return { type: 'unknown' };
  if (by === 'nearest') return { type: 'nearest' };
  const leaf = carries === 'realtime' ? 'websocket' : decision.otherwise;
  if (carries === 'realtime' && advised.candidate.frontDoor === leaf) return { type: 'connections' };
  if (policy === 'cheapest' && carries === 'requests') return { type: 'cheapest', least: leastOf(advised, group, month) };
  if (advised.candidate.frontDoor !== leaf) return { type: 'led-elsewhere', leaf, instead: insteadOf(advised, group, leaf, month) };
  if (by === 'total') return { type: 'totals', leaf, beside: besideOf(advised) };
  const other: Leaf = leaf === 'rest' ? 'http' : 'rest';
  if (!decision.steps.some(({ leadsTo, reply }) => leadsTo === leaf && reply.answer === 'yes'))
    return { type: 'nothing-asks', all: decision.open.length === 0 };
  const decided = decidedBy(advised, decision, other, month);
  if (decided.length > 0) return { type: 'required', decided, leaf, other };
  return { type: 'led', leaf, behindCloudfront: behindCloudfront(advised.candidate) };
}

/** The requirements behind the answer that led to the end, which the pick has by itself and the other type does not. */
function decidedBy({ candidate }: Advised, decision: Decision, other: Leaf, { workload, edition }: Month): readonly Decided[] {
  const step = decision.steps.find(({ leadsTo, reply }) => leadsTo === decision.otherwise && reply.answer === 'yes');
  return (step?.question.features ?? []).flatMap((feature): Decided[] => {
    const requirement = requirementsOf(workload).of(feature);
    const byDistribution = behindCloudfront(candidate) && candidate.supplies[feature] !== undefined;
    if (requirement === undefined || byDistribution || supportOf(candidate, feature, workload, edition).type !== 'native') return [];
    const otherwise = ofFrontDoor(other, feature, workload, edition);
    return otherwise.type === 'native' ? [] : [{ requirement, otherwise }];
  });
}

function leastOf(picked: Advised, group: readonly Advised[], { workload }: Month): Least {
  const able = group.filter((one) => one !== picked && usable(one));
  const behindEdge = able.some((one) => !behindStatedEdge(group, workload)(one) && costOf(one.estimate).lt(costOf(picked.estimate)));
  const compared = able.filter(behindStatedEdge(group, workload));
  if (!wholePrice(picked)) return { of: 'bound', behindEdge };
  return { of: compared.every((one) => costOf(one.estimate).gte(costOf(picked.estimate))) ? 'all' : 'known', behindEdge };
}

/** Help that a candidate needs and that the workload does not state. */
function besideOf({ help }: Advised): readonly string[] {
  return [...new Set(help.filter((one) => one.priced !== 'stated').map((one) => one.supplier))];
}

function insteadOf(picked: Advised, group: readonly Advised[], leaf: Leaf, { workload }: Month): Instead {
  const all = group.filter((one) => one.candidate.frontDoor === leaf);
  const kept = all.filter(behindStatedEdge(group, workload));
  // What stands nearest to it says why it is not taken.
  const ofType = (kept.length > 0 ? kept : all).toSorted((a, b) => distance(a) - distance(b));
  const [leading] = ofType;
  if (leading === undefined) return { type: 'none-applies' };
  if (leading.verdict === 'no' || leading.lacks.length > 0) return { type: 'lacks', leading };
  if (leading.verdict === 'unknown') return { type: 'may-lack', leading };
  const wants = ofType.map(frontDoorWant);
  const [want] = wants;
  if (want !== undefined && want !== null && wants.every((one) => one !== null)) return { type: 'unpriced', want };
  const beside = besideOf(leading);
  if (beside.length > 0) return { type: picked.verdict === 'native' ? 'native-elsewhere' : 'needs-beside', beside };
  const added = behindCloudfront(picked.candidate) && behindCloudfront(leading.candidate);
  if (added && costOf(leading.estimate).gt(costOf(picked.estimate))) return { type: 'by-distribution', leading };
  return costOf(leading.estimate).gt(costOf(picked.estimate)) ? { type: 'costs-more', leading } : { type: 'as-well' };
}

/** How far a candidate is from carrying everything; to leave out what another of its type adds is farther. */
function distance({ fits, lacks, blockers, quotas, verdict }: Advised): number {
  const missing = fits.filter(({ support }) => support.type === 'no' || support.type === 'unknown').length;
  const others = blockers.filter(({ rule }) => rule.id !== 'need-unmet').length;
  return missing + lacks.length * 2 + others + (verdict === 'no' && missing + lacks.length + others === 0 ? quotas.length : 0);
}
