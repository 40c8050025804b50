import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const privateWithoutPolicy = defineRule({
  id: 'private-without-policy',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'A private API needs a resource policy',
    rationale: 'A private REST API answers no caller until its resource policy names the VPC endpoints, VPCs or accounts that may call it.',
    remedy: 'Write a resource policy that allows execute-api:Invoke from your VPC endpoints, and denies the rest.',
    sources: [`${GUIDE}/apigateway-private-apis.html`, `${GUIDE}/apigateway-resource-policies-examples.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'endpoint-private': 'yes', 'resource-policy': 'no' } },
        silent: { needs: { 'endpoint-private': 'yes', 'resource-policy': 'yes' } },
      },
    ],
  }),
  fields: ['needs.endpoint-private', 'needs.resource-policy', 'privateEndpoint'],
  frontDoors: ['rest'],
  inspect({ workload, needs }) {
    if (workload.needs?.['resource-policy'] !== false || !needs('endpoint-private')) return [];
    return [{ because: 'the endpoint is private, and it has no resource policy', path: ['needs', 'resource-policy'] }];
  },
});
