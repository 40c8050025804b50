import { FEATURE_TABLES } from '../../facts/features/index.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import type { FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

const DIRECT: Readonly<Record<string, readonly [feature: FeatureId, name: string]>> = {
  sqs: ['int-aws-sqs-send', 'SQS'],
  eventbridge: ['int-aws-eventbridge-put', 'EventBridge'],
  kinesis: ['int-aws-kinesis-put-record', 'Kinesis'],
  'step-functions': ['int-aws-sfn-start', 'Step Functions'],
  appconfig: ['int-aws-appconfig-get', 'AppConfig'],
  dynamodb: ['int-aws-dynamodb', 'DynamoDB'],
  sns: ['int-aws-sns-publish', 'SNS'],
  s3: ['int-aws-s3-get-put', 'S3'],
  firehose: ['int-aws-firehose', 'Firehose'],
};

export const passThroughLambda = defineRule({
  id: 'pass-through-lambda',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'A function only passes requests on',
    rationale:
      'A function that puts each request into a queue, onto a bus or into a table, and does no other work, adds a component to pay for, patch and monitor, with cold starts. API Gateway can call the service itself: REST APIs any, HTTP APIs ten actions of SQS, EventBridge, Kinesis, Step Functions and AppConfig.',
    remedy:
      'Integrate the service directly, with a role that allows that one action. Keep the function if it validates, enriches, or handles errors in a way that a mapping cannot.',
    sources: [
      `${GUIDE}/http-api-develop-integrations-aws-services-reference.html`,
      `${GUIDE}/getting-started-aws-proxy.html`,
      'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/direct-integrations.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { lambda: { memory: '128 MB', duration: '30 ms' }, passThrough: 'sqs' } },
        silent: { backend: { lambda: { memory: '128 MB', duration: '30 ms' } } },
      },
      {
        candidate: 'http',
        reports: { backend: { lambda: { memory: '128 MB', duration: '30 ms' }, passThrough: 'eventbridge' } },
        silent: { backend: { lambda: { memory: '128 MB', duration: '30 ms' }, passThrough: 'dynamodb' } },
      },
    ],
  }),
  fields: ['backend.passThrough'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend }, candidate }) {
    const direct = backend?.passThrough && DIRECT[backend.passThrough];
    if (!direct || FEATURE_TABLES[candidate.frontDoor][direct[0]].type !== 'native') return [];
    return [
      {
        because: `the function only passes requests on to ${direct[1]}, which this API can call by itself`,
        path: ['backend', 'passThrough'],
      },
    ];
  },
});
