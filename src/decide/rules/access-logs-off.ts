import { GATEWAYS } from '../../workload/front-doors.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const accessLogsOff = defineRule({
  id: 'access-logs-off',
  severity: 'caution',
  topic: 'observability',
  page: () => ({
    title: 'Nothing is written about who called',
    rationale:
      'Without access logs there is no record of the requests of an incident: no caller, no path, no status, no latency. Metrics show that something failed, but not what. Security Hub asks for them (APIGateway.9).',
    remedy:
      'Switch access logs on for every stage, as JSON, with at least requestId, sourceIp, method, path, status, latency, integrationLatency and error.message.',
    sources: [
      `${GUIDE}/set-up-access-logging.html`,
      `${GUIDE}/http-api-logging.html`,
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { 'access-logs-cw': 'no' } },
        silent: { needs: { 'access-logs-cw': 'yes' } },
      },
    ],
  }),
  fields: ['needs.access-logs-cw', 'needs.access-logs-firehose', 'observability.accessLogs'],
  frontDoors: GATEWAYS,
  inspect({ workload: { needs, observability } }) {
    if (needs?.['access-logs-cw'] !== false || needs['access-logs-firehose'] === true || observability?.accessLogs) return [];
    return [{ because: 'access logs are turned off', path: ['needs', 'access-logs-cw'] }];
  },
});
