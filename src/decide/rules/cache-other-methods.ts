import { defineRule } from '../rule.ts';

export const cacheOtherMethods = defineRule({
  id: 'cache-other-methods',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'Requests that change something are answered from the cache',
    rationale:
      'Only GET methods are cached unless a method overrides that. A cached POST is not carried out: the client gets the kept answer of an earlier one, and the backend never gets the request. The body is not part of the key.',
    remedy: 'Cache GET only. To cache a search with a long query, make it a GET with declared parameters.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', otherMethods: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', otherMethods: 'no' } },
      },
    ],
  }),
  fields: ['cache.otherMethods'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !cache?.otherMethods) return [];
    return [{ because: 'methods other than GET are cached', path: ['cache', 'otherMethods'] }];
  },
});
