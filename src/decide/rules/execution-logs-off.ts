import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const executionLogsOff = defineRule({
  id: 'execution-logs-off',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'Errors inside the gateway are not logged',
    rationale:
      'A failed mapping, a refused authorizer, a missing permission: these end inside the gateway, and only execution logs say why. Level ERROR writes little. Security Hub asks for ERROR or INFO (APIGateway.1).',
    remedy: 'Set the execution log level of production stages to ERROR, and raise it to INFO only while you look for something.',
    sources: [`${GUIDE}/set-up-logging.html`, 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html'],
    examples: [
      { candidate: 'rest', reports: { needs: { 'execution-logs': 'no' } }, silent: { needs: { 'execution-logs': 'yes' } } },
      {
        candidate: 'rest',
        reports: { observability: { executionLogs: { level: 'off' } } },
        silent: { observability: { executionLogs: { level: 'error' } } },
      },
    ],
  }),
  fields: ['needs.execution-logs', 'observability.executionLogs.level'],
  frontDoors: ['rest', 'websocket'],
  inspect({ workload: { needs, observability } }) {
    if (observability?.executionLogs?.level === 'off')
      return [{ because: 'the level of execution logs is OFF', path: ['observability', 'executionLogs', 'level'] }];
    if (needs?.['execution-logs'] !== false) return [];
    return [{ because: 'execution logs are turned off', path: ['needs', 'execution-logs'] }];
  },
});
