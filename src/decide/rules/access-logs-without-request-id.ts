import { GATEWAYS } from '../../workload/front-doors.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

/** Either tells a request apart, in the log and in the answer: the gateway returns them as headers. */
const IDS = ['requestId', 'extendedRequestId'];

export const accessLogsWithoutRequestId = defineRule({
  id: 'access-logs-without-request-id',
  severity: 'caution',
  topic: 'observability',
  page: () => ({
    title: 'Access logs without the id of a request',
    rationale:
      'API Gateway gives every request an id and returns it to the caller. An access log without it cannot be matched with what a caller reports, with execution logs, or with the logs of the function. AWS says that a format must hold it.',
    remedy: 'Add $context.requestId to the format, or $context.extendedRequestId, which callers cannot set.',
    sources: [
      `${GUIDE}/set-up-access-logging.html`,
      `${GUIDE}/api-gateway-variables-for-access-logging.html`,
      `${GUIDE}/http-api-logging-variables.html`,
    ],
    examples: [
      {
        candidate: 'http',
        reports: { observability: { accessLogs: { bytes: '400 B', holds: ['status', 'responseLatency'] } } },
        silent: { observability: { accessLogs: { bytes: '400 B', holds: ['requestId', 'responseLatency'] } } },
      },
    ],
  }),
  fields: ['observability.accessLogs.holds'],
  frontDoors: GATEWAYS,
  inspect({ workload: { observability } }) {
    const holds = observability?.accessLogs?.holds;
    if (!holds || holds.some((one) => IDS.includes(one))) return [];
    return [{ because: 'an entry holds neither requestId nor extendedRequestId', path: ['observability', 'accessLogs', 'holds'] }];
  },
});
