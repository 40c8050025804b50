import { GUIDE } from '../../facts/quotas/quota.ts';
import { formatQuantity } from '../../money/format.ts';
import { accountRate } from '../account-rate.ts';
import { defineRule } from '../rule.ts';
import { perSecondOf } from '../subject.ts';

export const peakOverAccountRate = defineRule({
  id: 'peak-over-account-rate',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'The peak is more than the account may send',
    rationale:
      'All REST, HTTP and WebSocket APIs of an account share one rate in a Region: 10,000 requests a second by default, 2,500 in newer Regions. Above it, every API of the account answers 429, also those that did nothing.',
    remedy:
      'Ask for a higher rate before launch, answer more from CloudFront, and keep the APIs that matter most in an account of their own.',
    sources: [`${GUIDE}/limits.html`, `${GUIDE}/api-gateway-request-throttling.html`],
    examples: [
      { candidate: 'http', reports: { traffic: { peak: '12000 rps' } }, silent: { traffic: { peak: '2000 rps' } } },
      {
        candidate: 'http',
        reports: { region: 'af-south-1', traffic: { peak: '3000 rps' } },
        silent: { region: 'eu-west-1', traffic: { peak: '3000 rps' } },
      },
    ],
  }),
  fields: ['traffic.peak', 'throttling.account.rate', 'throttling.accountUsedByOthers', 'region'],
  frontDoors: ['rest', 'http'],
  inspect({ workload, units, behindCloudfront }) {
    const { traffic, throttling, region } = workload;
    // What CloudFront answers does not reach the account; how much that is at the peak is the business of `throttle`.
    if (traffic?.peak === undefined || behindCloudfront) return [];
    const peak = perSecondOf(traffic.peak, units);
    const limit = accountRate(workload);
    const others = throttling?.accountUsedByOthers;
    if (limit === null || !(others ? peak.plus(others) : peak).gt(limit)) return [];
    const beside = others ? `, beside ${formatQuantity(others)} of other APIs` : '';
    const because = `the peak is ${formatQuantity(peak)} requests a second${beside}, and the account has ${formatQuantity(limit)} in ${region}`;
    return [{ because, path: ['traffic', 'peak'] }];
  },
});
