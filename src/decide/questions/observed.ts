import { defineQuestion } from '../question.ts';

export const observed = defineQuestion({
  id: 'observed',
  ask: 'Do you need X-Ray traces of the gateway, execution logs, or access logs in Firehose?',
  because: 'these exist on REST APIs',
  features: ['xray', 'execution-logs', 'access-logs-firehose'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
