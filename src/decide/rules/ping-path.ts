import { defineRule } from '../rule.ts';

export const pingPath = defineRule({
  id: 'ping-path',
  severity: 'caution',
  topic: 'operations',
  title: 'A root path is reserved for API Gateway itself',
  rationale:
    'API Gateway answers /ping and /sping at the root of a custom domain by itself, as a health check of the service. A resource of that name is never reached there, though it works under the execute-api address: a monitor sees 200 while the API is down.',
  remedy: 'Call the health check something else, such as /health.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html'],
  fields: ['operations.pingPath', 'needs.custom-domain'],
  frontDoors: ['rest'],
  examples: [
    {
      candidate: 'rest',
      reports: { operations: { pingPath: 'yes' }, needs: { 'custom-domain': 'yes' } },
      silent: { operations: { pingPath: 'no' }, needs: { 'custom-domain': 'yes' } },
    },
  ],
  inspect({ workload }) {
    if (!workload.operations?.pingPath || workload.needs?.['custom-domain'] === false) return [];
    return [{ because: 'a resource at the root is called /ping or /sping', path: ['operations', 'pingPath'] }];
  },
});
