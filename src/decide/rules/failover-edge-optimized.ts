import { defineRule } from '../rule.ts';

export const failoverEdgeOptimized = defineRule({
  id: 'failover-edge-optimized',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'An edge-optimized domain cannot exist in two Regions',
    rationale:
      'To fail over, the same domain name has to be set up in each Region, as a Regional one, with Route 53 in front. An edge-optimized domain name belongs to one CloudFront distribution, and a second Region cannot have it.',
    remedy:
      'Use Regional endpoints in each Region and Route 53 records with health checks; for the edge, put your own CloudFront distribution with an origin group before them.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'multi-region-failover': 'yes', 'endpoint-edge-optimized': 'yes' } },
        silent: { needs: { 'multi-region-failover': 'yes', 'endpoint-edge-optimized': 'no' } },
      },
    ],
  }),
  fields: ['needs.multi-region-failover', 'needs.endpoint-edge-optimized'],
  frontDoors: ['rest'],
  inspect({ needs }) {
    if (!needs('multi-region-failover') || !needs('endpoint-edge-optimized')) return [];
    return [
      { because: 'failover between Regions and an edge-optimized endpoint are both needed', path: ['needs', 'multi-region-failover'] },
    ];
  },
});
