import { defineRule } from '../rule.ts';

export const cacheTtlZero = defineRule({
  id: 'cache-ttl-zero',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'A lifetime of 0 seconds turns the cache off, but not its cost',
    rationale:
      'With a lifetime of 0 seconds nothing is kept, while the cache is billed for every hour that it exists. This often remains after an incident in which stale answers had to be removed quickly.',
    remedy: 'Set a lifetime that is acceptable for the answers, or remove the cache from the stage.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      'https://aws.amazon.com/api-gateway/pricing/',
    ],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', ttl: '0 s' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', ttl: '60 s' } },
      },
    ],
  }),
  fields: ['cache.ttl'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !cache?.ttl?.isZero()) return [];
    return [{ because: `the lifetime is 0, and a cache of ${cache.size} GB is billed by the hour`, path: ['cache', 'ttl'] }];
  },
});
