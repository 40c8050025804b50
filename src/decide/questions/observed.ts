import { defineQuestion } from '../question.ts';

export const observed = defineQuestion({
  id: 'observed',
  topic: 'operations',
  ask: 'Do you need X-Ray traces of the gateway, execution logs, or access logs in Firehose?',
  because: 'REST APIs have all three; HTTP APIs have none of them',
  features: ['xray', 'execution-logs', 'access-logs-firehose'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
