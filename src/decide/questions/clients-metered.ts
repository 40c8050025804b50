import { defineQuestion } from '../question.ts';

export const clientsMetered = defineQuestion({
  id: 'clients-metered',
  topic: 'callers',
  ask: 'Do you issue API keys, or limit and meter each client separately?',
  because: 'REST APIs have usage plans, with a rate and a quota for each key; HTTP APIs have none',
  features: ['api-keys', 'usage-plans', 'per-client-rate', 'per-client-quota'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html'],
});
