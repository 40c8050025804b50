import { decimal } from '../../money/decimal.ts';
import { shareInWords } from '../../workload/in-words.ts';
import { defineRule } from '../rule.ts';

/** A judgement, not an AWS figure: where most of the traffic would be slowed down, edge-optimized is the wrong default. */
const MOST_OF_IT = decimal('0.5');

export const edgeOptimizedSameRegion = defineRule({
  id: 'edge-optimized-same-region',
  severity: 'caution',
  topic: 'edge',
  page: () => ({
    title: 'Clients in the same Region go through the edge',
    rationale:
      'An edge-optimized endpoint sends every request through a CloudFront distribution that AWS runs. That helps distant clients; for clients in the Region of the API the path is longer. The distribution caches nothing and cannot be configured.',
    remedy: 'Make the endpoint Regional. For the distant clients, put your own CloudFront distribution in front of it.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html'],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { sameRegion: '80%' }, needs: { 'endpoint-edge-optimized': 'yes' } },
        silent: { traffic: { sameRegion: '10%' }, needs: { 'endpoint-edge-optimized': 'yes' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { sameRegion: '80%' }, needs: { 'endpoint-edge-optimized': 'yes' } },
        silent: { traffic: { sameRegion: '80%' }, needs: { 'endpoint-edge-optimized': 'no' } },
      },
    ],
  }),
  fields: ['needs.endpoint-edge-optimized', 'traffic.sameRegion'],
  frontDoors: ['rest'],
  inspect({ workload: { traffic }, behindCloudfront, needs }) {
    if (behindCloudfront || !traffic?.sameRegion?.gte(MOST_OF_IT) || !needs('endpoint-edge-optimized')) return [];
    const because = `${shareInWords(traffic.sameRegion)} of the requests come from the Region of the API, and an edge-optimized endpoint sends them through CloudFront`;
    return [{ because, path: ['needs', 'endpoint-edge-optimized'] }];
  },
});
