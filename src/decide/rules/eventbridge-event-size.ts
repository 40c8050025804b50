import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('eventbridge-event');

export const eventbridgeEventSize = defineRule({
  id: 'eventbridge-event-size',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than an event of EventBridge',
    rationale: `An API that puts requests straight onto an event bus passes ${limitInWords('http-payload')}, but an event of EventBridge holds ${limitInWords('eventbridge-event')}, its source and detail type included.`,
    remedy: 'Let clients upload to S3 by a presigned URL, and send the key of the object in the event.',
    sources: [
      'https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb/',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestRequest: '4 MB' }, needs: { 'int-aws-eventbridge-put': 'yes' } },
        silent: { traffic: { largestRequest: '40 KB' }, needs: { 'int-aws-eventbridge-put': 'yes' } },
      },
    ],
  }),
  fields: ['needs.int-aws-eventbridge-put', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ units, largest, needs }) {
    if (!needs('int-aws-eventbridge-put')) return [];
    const found = largest('request');
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and an event of EventBridge holds ${limitInWords('eventbridge-event')}`,
        path: found.path,
      },
    ];
  },
});
