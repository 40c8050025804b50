import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

export const headersTooLargeHttp = defineRule({
  id: 'headers-too-large-http',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than an HTTP API takes',
    rationale: `All headers of a request to an HTTP API together, with the request line, may have ${limitInWords('http-request-line-headers')}. A token with a claim for every group of its owner, or a browser with many cookies, exceeds that for a few callers only, who are then refused.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html'],
    examples: [{ candidate: 'http', reports: { traffic: { largestHeaders: '12 KB' } }, silent: { traffic: { largestHeaders: '4 KB' } } }],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['http'],
  inspect: headersOver('http-request-line-headers', 'the API'),
});
