import { isAmong, RENAMED_RESPONSE } from '../../facts/headers.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const headerRenamedRest = defineRule({
  id: 'header-renamed-rest',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'Clients get this header under another name',
    rationale:
      'A REST API gives some headers of a response the prefix x-amzn-remapped-: clients that look for WWW-Authenticate, Date or Server do not find what the backend sent, so that a browser, for example, asks for no password.',
    remedy:
      'Let clients read the name with the prefix, send the value under a name of your own, or map that back in the method response; of what API Gateway itself refuses, a gateway response sets WWW-Authenticate.',
    sources: [`${GUIDE}/api-gateway-known-issues.html`],
    examples: [{ candidate: 'rest', reports: { headers: { sent: ['WWW-Authenticate'] } }, silent: { headers: { sent: ['X-Challenge'] } } }],
  }),
  fields: ['headers.sent'],
  frontDoors: ['rest'],
  inspect({ workload: { headers } }) {
    return (headers?.sent ?? []).flatMap((name, index) =>
      isAmong(RENAMED_RESPONSE, name)
        ? [{ because: `clients get ${name} as x-amzn-remapped-${name.toLowerCase()}`, path: ['headers', 'sent', index] }]
        : [],
    );
  },
});
