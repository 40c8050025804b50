import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { decimal, ONE } from '../../money/decimal.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('alb-lambda-payload');
const byApi = sizeLimit('lambda-sync-payload');
/** Base64 writes three bytes as four characters: https://www.rfc-editor.org/rfc/rfc4648 */
const [WRITTEN, READ] = [decimal('4'), decimal('3')];

const ELSEWHERE = 'Put large bodies into S3 by presigned URLs, or let containers answer these paths.';

export const albLambdaPayload = defineRule({
  id: 'alb-lambda-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A body is larger than a load balancer hands to Lambda',
    rationale: `A load balancer passes bodies of any size to containers, but a Lambda target takes a request body of at most ${limitInWords('alb-lambda-payload')} and answers with at most as much. API Gateway hands a function ${limitInWords('lambda-sync-payload')}.`,
    remedy: ELSEWHERE,
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html'],
    examples: [
      {
        candidate: 'alb',
        reports: { traffic: { largestResponse: '2 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestResponse: '200 KB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: [
    'traffic.largestRequest',
    'traffic.largestResponse',
    'traffic.request',
    'traffic.response',
    'traffic.sizes',
    'backend.lambda',
    'needs.binary',
  ],
  frontDoors: ['alb'],
  inspect({ workload, units, largest, needs }) {
    if (!workload.backend?.lambda) return [];
    const bodies = ['request', 'response'] as const;
    const [written, read] = needs('binary') ? [WRITTEN, READ] : [ONE, ONE];
    const apiTakes = bodies.every((body) => largest(body)?.bytes.times(written).lte(byApi(units).times(read)) ?? true);
    return bodies.flatMap((body) => {
      const found = largest(body);
      if (!found?.bytes.gt(most(units))) return [];
      const because = `a ${body} can have ${sizeInWords(found.size)}, and a Lambda target ${body === 'request' ? 'takes' : 'answers with'} at most ${limitInWords('alb-lambda-payload')}`;
      return [
        {
          because,
          path: found.path,
          ...(apiTakes ? { remedy: `${ELSEWHERE} Or take an API: it hands a function ${limitInWords('lambda-sync-payload')}.` } : {}),
        },
      ];
    });
  },
});
