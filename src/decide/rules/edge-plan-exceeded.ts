import { exceeds, planName, PLANS, PLANS_PAGE } from '../../facts/cloudfront-plans.ts';
import { countedByPlan } from '../../hops/edge-plan.ts';
import { formatQuantity } from '../../money/format.ts';
import { defineRule } from '../rule.ts';

export const edgePlanExceeded = defineRule({
  id: 'edge-plan-exceeded',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'More traffic than the flat-rate plan allows',
    rationale:
      'A flat-rate plan of CloudFront charges nothing for more than it allows. A first month of up to three times as much has no effect; where more lasts for two or three months, AWS may serve the API from fewer or more distant edge locations, and may refuse to sign it up for that plan again.',
    remedy: 'Take the next plan, or pay as you go.',
    sources: [PLANS_PAGE],
    examples: [
      {
        candidate: 'rest+cloudfront',
        reports: { traffic: { requests: '20M/month' }, edge: { plan: 'pro' } },
        silent: { traffic: { requests: '20M/month' }, edge: { plan: 'business' } },
      },
      {
        candidate: 'http+cloudfront',
        reports: { traffic: { requests: '900K/month', response: '200 KB' }, edge: { plan: 'free' } },
        silent: { traffic: { requests: '900K/month', response: '20 KB' }, edge: { plan: 'free' } },
      },
    ],
  }),
  fields: ['edge.plan', 'traffic.requests', 'traffic.response', 'traffic.sizes', 'traffic.fates'],
  frontDoors: ['rest', 'http', 'function-url'],
  inspect({ workload: { edge, traffic, waf }, month, units, behindCloudfront, hostsWebAcl }) {
    if (!edge?.plan || !traffic || !behindCloudfront) return [];
    const blocks = waf !== undefined && hostsWebAcl;
    const counted = countedByPlan(
      month.flow.parcels.filter(({ kind }) => !(blocks && kind === 'attack')),
      units,
    );
    const over = exceeds(counted, edge.plan);
    if (over === null) return [];
    const unit = over === 'requests' ? 'requests' : 'GB';
    const because = `a month has ${formatQuantity(counted[over] ?? counted.requests)} ${unit}, and the ${planName(edge.plan)} plan allows ${formatQuantity(PLANS[edge.plan][over])}`;
    return [{ because, path: ['edge', 'plan'] }];
  },
});
