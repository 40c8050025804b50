import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('sqs-message');

export const sqsMessageSize = defineRule({
  id: 'sqs-message-size',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than a message of SQS',
    rationale: `An API that puts requests straight into a queue passes ${limitInWords('http-payload')}, but a message of SQS holds ${limitInWords('sqs-message')}, attributes included.`,
    remedy: 'Let clients upload to S3 by a presigned URL, and queue the key of the object.',
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestRequest: '4 MB' }, needs: { 'int-aws-sqs-send': 'yes' } },
        silent: { traffic: { largestRequest: '40 KB' }, needs: { 'int-aws-sqs-send': 'yes' } },
      },
    ],
  }),
  fields: ['needs.int-aws-sqs-send', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ units, largest, needs }) {
    if (!needs('int-aws-sqs-send')) return [];
    const found = largest('request');
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and a message of SQS holds ${limitInWords('sqs-message')}`,
        path: found.path,
      },
    ];
  },
});
