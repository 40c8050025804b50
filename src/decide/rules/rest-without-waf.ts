import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const restWithoutWaf = defineRule({
  id: 'rest-without-waf',
  severity: 'note',
  topic: 'edge',
  page: () => ({
    title: 'No web ACL in front of a public REST API',
    rationale:
      'AWS WAF can block known attacks and callers that send too much before your services are billed. Security Hub marks a REST stage without a web ACL (APIGateway.4), as NIST and PCI packs do.',
    remedy: 'Attach a web ACL to the stage, or to the CloudFront distribution in front; at least a rate-based rule.',
    sources: [
      `${GUIDE}/apigateway-control-access-aws-waf.html`,
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'waf-native': 'no' } },
        silent: { needs: { 'waf-native': 'no', 'endpoint-private': 'yes' } },
      },
    ],
  }),
  fields: ['needs.waf-native', 'needs.endpoint-private', 'waf', 'privateEndpoint'],
  frontDoors: ['rest'],
  inspect({ workload, needs }) {
    if (workload.needs?.['waf-native'] !== false || workload.waf || needs('endpoint-private')) return [];
    return [{ because: 'the API is public, and no web ACL stands in front of it', path: ['needs', 'waf-native'] }];
  },
});
