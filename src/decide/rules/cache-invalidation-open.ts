import { defineRule } from '../rule.ts';

export const cacheInvalidationOpen = defineRule({
  id: 'cache-invalidation-open',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'Any client can bypass the cache',
    rationale:
      'A client that sends Cache-Control: max-age=0 gets a fresh answer that bypasses the cache, unless the stage demands permission for that. Some clients send it on every reload, and an attacker on every request: then the backend takes the load that the cache should take.',
    remedy:
      'Require authorization for invalidation at the stage, grant execute-api:InvalidateCache to those who need it, and let the stage ignore the header of others.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', invalidation: 'anybody' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', invalidation: 'authorized' } },
      },
    ],
  }),
  fields: ['cache.invalidation'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !(cache?.invalidation === 'anybody')) return [];
    return [{ because: 'any client can ask for a fresh answer that bypasses the cache', path: ['cache', 'invalidation'] }];
  },
});
