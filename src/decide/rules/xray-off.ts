import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const xrayOff = defineRule({
  id: 'xray-off',
  severity: 'note',
  topic: 'observability',
  page: () => ({
    title: 'The gateway has no segment in traces',
    rationale:
      'With X-Ray a REST API records its own part of a trace: the authorizer, the integration, the rest. Without it, traces begin at the backend. Security Hub asks for it (APIGateway.3).',
    remedy: 'Switch active tracing on, with a sampling rule that keeps a few percent.',
    sources: [`${GUIDE}/apigateway-xray.html`, 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html'],
    examples: [{ candidate: 'rest', reports: { needs: { xray: 'no' } }, silent: { needs: { xray: 'yes' } } }],
  }),
  fields: ['needs.xray'],
  frontDoors: ['rest'],
  inspect({ workload: { needs } }) {
    if (needs?.xray !== false) return [];
    return [{ because: 'X-Ray does not trace the gateway', path: ['needs', 'xray'] }];
  },
});
