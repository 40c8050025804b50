import { defineQuestion } from '../question.ts';

export const tlsChosen = defineQuestion({
  id: 'tls-chosen',
  topic: 'operations',
  ask: 'Must you choose the TLS policy, or show the backend a client certificate of the gateway?',
  because: 'REST APIs do both; an HTTP API has one TLS policy and shows no certificate',
  features: ['tls-policy-choice', 'tls-enhanced-pq-fips', 'backend-client-certificate'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html'],
});
