import { behindCloudfront } from '../../candidates/by-cloudfront.ts';
import { planName, PLANS_PAGE } from '../../facts/cloudfront-plans.ts';
import { formatMoney } from '../../money/format.ts';
import type { Workload } from '../../workload/schema.ts';
import { costIf, costToday, stating } from './instead.ts';
import { defineSaving } from './saving.ts';

export const edgePlanNeverPays = defineSaving({
  id: 'edge-plan-never-pays',
  name: 'CloudFront paid as you go',
  title: 'The flat-rate plan of CloudFront costs more than pay as you go',
  effort: 'setting',
  risk: 'pay as you go has no upper bound: a flood of requests or bytes is billed',
  sources: [PLANS_PAGE],
  weigh(situation) {
    const { today, workload } = situation;
    const cost = costToday(situation);
    if (!workload.edge?.plan || !cost || !behindCloudfront(today.candidate)) return null;
    const { plan } = workload.edge;
    const byUse = costIf(situation, withoutPlan(workload));
    if (!byUse || byUse.gte(cost)) return null;
    return {
      because: `its traffic costs ${formatMoney(cost.minus(byUse))} a month less by use than on the ${planName(plan)} plan`,
      today: cost,
      instead: byUse,
      change: 'the same, paid as you go',
      becomes: stating(withoutPlan),
      blockers: [],
    };
  },
});

function withoutPlan(workload: Workload): Workload {
  const { plan: _, ...edge } = workload.edge ?? {};
  return { ...workload, edge };
}
