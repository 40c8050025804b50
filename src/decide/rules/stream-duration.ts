import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords, sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { streamTime } from '../stream-time.ts';
import { slowest } from '../subject.ts';

const most = timeLimit('rest-stream-duration');
const connected = timeLimit('ws-duration');
const RESUMED = 'Let clients resume from where they were.';

export const streamDuration = defineRule({
  id: 'stream-duration',
  severity: 'blocker',
  topic: 'time',
  page: () => ({
    title: 'A response streams for longer than a REST API lets it',
    rationale: `Streaming frees a REST API of its ${limitInWords('rest-timeout-regional')}, but a stream ends after ${limitInWords('rest-stream-duration')}. Past the first ${limitInWords('rest-payload')} a stream sends ${limitInWords('rest-stream-bandwidth')}, so that a very large response ends too.`,
    remedy: RESUMED,
    sources: [`${GUIDE}/response-transfer-mode.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes' }, backend: { p99: '20 min' } },
        silent: { traffic: { streaming: 'yes' }, backend: { p99: '5 min' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { streaming: 'yes', largestResponse: '3 GB' } },
        silent: { traffic: { streaming: 'yes', largestResponse: '1 GB' } },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming', 'traffic.largestResponse', 'traffic.response', 'traffic.sizes'],
  frontDoors: ['rest'],
  inspect({ workload, streams, largest, units }) {
    if (!streams) return [];
    const ends = `a stream ends after ${limitInWords('rest-stream-duration')}`;
    const found = slowest(workload);
    const body = largest('response');
    const streaming = body && streamTime(body.bytes, units, workload.backend?.lambda ? 'function' : 'api');
    return [
      ...(found?.duration.gt(most)
        ? [
            {
              because: `${found.says} ${durationInWords(found.duration)}, and ${ends}`,
              path: found.path,
              ...(found.duration.lte(connected)
                ? { remedy: `${RESUMED} Or use a WebSocket API, whose connections live for ${limitInWords('ws-duration')}.` }
                : {}),
            },
          ]
        : []),
      ...(body && streaming?.gt(most)
        ? [
            {
              because: `a response can have ${sizeInWords(body.size)}, which takes at least ${durationInWords(streaming.toDecimalPlaces(0))} to stream, and ${ends}`,
              path: body.path,
              remedy: 'Write the file to S3 and answer with a presigned URL.',
            },
          ]
        : []),
    ];
  },
});
