import { durationInWords } from '../../workload/in-words.ts';
import { decimal } from '../../money/decimal.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

/** What CloudFront waits for the first byte, and between packets, unless set: the page below. */
const UNLESS_SET = decimal('30000');

export const timeoutCloudfront = defineRule({
  id: 'timeout-cloudfront',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'CloudFront gives up before the backend answers',
    rationale:
      'A distribution waits 30 seconds for its origin unless told otherwise, whatever the API behind it would wait. A raised timeout of a REST API is of no use until the distribution has it too.',
    remedy: 'Raise the response timeout of the origin, up to 120 seconds; beyond that ask for a quota, or make the operation asynchronous.',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html'],
    examples: [{ candidate: 'rest+cloudfront', reports: { backend: { p99: '45 s' } }, silent: { backend: { p99: '4 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming'],
  frontDoors: ['rest', 'function-url'],
  inspect({ workload, behindCloudfront, streams }) {
    if (!behindCloudfront || streams) return [];
    const found = slowest(workload);
    if (!found?.duration.gt(UNLESS_SET)) return [];
    const because = `${found.says} ${durationInWords(found.duration)}, and CloudFront waits 30 seconds unless set, at most ${limitInWords('cf-origin-timeout')}`;
    return [{ because, path: found.path }];
  },
});
