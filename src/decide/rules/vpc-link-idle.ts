import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = timeLimit('vpc-link-v2-idle');

export const vpcLinkIdle = defineRule({
  id: 'vpc-link-idle',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'The VPC link becomes inactive between requests',
    rationale: `After ${limitInWords('vpc-link-v2-idle')} without traffic AWS takes the network interfaces of a VPC link V2 away. The first requests after that fail, until the interfaces are back, which can take minutes.`,
    remedy: 'Call the API on a schedule, once a week, and watch the status of the link.',
    sources: [`${GUIDE}/apigateway-vpc-links-v2.html`, `${GUIDE}/http-api-vpc-links.html`],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { vpc: { balancer: 'alb', silence: '90 days' } } },
        silent: { backend: { vpc: { balancer: 'alb', silence: '10 days' } } },
      },
      {
        candidate: 'rest',
        reports: { backend: { vpc: { balancer: 'nlb', silence: '90 days' } } },
        silent: { backend: { vpc: { balancer: 'nlb', silence: '90 days', link: 'v1' } } },
      },
    ],
  }),
  fields: ['backend.vpc.silence', 'backend.vpc.link'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend }, candidate }) {
    const { silence, link } = backend?.vpc ?? {};
    if (!silence?.gte(most) || (link === 'v1' && candidate.frontDoor === 'rest')) return [];
    const because = `up to ${durationInWords(silence)} pass without a request, and a VPC link goes inactive after ${limitInWords('vpc-link-v2-idle')}`;
    return [{ because, path: ['backend', 'vpc', 'silence'] }];
  },
});
