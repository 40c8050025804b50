import { GUIDE } from '../../facts/quotas/quota.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { askFor } from '../ask-for.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { farOver } from '../quota-use.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';
import { timeoutQuota } from '../timeout-quota.ts';

const streamed = timeLimit('rest-stream-duration');
const LATER = 'Answer 202 with the id of a job, do the work behind a queue or Step Functions, and let clients poll or be called back.';

export const timeoutRest = defineRule({
  id: 'timeout-rest',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'Answers take longer than a REST API waits by default',
    rationale: `A Regional or private REST API gives its integration ${limitInWords('rest-timeout-regional')}. Since June 2024 that quota can be raised, at the price of a lower request rate for the account if AWS asks for it. Clients, proxies and load balancers on the way have timeouts of their own, and a user waits.`,
    remedy: `${LATER} Where that cannot be, ask for a higher quota.`,
    sources: [
      `${GUIDE}/api-gateway-execution-service-limits-table.html`,
      `${GUIDE}/set-up-lambda-integration-async.html`,
      `${GUIDE}/response-transfer-mode.html`,
    ],
    examples: [
      { candidate: 'rest', reports: { backend: { p99: '45 s' } }, silent: { backend: { p99: '4 s' } } },
      {
        candidate: 'rest',
        reports: { backend: { p99: '45 s' } },
        silent: { backend: { p99: '45 s' }, traffic: { streaming: 'yes' } },
      },
    ],
  }),
  fields: ['backend.p99', 'backend.lambda.duration', 'traffic.streaming', 'needs.endpoint-private', 'needs.endpoint-edge-optimized'],
  frontDoors: ['rest'],
  inspect(subject) {
    const found = slowest(subject.workload);
    const quota = timeoutQuota(subject);
    if (!found || quota === null || quota === 'rest-timeout-edge' || subject.streams) return [];
    const most = timeLimit(quota);
    if (!found.duration.gt(most) || farOver(found.duration, most)) return [];
    const asked = `${LATER} Where that cannot be: ${askFor(quota, found.duration.div('1000'))}`;
    return [
      {
        because: `${found.says} ${durationInWords(found.duration)}, and a REST API waits ${limitInWords(quota)} unless the quota is raised`,
        path: found.path,
        remedy: found.duration.lte(streamed)
          ? `${asked} Or stream the response: a stream may last ${limitInWords('rest-stream-duration')}.`
          : asked,
      },
    ];
  },
});
