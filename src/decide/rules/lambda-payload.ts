import { defineRule } from '../rule.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';

const most = sizeLimit('lambda-sync-payload');

export const lambdaPayload = defineRule({
  id: 'lambda-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A body is larger than Lambda takes or gives',
    rationale: `API Gateway passes bodies up to ${limitInWords('http-payload')}, but a function that is invoked synchronously takes and returns at most ${limitInWords('lambda-sync-payload')}, so the limit of Lambda is reached first. Binary bodies travel as base64 and grow by a third: three quarters of that fit.`,
    remedy: 'Let clients exchange large bodies with S3 by presigned URLs, and send only the URL through the API.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestResponse: '8 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestResponse: '5 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { largestResponse: '8 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestResponse: '8 MB', streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: [
    'traffic.largestRequest',
    'traffic.largestResponse',
    'traffic.request',
    'traffic.response',
    'traffic.sizes',
    'traffic.streaming',
    'backend.lambda',
  ],
  frontDoors: ['rest', 'http', 'function-url'],
  inspect({ workload, units, largest, streams }) {
    if (!workload.backend?.lambda) return [];
    // A streamed response may be larger, as lambda-stream-payload knows.
    const bodies = streams ? (['request'] as const) : (['request', 'response'] as const);
    return bodies.flatMap((body) => {
      const found = largest(body);
      if (!found?.bytes.gt(most(units))) return [];
      const because = `a ${body} can have ${sizeInWords(found.size)}, and Lambda ${body === 'request' ? 'takes' : 'returns'} at most ${limitInWords('lambda-sync-payload')} at a time`;
      return [{ because, path: found.path }];
    });
  },
});
