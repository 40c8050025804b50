import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const dataTraceProduction = defineRule({
  id: 'data-trace-production',
  severity: 'caution',
  topic: 'observability',
  page: () => ({
    title: 'The logs contain whole requests and answers',
    rationale:
      'Data tracing writes headers and bodies of every request and answer to CloudWatch Logs, including tokens, names and card numbers, for as long as the logs are kept. AWS advises against it for production.',
    remedy: 'Switch data tracing off for production stages, and look at bodies in a test stage.',
    sources: [`${GUIDE}/set-up-logging.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { observability: { executionLogs: { level: 'info', dataTrace: 'yes' } } },
        silent: { observability: { executionLogs: { level: 'info', dataTrace: 'no' } } },
      },
      {
        candidate: 'rest',
        reports: { observability: { executionLogs: { level: 'info', dataTrace: 'yes' } } },
        silent: { observability: { executionLogs: { level: 'info', dataTrace: 'yes' } }, operations: { production: 'no' } },
      },
    ],
  }),
  fields: ['observability.executionLogs.dataTrace', 'operations.production'],
  frontDoors: ['rest', 'websocket'],
  inspect({ workload: { observability, operations } }) {
    if (!observability?.executionLogs?.dataTrace || operations?.production === false) return [];
    return [{ because: 'execution logs hold headers and bodies', path: ['observability', 'executionLogs', 'dataTrace'] }];
  },
});
