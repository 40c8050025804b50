import { FEWER_HEADERS, headersOver } from '../headers-over.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const over = headersOver('lambda-headers', 'Lambda');

export const headersTooLargeFunctionUrl = defineRule({
  id: 'headers-too-large-function-url',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'Headers are larger than Lambda takes',
    rationale: `The request line and all headers of a request to a function together may have ${limitInWords('lambda-headers')}.`,
    remedy: FEWER_HEADERS,
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'],
    examples: [
      {
        candidate: 'function-url',
        reports: { traffic: { largestHeaders: '2 MB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { traffic: { largestHeaders: '200 KB' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: ['traffic.largestHeaders'],
  frontDoors: ['function-url'],
  inspect(subject) {
    // Behind a distribution the lower limit of CloudFront is met first.
    return subject.behindCloudfront ? [] : over(subject);
  },
});
