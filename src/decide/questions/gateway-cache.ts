import { defineQuestion, derived } from '../question.ts';

export const gatewayCache = defineQuestion({
  id: 'gateway-cache',
  ask: 'Should the gateway keep answers in a cache?',
  because: 'only REST API stages have a cache',
  features: ['response-cache'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  derivedFrom: [
    ['cache', 'yes, where it is stated without edge'],
    ['edge', 'no where cache is stated or needs.response-cache is yes: its distribution keeps the answers'],
  ],
  // A distribution that is there anyway keeps answers, and then any API behind it will do.
  derive: ({ cache, edge, needs }) => {
    if (!cache && needs?.['response-cache'] !== true) return null;
    if (edge) return derived('no', 'edge, whose distribution keeps the answers');
    return cache ? derived('yes', 'cache') : null;
  },
});
