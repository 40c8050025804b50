import { defineQuestion } from '../question.ts';

export const published = defineQuestion({
  id: 'published',
  topic: 'operations',
  ask: 'Must AWS publish the API: a managed portal, generated SDKs, documentation parts, Marketplace?',
  because: 'REST APIs have these; HTTP APIs have none of them',
  features: ['dev-portal', 'sdk-generation', 'api-docs-parts', 'marketplace', 'mcp-target'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
});
