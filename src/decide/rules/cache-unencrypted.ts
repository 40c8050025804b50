import { defineRule } from '../rule.ts';

export const cacheUnencrypted = defineRule({
  id: 'cache-unencrypted',
  severity: 'note',
  topic: 'cache',
  page: () => ({
    title: 'Cached answers are not encrypted at rest',
    rationale:
      'Encryption of the cache is off unless it is switched on. AWS Security Hub reports a cache without it (APIGateway.5), and an auditor will ask.',
    remedy: 'Switch on encryption of cached data. It makes what is kept a little larger, so an answer just below 1 MiB may no longer fit.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', encrypted: 'no' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', encrypted: 'yes' } },
      },
    ],
  }),
  fields: ['cache.encrypted'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !(cache?.encrypted === false)) return [];
    return [{ because: 'cached answers are not encrypted', path: ['cache', 'encrypted'] }];
  },
});
