import { defineRule } from '../rule.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { toBytes } from '../../workload/units.ts';

const MOST = sizeLimit('http-request-line-headers');

export const headersTooLargeHttp = defineRule({
  id: 'headers-too-large-http',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than an HTTP API takes',
    rationale:
      'All headers of a request to an HTTP API together, with the request line, may have 10,240 bytes. A token with a claim for every group of its owner, or a browser with many cookies, exceeds that for a few callers only, whom it locks out.',
    remedy:
      'Keep groups and rights out of the token and look them up instead, send a reference to the token, or drop cookies that the API does not need.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html'],
    examples: [{ candidate: 'http', reports: { traffic: { largestHeaders: '12 KB' } }, silent: { traffic: { largestHeaders: '4 KB' } } }],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['http'],
  inspect({ workload, units }) {
    const stated = workload.traffic?.largestHeaders;
    if (!stated) return [];
    const quota = 'http-request-line-headers';
    if (toBytes(stated, units).lte(MOST(units))) return [];
    return [
      { because: `headers can have ${sizeInWords(stated)}, and the API takes ${limitInWords(quota)}`, path: ['traffic', 'largestHeaders'] },
    ];
  },
});
