import { GUIDE } from '../../facts/quotas/quota.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { streamTime } from '../stream-time.ts';

const most = sizeLimit('http-payload');

const PRESIGNED =
  'Hand out presigned S3 URLs: clients upload and download files with S3 itself, in parts if they like, and the API carries only the URL.';

export const payloadOverLimit = defineRule({
  id: 'payload-over-limit',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A body is larger than the API passes',
    rationale: `REST and HTTP APIs pass bodies of at most ${limitInWords('http-payload')}, and this cannot be raised. Only the streamed response of a REST API may be larger. No API type streams requests.`,
    remedy: PRESIGNED,
    sources: [
      `${GUIDE}/api-gateway-execution-service-limits-table.html`,
      `${GUIDE}/http-api-quotas.html`,
      `${GUIDE}/response-transfer-mode.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { largestRequest: '25 MB' } },
        silent: { traffic: { largestRequest: '9 MB' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { largestResponse: '25 MB' } },
        silent: { traffic: { largestResponse: '25 MB', streaming: 'yes' } },
      },
    ],
  }),
  fields: [
    'traffic.largestRequest',
    'traffic.largestResponse',
    'traffic.request',
    'traffic.response',
    'traffic.sizes',
    'traffic.streaming',
  ],
  frontDoors: ['rest', 'http'],
  inspect({ workload, units, largest, streams }) {
    // Lambda's own limit is lower, and has a rule of its own.
    if (workload.backend?.lambda) return [];
    const bodies = streams ? (['request'] as const) : (['request', 'response'] as const);
    const [request, response] = [largest('request'), largest('response')];
    const streamed =
      !request?.bytes.gt(most(units)) &&
      response !== null &&
      streamTime(response.bytes, units, 'api').lte(timeLimit('rest-stream-duration'));
    return bodies.flatMap((body) => {
      const found = largest(body);
      if (!found?.bytes.gt(most(units))) return [];
      return [
        {
          because: `a ${body} can have ${sizeInWords(found.size)}, and the API passes at most ${limitInWords('http-payload')}`,
          path: found.path,
          ...(body === 'response' && streamed ? { remedy: `${PRESIGNED} A REST API can stream large responses instead.` } : {}),
        },
      ];
    });
  },
});
