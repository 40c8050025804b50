import { defineRule } from '../rule.ts';

export const cacheForOneCaller = defineRule({
  id: 'cache-for-one-caller',
  severity: 'note',
  topic: 'cache',
  page: () => ({
    title: 'Only what a caller asks twice comes from the cache',
    rationale:
      'Where every caller has answers of its own, the cache serves repetitions by one caller within the lifetime. The caller’s own HTTP cache serves these better: free, and without a request.',
    remedy: 'Send Cache-Control: private, max-age=… with these answers, and calculate again whether the stage cache pays for its hours.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.7',
    ],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'per-caller', callerInKey: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', answers: 'same-for-all', callerInKey: 'yes' } },
      },
    ],
  }),
  fields: ['cache.answers', 'cache.callerInKey'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !(cache?.answers === 'per-caller' && cache.callerInKey === true)) return [];
    return [{ because: 'each caller gets its own answer, which no other caller can use', path: ['cache', 'answers'] }];
  },
});
