import { defineQuestion } from '../question.ts';

export const validated = defineQuestion({
  id: 'validated',
  topic: 'requests',
  ask: 'Must the gateway refuse malformed requests before they reach the backend?',
  because: 'REST APIs validate requests; HTTP APIs do not',
  features: ['validate-body', 'validate-params'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
