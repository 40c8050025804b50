import { defineQuestion } from '../question.ts';

export const gatewayCache = defineQuestion({
  id: 'gateway-cache',
  topic: 'requests',
  ask: 'Should the gateway keep answers in a cache?',
  because: 'only REST API stages have a cache',
  features: ['response-cache'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  // A distribution that is there anyway keeps answers, and then any API behind it will do.
  supplied: { by: 'edge', how: 'whose distribution keeps the answers' },
});
