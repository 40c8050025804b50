import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';
import { quotaOf } from '../../facts/quotas/index.ts';
import { decimal, ZERO } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { askFor } from '../ask-for.ts';
import { limitInWords } from '../limit.ts';
import { farOver } from '../quota-use.ts';
import { defineRule } from '../rule.ts';
import { peakLoad } from '../../journey/load.ts';

const MOST = decimal(quotaOf('lambda-concurrency').value ?? '0');
const SECOND = decimal('1000');

const BESIDES = 'Or make the function faster, answer more from a cache, or put a queue between the API and the work.';

export const lambdaConcurrency = defineRule({
  id: 'lambda-concurrency',
  severity: 'caution',
  topic: 'throttling',
  page: () => ({
    title: 'The peak needs more functions at once than the account has',
    rationale: `Requests a second times the seconds each takes is how many copies of the function run at once. An account has ${limitInWords('lambda-concurrency')} for all its functions in a Region by default, new accounts fewer; above that Lambda throttles, and clients see 5xx errors, even if the API accepts more.`,
    remedy: `Ask for more concurrency before launch. ${BESIDES}`,
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { traffic: { peak: '3000 rps' }, backend: { lambda: { memory: '512 MB', duration: '500 ms' } } },
        silent: { traffic: { peak: '3000 rps' }, backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
      {
        candidate: 'http+cloudfront',
        reports: { traffic: { peak: '3000 rps' }, backend: { lambda: { memory: '512 MB', duration: '500 ms' } } },
        silent: {
          traffic: { peak: '3000 rps' },
          backend: { lambda: { memory: '512 MB', duration: '500 ms' } },
          edge: { hitRatio: '60%' },
        },
      },
    ],
  }),
  fields: [
    'traffic.peak',
    'backend.lambda.duration',
    'backend.lambda.provisioned',
    'backend.lambda.reserved',
    'edge.hitRatio',
    'cache.hitRatio',
  ],
  frontDoors: CARRYING_REQUESTS,
  inspect(subject) {
    const lambda = subject.workload.backend?.lambda;
    if (!lambda || lambda.reserved) return [];
    const warm = lambda.provisioned?.concurrency;
    const peak = subject.workload.traffic?.peak ? peakLoad(subject.journey(), 'backend') : null;
    const { duration } = lambda;
    const busy = peak?.times(duration).div(SECOND);
    if (warm?.gt(MOST) && !busy?.gt(warm)) {
      if (farOver(warm, MOST)) return [];
      const because = `${formatQuantity(warm)} environments are kept warm, which take from the concurrency of the account, and the default is ${limitInWords('lambda-concurrency')}`;
      return [{ because, path: ['backend', 'lambda', 'provisioned', 'concurrency'], remedy: askFor('lambda-concurrency', warm) }];
    }
    const needed = busy ?? ZERO;
    if (!peak || !needed.gt(MOST) || farOver(needed, MOST)) return [];
    const because = `${formatQuantity(peak)} requests a second of ${durationInWords(duration)} each keep ${formatQuantity(needed.ceil())} functions busy at once, and the default is ${limitInWords('lambda-concurrency')}`;
    return [{ because, path: ['traffic', 'peak'], remedy: `${askFor('lambda-concurrency', needed)} ${BESIDES}` }];
  },
});
