import { sum } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { accountRate } from '../account-rate.ts';
import { isThere } from '../../workload/share.ts';
import { defineRule } from '../rule.ts';

export const usagePlansOverAccountRate = defineRule({
  id: 'usage-plans-over-account-rate',
  severity: 'note',
  topic: 'throttling',
  page: () => ({
    title: 'Usage plans promise more than the account has',
    rationale:
      'The rate of a usage plan reserves nothing. Where the plans add up to more than the account may send, clients that keep to their plan meet the limit of the account together, and every other API of the account with them. That is acceptable if clients rarely send at the same time.',
    remedy:
      'Compare the peak with the limits (apigw-advisor throttle), ask for a higher account rate before the plans are sold, or give these clients an account of their own.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { throttling: { clients: [{ name: 'premium', clients: '25', share: '100%', rate: '500 rps', burst: '100' }] } },
        silent: { throttling: { clients: [{ name: 'premium', clients: '25', share: '100%', rate: '100 rps', burst: '100' }] } },
      },
    ],
  }),
  fields: ['throttling.clients', 'throttling.account.rate', 'region'],
  frontDoors: ['rest'],
  inspect({ workload }) {
    const there = workload.throttling?.clients?.filter(isThere) ?? [];
    const plans = there.flatMap(({ clients, rate }) => (rate ? [clients.times(rate)] : []));
    if (plans.length === 0) return [];
    const [promised, most] = [sum(plans), accountRate(workload)];
    if (most === null || promised.lte(most)) return [];
    const because = `the clients of all usage plans may send ${formatQuantity(promised)} requests a second together, and the account lets ${formatQuantity(most)} through`;
    return [{ because, path: ['throttling', 'clients'] }];
  },
});
