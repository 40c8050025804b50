import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const privateIntegrationPlainHttp = defineRule({
  id: 'private-integration-plain-http',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'Requests cross the VPC unencrypted',
    rationale:
      'A private integration speaks HTTP unless you set up HTTPS: tokens and bodies that arrived encrypted go on in the clear. Security Hub asks for HTTPS on private integrations of HTTP APIs (APIGateway.10).',
    remedy:
      'Give the load balancer, or where there is none the service, a certificate, and name it in the integration: tlsConfig of an HTTP API, an https address of a REST API.',
    sources: [
      `${GUIDE}/http-api-develop-integrations-private.html`,
      `${GUIDE}/private-integration.html`,
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { backend: { vpc: { balancer: 'alb', protocol: 'http' } } },
        silent: { backend: { vpc: { balancer: 'alb', protocol: 'https' } } },
      },
    ],
  }),
  fields: ['backend.vpc.protocol'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { backend } }) {
    if (backend?.vpc?.protocol !== 'http') return [];
    return [{ because: 'the API speaks plain HTTP to the service in the VPC', path: ['backend', 'vpc', 'protocol'] }];
  },
});
