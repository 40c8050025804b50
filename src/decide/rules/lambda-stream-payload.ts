import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('lambda-stream-payload');

export const lambdaStreamPayload = defineRule({
  id: 'lambda-stream-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A streamed response is larger than Lambda streams',
    rationale: `A function may stream up to ${limitInWords('lambda-stream-payload')}; then Lambda ends the response. Other backends behind a REST API have no such limit.`,
    remedy: 'Write the file to S3 and answer with a presigned URL.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestResponse: '300 MB', streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '20 s' } } },
        silent: { traffic: { largestResponse: '150 MB', streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '20 s' } } },
      },
    ],
  }),
  fields: ['traffic.largestResponse', 'traffic.response', 'traffic.sizes', 'traffic.streaming', 'backend.lambda'],
  frontDoors: ['rest', 'function-url'],
  inspect({ workload, units, largest, streams }) {
    if (!streams || !workload.backend?.lambda) return [];
    const found = largest('response');
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a response can have ${sizeInWords(found.size)}, and Lambda streams at most ${limitInWords('lambda-stream-payload')}`,
        path: found.path,
      },
    ];
  },
});
