import { decimal } from '../../money/decimal.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('lambda-sync-payload');
/** Base64 writes three bytes as four characters: https://www.rfc-editor.org/rfc/rfc4648 */
const [WRITTEN, READ] = [decimal('4'), decimal('3')];

export const lambdaBinaryPayload = defineRule({
  id: 'lambda-binary-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A binary body outgrows Lambda as base64',
    rationale: `API Gateway hands binary bodies to a function as base64, and expects them back so: a third larger. Of the ${limitInWords('lambda-sync-payload')} that Lambda takes, three quarters are left for an image or an archive.`,
    remedy: 'Exchange such files with S3 by presigned URLs, or let the function redirect to one.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: {
          traffic: { largestRequest: '5 MB' },
          needs: { binary: 'yes' },
          backend: { lambda: { memory: '512 MB', duration: '120 ms' } },
        },
        silent: {
          traffic: { largestRequest: '4 MB' },
          needs: { binary: 'yes' },
          backend: { lambda: { memory: '512 MB', duration: '120 ms' } },
        },
      },
    ],
  }),
  fields: [
    'needs.binary',
    'traffic.largestRequest',
    'traffic.largestResponse',
    'traffic.request',
    'traffic.response',
    'traffic.sizes',
    'backend.lambda',
  ],
  frontDoors: ['rest', 'http', 'function-url'],
  inspect({ workload, units, largest, needs, streams }) {
    if (!workload.backend?.lambda || !needs('binary')) return [];
    const bodies = streams ? (['request'] as const) : (['request', 'response'] as const);
    return bodies.flatMap((body) => {
      const found = largest(body);
      // Above the limit even without base64, lambda-payload speaks.
      if (!found || found.bytes.gt(most(units)) || found.bytes.times(WRITTEN).lte(most(units).times(READ))) return [];
      const because = `a binary ${body} can have ${sizeInWords(found.size)}, which as base64 is a third more than that and over the ${limitInWords('lambda-sync-payload')} of Lambda`;
      return [{ because, path: found.path }];
    });
  },
});
