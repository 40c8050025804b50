import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const vpcLinkV1 = defineRule({
  id: 'vpc-link-v1',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'A VPC link of the first version',
    rationale:
      'A VPC link V1 serves one Network Load Balancer and needs one of its own for each. AWS calls it legacy and advises against new ones: a link V2 reaches Application and Network Load Balancers, and several APIs share it.',
    remedy: 'Create a VPC link V2, and move the integrations to it one by one. An ALB behind the NLB can then be called directly.',
    sources: [`${GUIDE}/private-integration.html`, `${GUIDE}/apigateway-vpc-links-v2.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { backend: { vpc: { balancer: 'nlb', link: 'v1' } } },
        silent: { backend: { vpc: { balancer: 'nlb', link: 'v2' } } },
      },
    ],
  }),
  fields: ['backend.vpc.link'],
  // A WebSocket API has no other link.
  frontDoors: ['rest'],
  inspect({ workload: { backend } }) {
    if (backend?.vpc?.link !== 'v1') return [];
    return [{ because: 'the service is reached by a VPC link V1', path: ['backend', 'vpc', 'link'] }];
  },
});
