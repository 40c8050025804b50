import { behindCloudfront } from '../../candidates/by-cloudfront.ts';
import { inspect } from '../../decide/inspect.ts';
import { exceeds, planName, PLANS_PAGE } from '../../facts/cloudfront-plans.ts';
import { countedByPlan } from '../../hops/edge-plan.ts';
import { formatMoney } from '../../money/format.ts';
import { PLAN_IDS, type PlanId } from '../../workload/edge-fields.ts';
import type { Workload } from '../../workload/schema.ts';
import { candidateCost } from '../../estimate/candidate-cost.ts';
import { monthInstead } from '../../journey/month.ts';
import { usable, wholePrice, type Advised } from '../advised.ts';
import { costToday } from './instead.ts';
import { defineSaving, type Situation } from './saving.ts';

/** Pay as you go against one price a month, where a plan allows all of the traffic. */
export const edgePlanWouldPay = defineSaving({
  id: 'edge-plan-would-pay',
  name: 'A flat-rate plan of CloudFront',
  title: 'A flat-rate plan of CloudFront would cost less',
  effort: 'setting',
  risk: 'a plan covers one distribution and one apex domain; below Business it has managed cache policies only, and no plan runs Lambda@Edge',
  sources: [PLANS_PAGE],
  weigh(situation) {
    const { today, workload } = situation;
    const cost = costToday(situation);
    if (!cost || workload.edge?.plan) return null;
    const ways = distributions(situation).flatMap((one) => {
      const plan = smallestPlan(situation, one);
      const planned = plan && candidateCost(one.candidate, monthInstead(situation.month, withPlan(workload, plan)), situation.book);
      return plan && planned?.lt(cost) ? [{ one, plan, planned }] : [];
    });
    const [best] = ways.toSorted((a, b) => a.planned.cmp(b.planned));
    if (!best) return null;
    const { one, plan, planned } = best;
    return {
      because: `the ${planName(plan)} plan allows all of its traffic, and makes it ${formatMoney(cost.minus(planned))} a month cheaper than ${one === today ? 'pay as you go' : 'it is without a distribution'}`,
      today: cost,
      instead: planned,
      change: `${one === today ? 'the same' : one.estimate.title} on the ${planName(plan)} plan`,
      becomes: { candidate: one === today ? null : one.candidate, state: onPlan(plan) },
      blockers: [
        ...(one === today ? [] : ['there is no distribution yet, and the domain of the API must lead to one']),
        ...waitsTooShort(situation, one),
      ],
    };
  },
});

/** What the wait of a distribution for its origin stands against, which nothing waits for without one. */
function waitsTooShort({ month }: Situation, { candidate }: Advised): readonly string[] {
  return inspect(month, [candidate]).flatMap(({ rule, because }) => (rule.id === 'timeout-cloudfront' ? [because] : []));
}

/** What is there today, if it has a distribution; else the same front door behind one, where that fits. */
function distributions({ today, candidates }: Situation): readonly Advised[] {
  if (behindCloudfront(today.candidate)) return [today];
  return candidates.filter(
    (one) => one.candidate.frontDoor === today.candidate.frontDoor && behindCloudfront(one.candidate) && usable(one) && wholePrice(one),
  );
}

/** Made apart from what was weighed, which would stay in memory with it. */
const onPlan = (plan: PlanId) => (workload: Workload) => withPlan(workload, plan);

const withPlan = (workload: Workload, plan: PlanId): Workload => ({ ...workload, edge: { ...workload.edge, plan } });

/** The smallest plan that allows all of the traffic; null where none does, or where nobody says how large answers are. */
function smallestPlan({ month: { workload, units, flow } }: Situation, { candidate }: Advised): PlanId | null {
  const { traffic, waf } = workload;
  if (!traffic) return null;
  const blocks = waf !== undefined && candidate.supplies['waf-native'] !== undefined;
  const counted = countedByPlan(
    flow.parcels.filter(({ kind }) => !(blocks && kind === 'attack')),
    units,
  );
  if (counted.gigabytes === null) return null;
  return PLAN_IDS.find((plan) => exceeds(counted, plan) === null) ?? null;
}
