import { GUIDE } from '../../facts/quotas/quota.ts';
import { FEATURE_IDS } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

const VPC_LINKS = FEATURE_IDS.filter((id) => id.startsWith('int-vpc-'));

export const vpcLinkNotPrivate = defineRule({
  id: 'vpc-link-not-private',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'A VPC link hides the backend, not the API',
    rationale:
      'A VPC link lets an API reach a backend that has no public address. The API itself still has one: anybody can call it unless an authorizer identifies callers. Only a private REST API cannot be reached from the internet.',
    remedy: 'Say whether the API must be private (needs: endpoint-private); if not, authorize every route.',
    sources: [
      `${GUIDE}/http-api-develop-integrations-private.html`,
      `${GUIDE}/private-integration.html`,
      `${GUIDE}/apigateway-private-apis.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { 'int-vpc-alb': 'yes' } },
        silent: { needs: { 'int-vpc-alb': 'yes', 'endpoint-private': 'no' } },
      },
      {
        candidate: 'http',
        reports: { backend: { vpc: { balancer: 'alb' } } },
        silent: { backend: { vpc: { balancer: 'alb' } }, needs: { 'endpoint-private': 'no' } },
      },
    ],
  }),
  fields: ['backend.vpc', 'needs.int-vpc-nlb', 'needs.int-vpc-alb', 'needs.int-vpc-cloudmap', 'needs.endpoint-private'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend, needs, privateEndpoint } }) {
    if (privateEndpoint || needs?.['endpoint-private'] !== undefined) return [];
    const link = VPC_LINKS.find((id) => needs?.[id] === true);
    if (link === undefined && !backend?.vpc) return [];
    return [
      {
        because: 'the backend is reached by a VPC link, and nothing states whether the API may be reached from the internet',
        path: link === undefined ? ['backend', 'vpc'] : ['needs', link],
      },
    ];
  },
});
