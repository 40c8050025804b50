import { defineQuestion } from '../question.ts';

export const accessPolicy = defineQuestion({
  id: 'access-policy',
  topic: 'callers',
  ask: 'Must a resource policy decide by IP address, VPC or account who may call?',
  because: 'only REST APIs have resource policies',
  features: ['resource-policy', 'vpc-endpoint-policy'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html'],
});
