import { defineRule } from '../rule.ts';

export const cacheKeyPerCaller = defineRule({
  id: 'cache-key-per-caller',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'Each caller fills a cache of its own with the same answers',
    rationale:
      'With the Authorization header or a user id in the key, an answer that is the same for everybody is kept once for each of them. The first request of every caller misses, and the cache fills up with copies: the hit ratio falls to what one caller repeats.',
    remedy: 'Take what tells callers apart out of the key.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'same-for-all', callerInKey: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'same-for-all', callerInKey: 'no' } },
      },
    ],
  }),
  fields: ['cache.answers', 'cache.callerInKey'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !(cache?.answers === 'same-for-all' && cache.callerInKey === true)) return [];
    return [{ because: 'everybody gets the same answer, and the key tells callers apart', path: ['cache', 'callerInKey'] }];
  },
});
