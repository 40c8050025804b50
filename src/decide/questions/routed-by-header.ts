import { defineQuestion } from '../question.ts';

export const routedByHeader = defineQuestion({
  id: 'routed-by-header',
  topic: 'operations',
  ask: 'Must one domain route by headers to several APIs?',
  because: 'domains of REST APIs have routing rules; HTTP APIs have none',
  features: ['routing-rules'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html'],
});
