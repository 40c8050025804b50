import { GUIDE } from '../../facts/quotas/quota.ts';
import { formatQuantity } from '../../money/format.ts';
import { besideOnAccount } from '../account-load.ts';
import { accountRate } from '../account-rate.ts';
import { askFor } from '../ask-for.ts';
import { farOver } from '../quota-use.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { peakLoad } from '../../journey/load.ts';

const BESIDES = 'Answer more from CloudFront, and keep the APIs that matter most in an account of their own.';

export const peakOverAccountRate = defineRule({
  id: 'peak-over-account-rate',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'The peak is more than the account may send',
    rationale: `All REST, HTTP and WebSocket APIs of an account share one rate in a Region: ${limitInWords('account-rate')} by default, ${limitInWords('account-rate-low-regions')} in newer Regions. Above it, every API of the account answers 429, also those that did nothing.`,
    remedy: `Ask for a higher rate before launch. ${BESIDES}`,
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
  fields: ['traffic.peak', 'throttling.account.rate', 'throttling.accountUsedByOthers', 'edge.hitRatio', 'realtime', 'region'],
  frontDoors: ['rest', 'http'],
  inspect({ workload, month, journey, behindCloudfront }) {
    const { traffic, edge, region } = workload;
    // How much CloudFront answers at the peak, nobody knows who does not state it.
    if (traffic?.peak === undefined || (behindCloudfront && edge?.hitRatio === undefined)) return [];
    const peak = peakLoad(journey(), 'front-door');
    const limit = accountRate(workload);
    if (limit === null || peak === null) return [];
    const others = besideOnAccount(month);
    const needed = peak.plus(others);
    if (!needed.gt(limit) || farOver(needed, limit)) return [];
    const beside = others.isZero() ? '' : `, beside ${formatQuantity(others.ceil())} of other APIs`;
    const because = `the peak is ${formatQuantity(peak)} requests a second${beside}, and the account has ${formatQuantity(limit)} in ${region}`;
    return [{ because, path: ['traffic', 'peak'], remedy: `${askFor('account-rate', needed)} ${BESIDES}` }];
  },
});
