import { GUIDE } from '../../facts/quotas/quota.ts';
import { quotaOf } from '../../facts/quotas/index.ts';
import { decimal } from '../../money/decimal.ts';
import { durationInWords, sizeInWords } from '../../workload/in-words.ts';
import { sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

/** The part of a stream that is not slowed down: the note of the quota. */
const unslowed = sizeLimit('rest-payload');
const SPEED = decimal(quotaOf('rest-stream-bandwidth').value ?? '0');
const MILLISECONDS = decimal('1000');

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
    if (!found?.bytes.gt(unslowed(units))) return [];
    const seconds = found.bytes.minus(unslowed(units)).div(units.bytesPerKB.pow(2).times(SPEED));
    const because = `a response can have ${sizeInWords(found.size)}, which takes at least ${durationInWords(seconds.times(MILLISECONDS).toDecimalPlaces(0))} to stream`;
    return [{ because, path: found.path }];
  },
});
