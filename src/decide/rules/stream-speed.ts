import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords, sizeInWords } from '../../workload/in-words.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { streamTime } from '../stream-time.ts';

export const streamSpeed = defineRule({
  id: 'stream-speed',
  severity: 'note',
  topic: 'size',
  page: () => ({
    title: 'A large stream is slow',
    rationale: `A REST API streams the first ${limitInWords('rest-payload')} of a response as fast as it can, and the rest at ${limitInWords('rest-stream-bandwidth')}; a function the first ${limitInWords('lambda-sync-payload')}, and the rest at ${limitInWords('lambda-stream-bandwidth')}.`,
    remedy: 'For large files answer with a presigned S3 URL, or serve them from S3 by CloudFront.',
    sources: [`${GUIDE}/response-transfer-mode.html`, 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html'],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestResponse: '100 MB', streaming: 'yes' } },
        silent: { traffic: { largestResponse: '8 MB', streaming: 'yes' } },
      },
      {
        candidate: 'function-url',
        reports: { traffic: { largestResponse: '100 MB', streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '20 s' } } },
        silent: { traffic: { largestResponse: '5 MB', streaming: 'yes' }, backend: { lambda: { memory: '512 MB', duration: '20 s' } } },
      },
    ],
  }),
  fields: ['traffic.largestResponse', 'traffic.response', 'traffic.sizes', 'traffic.streaming', 'backend.lambda'],
  frontDoors: ['rest', 'function-url'],
  inspect({ workload, candidate, units, largest, streams }) {
    if (!streams) return [];
    const found = largest('response');
    const time =
      found && streamTime(found.bytes, units, candidate.frontDoor === 'function-url' || workload.backend?.lambda ? 'function' : 'api');
    if (!time || time.isZero()) return [];
    const because = `a response can have ${sizeInWords(found.size)}, which takes at least ${durationInWords(time.toDecimalPlaces(0))} to stream`;
    return [{ because, path: found.path }];
  },
});
