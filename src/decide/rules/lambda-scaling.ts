import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';
import { formatQuantity } from '../../money/format.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords } from '../limit.ts';
import { environmentsAdded, ENVIRONMENTS_AT_ONCE } from '../lambda-growth.ts';
import { defineRule } from '../rule.ts';

export const lambdaScaling = defineRule({
  id: 'lambda-scaling',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'A burst comes faster than Lambda adds environments',
    rationale: `Each function gets at most ${limitInWords('lambda-scaling')}, however much concurrency the account has. In a burst that needs more, Lambda throttles the calls that find no environment, and clients see 5xx errors.`,
    remedy:
      'Keep environments warm for the moment (provisioned concurrency), answer more from a cache, or put a queue between the API and the work.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html'],
    examples: [
      {
        candidate: 'http',
        reports: {
          traffic: { peak: '500 rps', burst: { requests: '4000', length: '1 s' } },
          backend: { lambda: { memory: '512 MB', duration: '1 s' } },
        },
        silent: {
          traffic: { peak: '500 rps', burst: { requests: '900', length: '1 s' } },
          backend: { lambda: { memory: '512 MB', duration: '1 s' } },
        },
      },
    ],
  }),
  fields: ['traffic.burst', 'traffic.peak', 'backend.lambda.duration', 'backend.lambda.provisioned', 'edge.hitRatio', 'cache.hitRatio'],
  frontDoors: CARRYING_REQUESTS,
  inspect({ workload: { traffic, backend }, journey }) {
    if (!traffic?.burst || !backend?.lambda) return [];
    const added = environmentsAdded(journey());
    if (!added?.gt(ENVIRONMENTS_AT_ONCE)) return [];
    const because = `${formatQuantity(traffic.burst.requests)} requests in ${durationInWords(traffic.burst.length)}, of ${durationInWords(backend.lambda.duration)} each, need ${formatQuantity(added.ceil())} environments more than ran before, and Lambda adds ${limitInWords('lambda-scaling')}`;
    return [{ because, path: ['traffic', 'burst'] }];
  },
});
