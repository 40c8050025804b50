import { DROPPED_REQUEST, DROPPED_RESPONSE, isAmong } from '../../facts/headers.ts';
import { GUIDE } from '../../facts/quotas/quota.ts';
import { own } from '../../reading/own.ts';
import type { Workload } from '../../workload/schema.ts';
import { defineRule, type Observation } from '../rule.ts';

const OWN_NAME = 'Send the value in a header with a name of your own.';
const FOR_HOST =
  'Map $context.domainName into a header of another name, such as X-Forwarded-Host; a function finds it in requestContext.domainName.';

export const headerLostRest = defineRule({
  id: 'header-lost-rest',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'This header does not pass through a REST API',
    rationale:
      'A REST API drops some headers on the way to the backend or back, and puts the name of the integration into Host. A backend that tells tenants by Host, or checks a digest, then sees another value or none.',
    remedy: `${OWN_NAME} ${FOR_HOST}`,
    sources: [`${GUIDE}/api-gateway-known-issues.html`, 'https://repost.aws/knowledge-center/forward-host-header-api-gateway'],
    examples: [
      { candidate: 'rest', reports: { headers: { read: ['Host'] } }, silent: { headers: { read: ['X-Tenant'] } } },
      { candidate: 'rest', reports: { headers: { sent: ['Trailer'] } }, silent: { headers: { sent: ['ETag'] } } },
    ],
  }),
  fields: ['headers.read', 'headers.sent', 'backend', 'auth', 'needs.auth-iam'],
  frontDoors: ['rest'],
  inspect({ workload, needs }) {
    const { headers } = workload;
    const read = (headers?.read ?? []).flatMap((name, index): readonly Observation[] => {
      const because = lost(name, workload, needs('auth-iam'));
      const remedy = name.toLowerCase() === 'host' ? FOR_HOST : OWN_NAME;
      return because === null ? [] : [{ because, remedy, path: ['headers', 'read', index] }];
    });
    const sent = (headers?.sent ?? []).flatMap((name, index): readonly Observation[] =>
      isAmong(DROPPED_RESPONSE, name)
        ? [{ because: `clients do not get ${name}`, remedy: OWN_NAME, path: ['headers', 'sent', index] }]
        : [],
    );
    return [...read, ...sent];
  },
});

function lost(header: string, { backend }: Workload, signed: boolean): string | null {
  const name = header.toLowerCase();
  if (name === 'host') return `the backend gets the name of the integration in ${header}, and not what the client sent`;
  if (name === 'authorization') return signed ? `${header} is dropped where requests are signed (IAM)` : null;
  const where = own(DROPPED_REQUEST, name);
  if (where === undefined) return null;
  const [byFunction, byServer] = [backend?.lambda !== undefined, backend?.vpc !== undefined];
  if (where === 'any') return `the backend does not get ${header}`;
  // A backend that nobody states may be of either kind.
  if (where === 'lambda' ? byServer && !byFunction : byFunction && !byServer) return null;
  return `${where === 'lambda' ? 'a function' : 'a server behind an HTTP integration'} does not get ${header}`;
}
