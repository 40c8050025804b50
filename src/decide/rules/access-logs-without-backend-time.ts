import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

/** Names of the time that the backend takes; HTTP APIs have the second one too. */
const NAMES = ['integrationLatency', 'integration.latency'];

export const accessLogsWithoutBackendTime = defineRule({
  id: 'access-logs-without-backend-time',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'Access logs without the time of the backend',
    rationale:
      'An access log can hold how long each answer took, and how much of that was the backend. With the first value alone it is not clear whether the function, the authorizer or the gateway was slow.',
    remedy: 'Add $context.integrationLatency to the format, beside $context.responseLatency.',
    sources: [`${GUIDE}/api-gateway-variables-for-access-logging.html`, `${GUIDE}/http-api-logging-variables.html`],
    examples: [
      {
        candidate: 'http',
        reports: { observability: { accessLogs: { bytes: '400 B', holds: ['requestId', 'status', 'responseLatency'] } } },
        silent: {
          observability: { accessLogs: { bytes: '400 B', holds: ['requestId', 'status', 'responseLatency', 'integrationLatency'] } },
        },
      },
    ],
  }),
  fields: ['observability.accessLogs.holds'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { observability } }) {
    const holds = observability?.accessLogs?.holds;
    if (!holds || holds.some((one) => NAMES.includes(one))) return [];
    return [{ because: 'an entry does not hold integrationLatency', path: ['observability', 'accessLogs', 'holds'] }];
  },
});
