import { defineQuestion } from '../question.ts';

export const vpcOnly = defineQuestion({
  id: 'vpc-only',
  topic: 'callers',
  ask: 'Must the API be reachable only from inside a VPC?',
  because: 'only REST APIs have private endpoints; a VPC link does not make an API private',
  features: ['endpoint-private'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html'],
});
