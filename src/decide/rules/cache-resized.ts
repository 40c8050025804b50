import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { shareInWords } from '../../workload/in-words.ts';

export const cacheResized = defineRule({
  id: 'cache-resized',
  severity: 'note',
  topic: 'cache',
  page: () => ({
    title: 'Every change of size empties the cache',
    rationale: `To change the size, API Gateway builds a new cache, in about ${limitInWords('rest-cache-create-time')}, and deletes the old one. Until it is full again the backend answers what the cache answered before.`,
    remedy: 'Choose the size by a load test, change it in quiet hours, and make sure that the backend can take the whole load meanwhile.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', resized: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', resized: 'no' } },
      },
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', resized: 'yes' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '0%', resized: 'yes' } },
      },
    ],
  }),
  fields: ['cache.resized', 'cache.hitRatio'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !cache?.resized || cache.hitRatio.isZero()) return [];
    return [
      {
        because: `the size is changed under traffic, and ${shareInWords(cache.hitRatio)} of the requests then miss`,
        path: ['cache', 'resized'],
      },
    ];
  },
});
