import { defineRule } from '../rule.ts';

export const pingPath = defineRule({
  id: 'ping-path',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'A reserved path at the root',
    rationale:
      'AWS reserves /ping and /sping for the health checks of API Gateway. A resource of that name at the root of an API does not work as expected under a custom domain.',
    remedy: 'Call the health check something else, such as /health.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html'],
    examples: [
      {
        candidate: 'rest',
        reports: { operations: { pingPath: 'yes' }, needs: { 'custom-domain': 'yes' } },
        silent: { operations: { pingPath: 'no' }, needs: { 'custom-domain': 'yes' } },
      },
    ],
  }),
  fields: ['operations.pingPath', 'needs.custom-domain'],
  frontDoors: ['rest'],
  inspect({ workload }) {
    if (!workload.operations?.pingPath || workload.needs?.['custom-domain'] === false) return [];
    return [{ because: 'a resource at the root is called /ping or /sping', path: ['operations', 'pingPath'] }];
  },
});
