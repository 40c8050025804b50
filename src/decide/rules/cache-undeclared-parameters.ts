import { defineRule } from '../rule.ts';

export const cacheUndeclaredParameters = defineRule({
  id: 'cache-undeclared-parameters',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'The cache does not see a parameter that changes the answer',
    rationale:
      'Query strings and headers are part of the key only where they are declared as cache parameters. The cache ignores all others: ?page=2 gets the kept answer of ?page=1, until it expires. Page tokens belong in the key as well.',
    remedy: 'Declare every parameter that changes the answer as a cache parameter of its method, or refuse unknown ones.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', undeclaredParameters: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', undeclaredParameters: 'no' } },
      },
    ],
  }),
  fields: ['cache.undeclaredParameters'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !cache?.undeclaredParameters) return [];
    return [{ because: 'some parameter changes the answer and is not part of the key', path: ['cache', 'undeclaredParameters'] }];
  },
});
