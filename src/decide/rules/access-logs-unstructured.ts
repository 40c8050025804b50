import { GATEWAYS } from '../../workload/front-doors.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const accessLogsUnstructured = defineRule({
  id: 'access-logs-unstructured',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'Access logs that only people can read',
    rationale:
      'CloudWatch Logs Insights finds the fields of JSON entries by itself. A line of text must be parsed in every query and every metric filter, and each new field breaks the parsing.',
    remedy: 'Write access logs as JSON, one object for each request.',
    sources: [
      `${GUIDE}/set-up-access-logging.html`,
      `${GUIDE}/http-api-logging.html`,
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { observability: { accessLogs: { bytes: '400 B', format: 'clf' } } },
        silent: { observability: { accessLogs: { bytes: '400 B', format: 'json' } } },
      },
    ],
  }),
  fields: ['observability.accessLogs.format'],
  frontDoors: GATEWAYS,
  inspect({ workload: { observability } }) {
    const format = observability?.accessLogs?.format;
    if (format !== 'clf' && format !== 'text') return [];
    const because = `entries are written ${format === 'clf' ? 'in the common log format' : 'as text in your own format'}`;
    return [{ because, path: ['observability', 'accessLogs', 'format'] }];
  },
});
