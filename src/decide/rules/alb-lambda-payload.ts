import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('alb-lambda-payload');

export const albLambdaPayload = defineRule({
  id: 'alb-lambda-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A body is larger than a load balancer hands to Lambda',
    rationale:
      'A load balancer passes bodies of any size to containers, but a Lambda target takes a request body of at most 1 MB and answers with at most 1 MB. API Gateway hands a function 6 MB.',
    remedy: 'Put large bodies into S3 by presigned URLs, let containers answer these paths, or take an API.',
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html'],
    examples: [
      {
        candidate: 'alb',
        reports: { traffic: { largestResponse: '2 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestResponse: '200 KB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: ['traffic.largestRequest', 'traffic.largestResponse', 'traffic.request', 'traffic.response', 'traffic.sizes', 'backend.lambda'],
  frontDoors: ['alb'],
  inspect({ workload, units, largest }) {
    if (!workload.backend?.lambda) return [];
    return (['request', 'response'] as const).flatMap((body) => {
      const found = largest(body);
      if (!found?.bytes.gt(most(units))) return [];
      const because = `a ${body} can have ${sizeInWords(found.size)}, and a Lambda target ${body === 'request' ? 'takes' : 'answers with'} at most ${limitInWords('alb-lambda-payload')}`;
      return [{ because, path: found.path }];
    });
  },
});
