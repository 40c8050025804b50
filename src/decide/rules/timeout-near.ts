import { GUIDE } from '../../facts/quotas/quota.ts';
import { decimal } from '../../money/decimal.ts';
import { durationInWords, roundedShareInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';
import { timeoutQuota } from '../timeout-quota.ts';

/** A judgement, not an AWS figure: what is left for a cold start, a retry of the backend, a bad day. */
const NEAR = decimal('0.8');

export const timeoutNear = defineRule({
  id: 'timeout-near',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'Slow answers come near the timeout',
    rationale:
      'An answer that usually takes 25 seconds can take 31: because of a cold start, a retry inside the backend, or a lock. After the timeout the client gets a 504, tries again, and adds to the load.',
    remedy:
      'Give calls inside the backend timeouts of their own that add up to less, or make the operation asynchronous before it has to be.',
    sources: [`${GUIDE}/http-api-quotas.html`, `${GUIDE}/api-gateway-execution-service-limits-table.html`],
    examples: [{ candidate: 'http', reports: { backend: { p99: '26 s' } }, silent: { backend: { p99: '4 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming', 'needs.endpoint-private', 'needs.endpoint-edge-optimized'],
  frontDoors: ['rest', 'http'],
  inspect(subject) {
    const found = slowest(subject.workload);
    const quota = timeoutQuota(subject);
    if (!found || subject.streams || quota === null) return [];
    const most = timeLimit(quota);
    if (found.duration.gt(most) || !found.duration.gt(most.times(NEAR))) return [];
    const because = `${found.says} ${durationInWords(found.duration)}, which is ${roundedShareInWords(found.duration.div(most))} of the ${limitInWords(quota)} that the API waits`;
    return [{ because, path: found.path }];
  },
});
