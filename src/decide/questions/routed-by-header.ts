import { defineQuestion } from '../question.ts';

export const routedByHeader = defineQuestion({
  id: 'routed-by-header',
  ask: 'Must one domain route by headers to several APIs?',
  because: 'routing rules exist on REST API domains',
  features: ['routing-rules'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html'],
});
