import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const edgeOptimizedBehindCloudfront = defineRule({
  id: 'edge-optimized-behind-cloudfront',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'Two CloudFront distributions in a row',
    rationale:
      'An edge-optimized endpoint brings a distribution that AWS runs. With your own distribution in front, requests pass CloudFront twice: one more hop, and one more place where headers and timeouts differ. Edge-optimized is what a REST API becomes when nobody chooses.',
    remedy: 'Make the endpoint behind your own distribution Regional.',
    sources: [`${GUIDE}/api-gateway-api-endpoint-types.html`],
    examples: [
      {
        candidate: 'rest+cloudfront',
        reports: { edge: { hitRatio: '60%' }, needs: { 'endpoint-edge-optimized': 'yes' } },
        silent: { edge: { hitRatio: '60%' }, needs: { 'endpoint-edge-optimized': 'no' } },
      },
    ],
  }),
  fields: ['needs.endpoint-edge-optimized', 'edge'],
  frontDoors: ['rest'],
  inspect({ workload, behindCloudfront, needs }) {
    if (!behindCloudfront || !workload.edge || !needs('endpoint-edge-optimized')) return [];
    return [
      {
        because: 'the workload states its own distribution and asks for an edge-optimized endpoint too',
        path: ['needs', 'endpoint-edge-optimized'],
      },
    ];
  },
});
