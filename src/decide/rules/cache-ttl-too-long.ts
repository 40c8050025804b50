import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { durationInWords } from '../../workload/in-words.ts';

const most = timeLimit('rest-cache-ttl-max');

export const cacheTtlTooLong = defineRule({
  id: 'cache-ttl-too-long',
  severity: 'caution',
  topic: 'cache',
  page: () => ({
    title: 'The lifetime of answers is longer than the cache allows',
    rationale:
      'A stage cache keeps an answer for at most 3,600 seconds; a longer lifetime is refused. Answers that may be older than that come back to the backend every hour.',
    remedy: 'Set 1 hour and lower the hit ratio you expect, or keep them in CloudFront, which honours a Cache-Control of days.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html',
    ],
    examples: [
      {
        candidate: 'rest+cache',
        reports: { cache: { size: '0.5 GB', hitRatio: '60%', ttl: '1 day' } },
        silent: { cache: { size: '0.5 GB', hitRatio: '60%', ttl: '1 h' } },
      },
    ],
  }),
  fields: ['cache.ttl'],
  frontDoors: ['rest'],
  inspect({ workload: { cache }, candidate }) {
    if (!candidate.supplies['response-cache'] || !cache?.ttl?.gt(most)) return [];
    return [
      {
        because: `the stated lifetime of answers is ${durationInWords(cache.ttl)}, and a stage cache keeps them for at most ${limitInWords('rest-cache-ttl-max')}`,
        path: ['cache', 'ttl'],
      },
    ];
  },
});
