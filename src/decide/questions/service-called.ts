import { defineQuestion } from '../question.ts';

export const serviceCalled = defineQuestion({
  id: 'service-called',
  topic: 'requests',
  ask: 'Does the API call an AWS service directly, with an action that an HTTP API does not support?',
  because: 'an HTTP API supports ten actions of SQS, EventBridge, Kinesis, Step Functions and AppConfig; a REST API calls any',
  features: [
    'int-aws-any',
    'int-aws-sqs-send-batch',
    'int-aws-kinesis-put-records',
    'int-aws-dynamodb',
    'int-aws-sns-publish',
    'int-aws-s3-get-put',
    'int-aws-firehose',
  ],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html'],
});
