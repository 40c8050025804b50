import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords, sizeInWords } from '../../workload/in-words.ts';
import { defineRule } from '../rule.ts';
import { streamTime } from '../stream-time.ts';

export const streamSpeed = defineRule({
  id: 'stream-speed',
  severity: 'note',
  topic: 'size',
  page: () => ({
    title: 'A large stream is slow',
    rationale: 'A REST API streams the first 10 MB of a response as fast as it can, and the rest at 2 MB a second.',
    remedy: 'For large files answer with a presigned S3 URL, or serve them from S3 by CloudFront.',
    sources: [`${GUIDE}/response-transfer-mode.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestResponse: '100 MB', streaming: 'yes' } },
        silent: { traffic: { largestResponse: '8 MB', streaming: 'yes' } },
      },
    ],
  }),
  fields: ['traffic.largestResponse', 'traffic.response', 'traffic.sizes', 'traffic.streaming'],
  frontDoors: ['rest'],
  inspect({ units, largest, streams }) {
    if (!streams) return [];
    const found = largest('response');
    const time = found && streamTime(found.bytes, units);
    if (!time || time.isZero()) return [];
    const because = `a response can have ${sizeInWords(found.size)}, which takes at least ${durationInWords(time.toDecimalPlaces(0))} to stream`;
    return [{ because, path: found.path }];
  },
});
