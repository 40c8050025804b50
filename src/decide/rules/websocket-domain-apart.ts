import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const websocketDomainApart = defineRule({
  id: 'websocket-domain-apart',
  severity: 'caution',
  topic: 'choosing',
  page: () => ({
    title: 'A WebSocket API shares no domain name with other types',
    rationale:
      'One custom domain name can map REST and HTTP APIs side by side. A WebSocket API shares its domain with other WebSocket APIs only, so that an API with requests and connections has two names: in certificates, in DNS, in the settings of clients, and in what browsers count as the same site.',
    remedy:
      'Give the connections a name of their own, such as ws.example.com beside api.example.com, under one wildcard certificate; or put one distribution in front of both, whose behaviors send each path to its API.',
    sources: [`${GUIDE}/rest-api-mappings.html`, `${GUIDE}/api-gateway-known-issues.html`],
    examples: [
      {
        candidate: 'websocket',
        reports: { traffic: { requests: '1M/month' }, realtime: { connections: '100' }, needs: { 'domain-shared-by-types': 'yes' } },
        silent: { traffic: { requests: '1M/month' }, realtime: { connections: '100' }, needs: { 'domain-shared-by-types': 'no' } },
      },
    ],
  }),
  fields: ['needs.domain-shared-by-types', 'traffic', 'realtime'],
  frontDoors: ['websocket'],
  inspect({ workload: { traffic }, needs }) {
    if (traffic === undefined || !needs('domain-shared-by-types')) return [];
    return [
      {
        because: 'one domain should serve requests and connections, and a WebSocket API shares it with WebSocket APIs only',
        path: ['needs', 'domain-shared-by-types'],
      },
    ];
  },
});
