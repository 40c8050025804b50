import { defineQuestion, derived } from '../question.ts';

export const gatewayCache = defineQuestion({
  id: 'gateway-cache',
  ask: 'Should the gateway keep answers in a cache?',
  because: 'only REST API stages have a cache',
  features: ['response-cache'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  derive: ({ cache, edge, needs }) => {
    if (cache) return derived('yes', 'cache');
    return edge && needs?.['response-cache'] === true ? derived('no', 'edge, whose distribution keeps the answers') : null;
  },
});
