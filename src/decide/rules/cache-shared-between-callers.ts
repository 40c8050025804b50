import { defineRule } from '../rule.ts';

export const cacheSharedBetweenCallers = defineRule({
  id: 'cache-shared-between-callers',
  severity: 'blocker',
  topic: 'cache',
  page: () => ({
    title: 'The cache gives one caller the answer of another',
    rationale:
      'The key of the cache is the path and the parameters that are declared as part of it. If callers get different answers and nothing in the key tells them apart, the second caller gets the answer of the first caller. An authorizer does not help: it also admits the second caller.',
    remedy: 'Make the Authorization header, or the principal of the authorizer, part of the key; or switch caching off for these methods.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'per-caller', callerInKey: 'no' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'per-caller', callerInKey: 'yes' } },
      },
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'per-caller', callerInKey: 'no' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'same-for-all', callerInKey: 'no' } },
      },
    ],
  }),
  fields: ['cache.answers', 'cache.callerInKey'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !(cache?.answers === 'per-caller' && cache.callerInKey === false)) return [];
    return [{ because: 'each caller gets its own answer, and nothing in the key tells callers apart', path: ['cache', 'callerInKey'] }];
  },
});
