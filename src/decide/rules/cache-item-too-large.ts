import { defineRule } from '../rule.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';

const most = sizeLimit('rest-cache-item');

export const cacheItemTooLarge = defineRule({
  id: 'cache-item-too-large',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'Some answers are too large for the cache',
    rationale: `The cache keeps answers of up to ${limitInWords('rest-cache-item')}. A larger one is passed on and not kept, so every request for it reaches the backend, and no metric says why.`,
    remedy: 'Return large answers in pages, or compressed, or from S3 behind CloudFront, which keeps far larger ones.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { traffic: { largestResponse: '3 MB' }, cache: { size: '0.5 GB', hitRatio: '60%' } },
        silent: { traffic: { largestResponse: '300 KB' }, cache: { size: '0.5 GB', hitRatio: '60%' } },
      },
    ],
  }),
  fields: ['traffic.largestResponse', 'traffic.response', 'traffic.sizes', 'cache'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate, units, largest }) {
    if (!cache || !candidate.supplies['response-cache']) return [];
    const found = largest('response');
    if (!found?.bytes.gt(most(units))) return [];
    return [{ because: `a response can have ${sizeInWords(found.size)}, and the cache keeps up to 1 MiB`, path: found.path }];
  },
});
