import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const backendCertificateOff = defineRule({
  id: 'backend-certificate-off',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'The backend cannot tell that the gateway is calling',
    rationale:
      'A public HTTP backend that trusts every caller can be called directly, without the gateway, its authorizer and its limits. A REST or WebSocket API can show a client certificate; Security Hub asks for one (APIGateway.2).',
    remedy: 'Generate a client certificate and let the backend demand it, reach the backend by a VPC link, or send a secret header.',
    sources: [
      `${GUIDE}/getting-started-client-side-ssl-authentication.html`,
      'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { needs: { 'int-http-proxy': 'yes', 'backend-client-certificate': 'no' } },
        silent: { needs: { 'int-http-proxy': 'yes', 'backend-client-certificate': 'yes' } },
      },
    ],
  }),
  fields: ['needs.backend-client-certificate', 'needs.int-http-proxy', 'needs.int-http-custom'],
  frontDoors: ['rest', 'websocket'],
  inspect({ workload: { needs } }) {
    if (needs?.['backend-client-certificate'] !== false) return [];
    if (needs['int-http-proxy'] !== true && needs['int-http-custom'] !== true) return [];
    return [
      {
        because: 'the backend is an HTTP endpoint, and the gateway shows it no certificate',
        path: ['needs', 'backend-client-certificate'],
      },
    ];
  },
});
