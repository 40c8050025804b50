import type { Candidate } from '../candidates/candidate.ts';
import { fit } from '../candidates/fit.ts';
import { blockersOf } from '../decide/blockers.ts';
import { quotasUsed, refuses } from '../decide/quota-use.ts';
import { candidateCost } from '../estimate/candidate-cost.ts';
import { estimateOf } from '../estimate/estimate.ts';
import { exceeds, planName } from '../facts/cloudfront-plans.ts';
import { countedByPlan } from '../hops/edge-plan.ts';
import type { Month } from '../journey/month.ts';
import type { Decimal } from '../money/decimal.ts';
import type { PriceBook } from '../pricebook/price-book.ts';
import { FEATURES } from '../workload/features.ts';
import { FRONT_DOORS } from '../workload/front-doors.ts';
import type { Built } from './built.ts';
import { NONE } from './lever.ts';

/** What rules a composition out: of which kind, by which id, and why in words. */
export interface RuledOut {
  readonly by: 'not-applicable' | 'need' | 'exclusion' | 'not-had' | 'help' | 'plan' | 'quota' | 'rule' | 'price';
  readonly id: string;
  readonly because: string;
}

export type Verdict = { readonly cost: Decimal } | { readonly ruledOut: RuledOut };

/** Judges compositions of one workload; what follows from the composition alone is worked out once for all ways to set it. */
export interface Examiner {
  /** Whether it serves the workload, and what it costs then; what costs least to know is asked first. */
  verdict(one: Built): Verdict;
  /** What it costs, if it serves the workload and costs less; null otherwise. */
  servesFor(one: Built, less: Decimal | null): Decimal | null;
}

/**
 * @param monthOf the month of the workload as a composition states it.
 * @param known what a candidate costs for a month, where that was worked out before; else null.
 */
export function examiner(
  monthOf: (one: Built) => Month,
  book: PriceBook,
  known: (candidate: Candidate, month: Month) => Decimal | null,
): Examiner {
  const lacking = new Map<string, RuledOut | null>();
  const costs = new Map<Built['setting'], Decimal | null>();
  const lacksOf = (one: Built, then: Month): RuledOut | null => {
    const { 'front-door': frontDoor, endpoint, distribution, 'web-acl': host, 'stage-cache': size, 'private-link': link } = one.setting;
    const key = [frontDoor, endpoint, distribution === NONE, host, size === NONE, link].join(' ');
    const before = lacking.get(key);
    if (before !== undefined) return before;
    const found = lacks({ ...one, workload: then.workload }, then);
    lacking.set(key, found);
    return found;
  };
  const costOf = (one: Built, then: Month): Decimal | null => {
    const before = costs.get(one.setting);
    if (before !== undefined) return before;
    const found = known(one.candidate, then) ?? candidateCost(one.candidate, then, book);
    costs.set(one.setting, found);
    return found;
  };
  return {
    verdict(one) {
      const then = monthOf(one);
      const ruledOut = tooSmall(one, then) ?? lacksOf(one, then) ?? cannotCarry(one, then);
      if (ruledOut) return { ruledOut };
      const cost = costOf(one, then);
      if (cost !== null) return { cost };
      const [missing] = estimateOf(then.journey(one.candidate), book).missing;
      return { ruledOut: out('price', missing?.sku ?? 'not-known', missing?.reason ?? 'a part of what it costs is not known') };
    },
    servesFor(one, less) {
      const then = monthOf(one);
      if (tooSmall(one, then) ?? lacksOf(one, then)) return null;
      const cost = costOf(one, then);
      if (cost === null || (less && cost.gte(less))) return null;
      return cannotCarry(one, then) ? null : cost;
    },
  };
}

const out = (by: RuledOut['by'], id: string, because: string): RuledOut => ({ by, id, because });

/** What is needed, and it has not, or only with help that nobody states. */
function lacks({ candidate, workload }: Built, month: Month): RuledOut | null {
  const { unrated, title } = FRONT_DOORS[candidate.frontDoor];
  if (unrated) return out('price', 'unrated', `no rate of a ${title} was found`);
  if (!candidate.applies(workload)) return out('not-applicable', candidate.frontDoor, 'the workload states nothing that it is for');
  for (const { feature, support, exclusion } of fit(candidate, workload, month.edition)) {
    if (support.type === 'native' || support.type === 'via') continue;
    const because = `${FEATURES[feature].name}: ${support.because}`;
    return exclusion ? out('exclusion', exclusion.id, because) : out('need', feature, because);
  }
  const [lack] = candidate.lacks(workload);
  if (lack) return out('not-had', lack.what, lack.because);
  const help = month.journey(candidate).help.find(({ priced }) => priced !== 'stated');
  return help ? out('help', help.supplier, 'it needs this, and the workload does not state it, so that it has no price') : null;
}

/** A plan that allows less than a month has: past it, nothing is promised. */
function tooSmall({ candidate, setting }: Built, { workload, flow, units }: Month): RuledOut | null {
  const plan = workload.edge?.plan;
  if (!candidate.composition.distribution || plan === undefined) return null;
  const blocks = setting['web-acl'] === 'distribution';
  const counted = countedByPlan(
    flow.parcels.filter(({ kind }) => !(blocks && kind === 'attack')),
    units,
  );
  if (counted.gigabytes === null) return out('plan', plan, `how much data the ${planName(plan)} plan carries is not stated`);
  const over = exceeds(counted, plan);
  return over && out('plan', plan, `a month has more ${over} than the ${planName(plan)} plan allows`);
}

/** Limits of AWS, and rules that say that it cannot work. */
function cannotCarry({ candidate }: Built, then: Month): RuledOut | null {
  const quota = quotasUsed(candidate, then).find(refuses);
  if (quota) return out('quota', quota.quota, `${quota.name}: ${quota.used.toFixed()} of ${quota.limit?.toFixed() ?? '?'} ${quota.unit}`);
  const [finding] = blockersOf(then, candidate);
  return finding ? out('rule', finding.rule.id, finding.because) : null;
}
