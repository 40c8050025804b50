import { GUIDE } from '../../facts/quotas/quota.ts';
import { sizeInWords } from '../../workload/in-words.ts';
import { limitInWords, sizeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';

const most = sizeLimit('lambda-async-payload');
const inSync = sizeLimit('lambda-sync-payload');
const BY_KEY = 'Let clients put the body into S3 and send its key.';

export const lambdaAsyncPayload = defineRule({
  id: 'lambda-async-payload',
  severity: 'blocker',
  topic: 'size',
  page: () => ({
    title: 'A request is larger than an asynchronous call to Lambda allows',
    rationale: `A function that is called with the invocation type Event takes ${limitInWords('lambda-async-payload')}, and a synchronous call ${limitInWords('lambda-sync-payload')}.`,
    remedy: BY_KEY,
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html', `${GUIDE}/set-up-lambda-integration-async.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { largestRequest: '3 MB' }, needs: { 'int-lambda-async': 'yes' } },
        silent: { traffic: { largestRequest: '200 KB' }, needs: { 'int-lambda-async': 'yes' } },
      },
    ],
  }),
  fields: ['needs.int-lambda-async', 'traffic.largestRequest', 'traffic.request', 'traffic.sizes'],
  frontDoors: ['rest', 'http'],
  inspect({ units, largest, needs }) {
    if (!needs('int-lambda-async')) return [];
    const found = largest('request');
    if (!found?.bytes.gt(most(units))) return [];
    return [
      {
        because: `a request can have ${sizeInWords(found.size)}, and an asynchronous call allows at most ${limitInWords('lambda-async-payload')}`,
        path: found.path,
        ...(found.bytes.lte(inSync(units)) ? { remedy: `${BY_KEY} Or call the function synchronously, and let it queue the work.` } : {}),
      },
    ];
  },
});
