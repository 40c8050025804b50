import { defineQuestion } from '../question.ts';

export const mocked = defineQuestion({
  id: 'mocked',
  topic: 'requests',
  ask: 'Must the gateway answer some requests by itself, without a backend?',
  because: 'mock integrations exist on REST APIs; an HTTP API answers preflights only',
  features: ['int-mock'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
