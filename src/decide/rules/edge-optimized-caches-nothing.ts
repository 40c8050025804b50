import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const edgeOptimizedCachesNothing = defineRule({
  id: 'edge-optimized-caches-nothing',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'An edge-optimized endpoint keeps no answers',
    rationale:
      'The CloudFront distribution of an edge-optimized API belongs to AWS: it shortens the path of distant clients, caches nothing and takes no settings. A cache needs the stage cache, or a distribution of your own in front of a Regional API.',
    remedy: 'Make the endpoint Regional and put your own distribution in front, whose cache you set; or state the stage cache.',
    sources: [`${GUIDE}/api-gateway-api-endpoint-types.html`, `${GUIDE}/api-gateway-caching.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'endpoint-edge-optimized': 'yes', 'response-cache': 'yes' } },
        silent: { needs: { 'endpoint-edge-optimized': 'yes', 'response-cache': 'no' } },
      },
      {
        candidate: 'rest',
        reports: { needs: { 'endpoint-edge-optimized': 'yes', 'response-cache': 'yes' } },
        silent: { needs: { 'endpoint-edge-optimized': 'no', 'response-cache': 'yes' } },
      },
    ],
  }),
  fields: ['needs.endpoint-edge-optimized', 'needs.response-cache', 'cache'],
  frontDoors: ['rest'],
  inspect({ workload, candidate, needs, edgeOptimized }) {
    if (candidate.supplies['response-cache'] || workload.cache || !needs('response-cache') || !edgeOptimized()) return [];
    return [
      {
        because: 'answers should be cached, and the endpoint should be edge-optimized, which caches nothing',
        path: ['needs', 'endpoint-edge-optimized'],
      },
    ];
  },
});
