import { defineQuestion } from '../question.ts';

export const bodyTransformed = defineQuestion({
  id: 'body-transformed',
  topic: 'requests',
  ask: 'Must the gateway rewrite request or response bodies?',
  because: 'mapping templates exist on REST APIs; an HTTP API maps parameters only',
  features: ['transform-body-vtl', 'int-lambda-custom', 'int-http-custom'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
