import { defineRule } from '../rule.ts';

export const auditHttpGap = defineRule({
  id: 'audit-http-gap',
  severity: 'note',
  topic: 'operations',
  page: () => ({
    title: 'Audit controls do not know HTTP APIs',
    rationale:
      'The Security Hub controls for a web ACL (APIGateway.4) and for X-Ray (APIGateway.3) look at REST stages. An HTTP API raises no finding there, and gives no evidence either; and the control for the TLS policy of domain names (APIGateway.11) reports domain names of HTTP APIs as failed.',
    remedy:
      'Agree with the auditor on what shows the same for an HTTP API: the web ACL on CloudFront, traces of the backend; and suppress APIGateway.11 with that reason.',
    sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html'],
    examples: [{ candidate: 'http', reports: { audited: 'yes' }, silent: { audited: 'no' } }],
  }),
  fields: ['audited'],
  frontDoors: ['http'],
  inspect({ workload }) {
    if (workload.audited !== true) return [];
    return [{ because: 'the account is audited, and the controls for WAF and X-Ray exist for REST APIs only', path: ['audited'] }];
  },
});
