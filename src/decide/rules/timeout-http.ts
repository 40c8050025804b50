import { STREAMED } from '../../workload/streaming.ts';
import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { slowest } from '../subject.ts';
import { durationInWords } from '../../workload/in-words.ts';

const most = timeLimit('http-timeout');
const streamed = timeLimit('rest-stream-duration');
const LATER =
  'Answer 202 with the id of a job at once, do the work behind a queue or Step Functions, and let the client ask for the result.';

export const timeoutHttp = defineRule({
  id: 'timeout-http',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'Answers take longer than an HTTP API waits',
    rationale: `An HTTP API gives its integration ${limitInWords('http-timeout')} and no more; this cannot be raised. The client gets a 504 while the backend continues to work and is billed.`,
    remedy: LATER,
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html',
    ],
    examples: [{ candidate: 'http', reports: { backend: { p99: '45 s' } }, silent: { backend: { p99: '4 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming', 'needs.endpoint-edge-optimized'],
  frontDoors: ['http'],
  inspect({ workload, needs }) {
    const found = slowest(workload);
    if (!found?.duration.gt(most)) return [];
    // An edge-optimized API waits no longer, and the timeout of a stream is another one.
    const byRest = !needs('endpoint-edge-optimized') && (found.duration.lte(streamed) || !STREAMED.some(needs));
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and an HTTP API waits ${limitInWords('http-timeout')}`,
        path: found.path,
        ...(byRest ? { remedy: `${LATER} Or take a REST API, Regional or private, whose timeout can be raised.` } : {}),
      },
    ];
  },
});
