import { defineQuestion } from '../question.ts';

export const canary = defineQuestion({
  id: 'canary',
  topic: 'operations',
  ask: 'Must a stage send a share of its traffic to a new deployment?',
  because: 'stages of REST APIs have canary releases; HTTP APIs have none',
  features: ['canary'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
