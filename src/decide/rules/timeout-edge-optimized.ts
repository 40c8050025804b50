import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('rest-timeout-edge');
const byCloudfront = timeLimit('cf-origin-timeout');
const LATER = 'Answer 202 and do the work later.';

export const timeoutEdgeOptimized = defineRule({
  id: 'timeout-edge-optimized',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'Answers take longer than an edge-optimized API ever waits',
    rationale: `The ${limitInWords('rest-timeout-regional')} of a REST API can be raised for Regional and private endpoints. For edge-optimized ones they cannot.`,
    remedy: LATER,
    sources: [`${GUIDE}/api-gateway-execution-service-limits-table.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'endpoint-edge-optimized': 'yes' }, backend: { p99: '45 s' } },
        silent: { needs: { 'endpoint-edge-optimized': 'no' }, backend: { p99: '45 s' } },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'needs.endpoint-edge-optimized', 'traffic.streaming'],
  frontDoors: ['rest'],
  inspect({ workload, streams, edgeOptimized }) {
    const found = slowest(workload);
    if (!found?.duration.gt(most) || streams || !edgeOptimized()) return [];
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and an edge-optimized API waits ${limitInWords('rest-timeout-edge')}`,
        path: found.path,
        ...(found.duration.lte(byCloudfront)
          ? {
              remedy: `${LATER} Or make the endpoint Regional, put your own CloudFront distribution in front, and raise the timeout of both.`,
            }
          : {}),
      },
    ];
  },
});
