import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const executionLogsFull = defineRule({
  id: 'execution-logs-full',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'Execution logs write about every request',
    rationale:
      'At level INFO each request writes a dozen lines or more. That helps during an investigation; when left on, it can cost more than the requests themselves, and hides the lines that matter.',
    remedy:
      'Leave the level at ERROR, and let access logs tell of every request in one line. Raise it to INFO while you look for something. A REST API that must keep them all can deliver them to S3, in N. Virginia for less a GB.',
    sources: [`${GUIDE}/set-up-logging.html`, `${GUIDE}/rest-api-execution-logging.html`],
    examples: [
      {
        candidate: 'rest',
        reports: { observability: { executionLogs: { level: 'info' } } },
        silent: { observability: { executionLogs: { level: 'error' } } },
      },
    ],
  }),
  fields: ['observability.executionLogs.level', 'operations.production'],
  frontDoors: ['rest', 'websocket'],
  inspect({ workload: { observability, operations } }) {
    if (observability?.executionLogs?.level !== 'info' || operations?.production === false) return [];
    return [{ because: 'the level of execution logs is INFO', path: ['observability', 'executionLogs', 'level'] }];
  },
});
