import { isAmong } from '../../facts/headers.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

const FORWARDED = ['x-forwarded-*'];

export const forwardedHeadersHttp = defineRule({
  id: 'forwarded-headers-http',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'X-Forwarded headers come as Forwarded',
    rationale:
      'An HTTP API translates the X-Forwarded-* headers of a request into the standard header Forwarded, and adds its own address, host and protocol. A server behind it that reads X-Forwarded-For finds the client in Forwarded.',
    remedy: 'Let the server read Forwarded, or map $context.identity.sourceIp into a header of your own.',
    sources: [`${GUIDE}/api-gateway-known-issues.html`],
    examples: [
      {
        candidate: 'http',
        reports: { headers: { read: ['X-Forwarded-For'] }, backend: { vpc: { balancer: 'alb' } } },
        silent: { headers: { read: ['Forwarded'] }, backend: { vpc: { balancer: 'alb' } } },
      },
    ],
  }),
  fields: ['headers.read', 'backend.vpc'],
  frontDoors: ['http'],
  inspect({ workload: { headers, backend } }) {
    if (backend?.vpc === undefined) return [];
    return (headers?.read ?? []).flatMap((name, index) =>
      isAmong(FORWARDED, name) ? [{ because: `the server gets Forwarded in place of ${name}`, path: ['headers', 'read', index] }] : [],
    );
  },
});
