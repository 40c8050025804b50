import { defineRule } from '../rule.ts';
import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';

export const secondRegionStands = defineRule({
  id: 'second-region-stands',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'Failover to a second Region requires everything twice',
    rationale:
      'DNS moves clients to another Region only where the API, its domain, certificates, keys, web ACL, cache and backend exist there too, with the same quotas raised. What is billed by the hour or the month is billed twice, and data must be copied there all the time.',
    remedy:
      'Deploy both Regions from one definition, raise quotas in both, and test the failover. A cache, provisioned concurrency and endpoints can wait until the second Region serves, if clients can wait too.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'multi-region-failover': 'yes' } },
        silent: { needs: { 'multi-region-failover': 'no' } },
      },
    ],
  }),
  fields: ['needs.multi-region-failover'],
  frontDoors: CARRYING_REQUESTS,
  inspect({ needs }) {
    if (!needs('multi-region-failover')) return [];
    return [
      {
        because: 'clients should fail over to a second Region, and what is deployed there is billed while it is idle',
        path: ['needs', 'multi-region-failover'],
      },
    ];
  },
});
