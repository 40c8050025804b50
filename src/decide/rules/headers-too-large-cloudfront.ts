import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const over = headersOver('cf-request-headers', 'CloudFront');

export const headersTooLargeCloudfront = defineRule({
  id: 'headers-too-large-cloudfront',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than CloudFront takes',
    rationale: `A request to CloudFront may have ${limitInWords('cf-request-headers')} without its body: all headers together, with the URL and its query string. An API behind it takes less still, and has a rule of its own; a function takes ${limitInWords('lambda-headers')}.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html'],
    examples: [
      {
        candidate: 'function-url+cloudfront',
        reports: { traffic: { largestHeaders: '24 KB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestHeaders: '4 KB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['function-url'],
  inspect(subject) {
    return subject.behindCloudfront ? over(subject) : [];
  },
});
